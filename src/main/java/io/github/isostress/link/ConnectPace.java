package io.github.isostress.link;

import java.util.concurrent.TimeUnit;

/** Spaces the attempts of all threads to connect evenly over time. Thread-safe. */
final class ConnectPace {
    /** The longest gap between two attempts. */
    private static final double LONGEST_NANOS = TimeUnit.DAYS.toNanos(1);

    private boolean begun;
    private long nextNanos;

    /**
     * Takes the next turn.
     *
     * @param perSecond attempts a second; 0 for any number
     * @return {@link System#nanoTime()} at which the turn comes
     */
    synchronized long turn(double perSecond) {
        long now = System.nanoTime();
        if (perSecond == 0) {
            return now;
        }
        long turn = begun && nextNanos - now > 0 ? nextNanos : now;
        begun = true;
        nextNanos = turn + (long) Math.min(LONGEST_NANOS, TimeUnit.SECONDS.toNanos(1) / perSecond);
        return turn;
    }
}
