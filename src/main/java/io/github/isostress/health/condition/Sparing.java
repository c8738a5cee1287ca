package io.github.isostress.health.condition;

import java.util.function.LongSupplier;

/**
 * A figure that may be costly to find out. It is found out anew only as often as that takes less than a two hundredth of
 * a core; meanwhile it is what it was. The first time, which is the dearest, does not count. Used by one thread.
 */
final class Sparing {
    private static final int SHARE = 200;

    private final LongSupplier figure;
    private long value;
    private boolean known;
    private long usedNanos;
    private long askedNanos;

    Sparing(LongSupplier figure) {
        this.figure = figure;
    }

    long get() {
        long now = System.nanoTime();
        if (!known || now - askedNanos >= usedNanos * SHARE) {
            boolean first = !known;
            long before = ThreadCpu.usedNanos();
            value = figure.getAsLong();
            known = true;
            askedNanos = now;
            usedNanos = first ? 0 : ThreadCpu.usedNanos() - before;
        }
        return value;
    }
}
