package io.github.isostress.host.session;

import java.util.SplittableRandom;

/** How often a rule acts on events that fit it. Immutable. */
public sealed interface Frequency {
    /**
     * Whether the rule acts this time.
     *
     * @param count how many events have fitted, with this one: from 1
     * @param random depends on this count
     */
    boolean hits(long count, SplittableRandom random);

    /** Every time. */
    record Always() implements Frequency {
        @Override
        public boolean hits(long count, SplittableRandom random) {
            return true;
        }
    }

    /** The nth time, the 2nth, and so on. */
    record EveryNth(long n) implements Frequency {
        @Override
        public boolean hits(long count, SplittableRandom random) {
            return count % n == 0;
        }
    }

    /** At random, each time with this chance in %. */
    record Share(double percent) implements Frequency {
        @Override
        public boolean hits(long count, SplittableRandom random) {
            return random.nextDouble() * 100 < percent;
        }
    }
}
