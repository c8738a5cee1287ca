package io.github.isostress.pace;

import java.util.concurrent.TimeUnit;

/** What became of the turns that threads have used. Used under the lock of its schedule. */
final class TriedTurns {
    private static final long LATE_MICROS = 1_000;

    private long sent;
    private long late;
    private long latestNanos;
    private long unsent;

    /** Counts one that was sent; late is what shows as 1 ms in whole microseconds. */
    void sent(long lagNanos) {
        sent++;
        if (TimeUnit.NANOSECONDS.toMicros(lagNanos + 500) >= LATE_MICROS) {
            late++;
        }
        latestNanos = Math.max(latestNanos, lagNanos);
    }

    void notSent() {
        unsent++;
    }

    /** How many there were. */
    long all() {
        return sent + unsent;
    }

    PaceFigures figures(long dropped, long waiting) {
        return new PaceFigures(sent, late, latestNanos, unsent, dropped, waiting);
    }
}
