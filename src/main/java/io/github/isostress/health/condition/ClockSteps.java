package io.github.isostress.health.condition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** By how much the clock of the day departs from the steady one. Used by one thread. */
final class ClockSteps {
    private static final long CLOSE_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
    private static final int MOST_TRIES = 20;

    private final LongSupplier dayMicros;
    private long before;

    ClockSteps() {
        this(() -> ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    }

    /** Of a clock of the day that gives microseconds since any moment. */
    ClockSteps(LongSupplier dayMicros) {
        this.dayMicros = dayMicros;
        this.before = difference();
    }

    /** How far the clock of the day went ahead since this was asked last, in microseconds; below 0 if it fell behind. */
    long takeMicros() {
        long last = before;
        before = difference();
        return before - last;
    }

    /** Reads both clocks until nothing comes between. */
    private long difference() {
        long shortest = Long.MAX_VALUE;
        long difference = 0;
        for (int i = 0; i < MOST_TRIES && shortest > CLOSE_NANOS; i++) {
            long start = System.nanoTime();
            long day = dayMicros.getAsLong();
            long took = System.nanoTime() - start;
            if (took < shortest) {
                shortest = took;
                difference = day - TimeUnit.NANOSECONDS.toMicros(start + took / 2);
            }
        }
        return difference;
    }
}
