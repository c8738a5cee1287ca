package io.github.isostress.bench.host;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.process.Distribution;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** How long a host has held each request, by its own clock. Thread-safe. */
final class HoldTimes {
    private static final int ROOM = 400_000;
    private final long[] micros = new long[ROOM];
    private int count;

    /** Adds one; those beyond the first 400,000 are left out. */
    synchronized void add(long nanos) {
        if (count < ROOM) {
            micros[count++] = TimeUnit.NANOSECONDS.toMicros(nanos);
        }
    }

    /** Tells {@code held} in microseconds, but for so many at the beginning, and begins anew. */
    synchronized CommandLine take(CommandLine answer, int beginning) {
        long[] kept = Arrays.copyOfRange(micros, Math.min(beginning, count), count);
        count = 0;
        return new Distribution(kept).addTo(answer, "held");
    }
}
