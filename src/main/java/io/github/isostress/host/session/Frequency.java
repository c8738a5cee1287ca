package io.github.isostress.host.session;

import java.util.SplittableRandom;

/** Of the occasions that fit a rule, those at which it acts. Immutable. */
public sealed interface Frequency {
    /**
     * Whether it acts this time.
     *
     * @param count how many occasions have fitted so far, this one included: from 1
     * @param random belongs to this count
     */
    boolean hits(long count, SplittableRandom random);

    /** Each of them. */
    record Always() implements Frequency {
        @Override
        public boolean hits(long count, SplittableRandom random) {
            return true;
        }
    }

    /** The nth, the 2nth, and so on. */
    record EveryNth(long n) implements Frequency {
        @Override
        public boolean hits(long count, SplittableRandom random) {
            return count % n == 0;
        }
    }

    /** Each with the same chance, in %. */
    record Share(double percent) implements Frequency {
        @Override
        public boolean hits(long count, SplittableRandom random) {
            return random.nextDouble() * 100 < percent;
        }
    }
}
