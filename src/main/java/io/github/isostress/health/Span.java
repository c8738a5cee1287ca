package io.github.isostress.health;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;

/** From when the first of some samples was due to when the last of them began. Thread-safe. */
final class Span {
    private static final long ORIGIN_NANOS = System.nanoTime();
    private static final double NANOS_IN_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Nanoseconds since the origin: unlike those of {@link System#nanoTime()}, they may be compared. */
    private final LongAccumulator first = new LongAccumulator(Math::min, Long.MAX_VALUE);

    private final LongAccumulator last = new LongAccumulator(Math::max, Long.MIN_VALUE);

    /** Adds a sample by two times of {@link System#nanoTime()}. */
    void add(long dueNanos, long startNanos) {
        first.accumulate(dueNanos - ORIGIN_NANOS);
        last.accumulate(startNanos - ORIGIN_NANOS);
    }

    void add(Span other) {
        first.accumulate(other.first.get());
        last.accumulate(other.last.get());
    }

    /** When it began, in milliseconds since 1970; 0 if there is none. */
    long firstMillis() {
        return first.get() == Long.MAX_VALUE ? 0 : millis(first.get());
    }

    /** When it ended, in milliseconds since 1970; 0 if there is none. */
    long lastMillis() {
        return last.get() == Long.MIN_VALUE ? 0 : millis(last.get());
    }

    private static long millis(long nanosSinceOrigin) {
        long ago = System.nanoTime() - ORIGIN_NANOS - nanosSinceOrigin;
        return System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(ago);
    }

    /** Its length; 0 if there is none. */
    double seconds() {
        long from = first.get();
        long to = last.get();
        return to <= from ? 0 : (to - from) / NANOS_IN_A_SECOND;
    }
}
