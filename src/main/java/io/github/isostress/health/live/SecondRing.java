package io.github.isostress.health.live;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The last seconds, one by one. Of the newest ones all durations are known, of the older ones two percentiles. Finding a
 * second takes no lock, unless it is the first sample of a second for which nothing was prepared. Thread-safe.
 */
final class SecondRing {
    /** A power of two. */
    private static final int SECONDS = 512;

    /** Of these all durations are known: of the last ten, and of some more that late samples still belong to. */
    private static final int OPEN_SECONDS = 16;

    private final AtomicReferenceArray<SecondCounts> ring = new AtomicReferenceArray<>(SECONDS);
    /** Far enough from the least number that seconds can be taken from it. */
    private long newest = Long.MIN_VALUE / 2;

    /** The counts of a second; null if it is so old that its place is taken. */
    SecondCounts at(long second) {
        SecondCounts there = ring.get(place(second));
        if (there != null && there.second() == second) {
            return there;
        }
        return there != null && there.second() > second ? null : begun(second);
    }

    private synchronized SecondCounts begun(long second) {
        SecondCounts there = ring.get(place(second));
        if (there != null && there.second() >= second) {
            return there.second() == second ? there : null;
        }
        SecondCounts begun = new SecondCounts(second);
        ring.set(place(second), begun);
        if (second <= newest - OPEN_SECONDS) {
            begun.close();
        } else if (second > newest) {
            closeUpTo(second - OPEN_SECONDS);
            newest = second;
        }
        return begun;
    }

    private void closeUpTo(long last) {
        for (int i = 0; i < SECONDS; i++) {
            SecondCounts each = ring.get(i);
            if (each != null && each.second() <= last) {
                each.close();
            }
        }
    }

    /** The counts of a second if there are any; null if not. */
    SecondCounts known(long second) {
        SecondCounts there = ring.get(place(second));
        return there != null && there.second() == second ? there : null;
    }

    private static int place(long second) {
        return (int) (second & (SECONDS - 1));
    }
}
