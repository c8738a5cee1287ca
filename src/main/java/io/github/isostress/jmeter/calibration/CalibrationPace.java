package io.github.isostress.jmeter.calibration;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** When the threads of a calibration send: at once, or in turn at a rate, until it is over. Thread-safe. */
final class CalibrationPace {
    private static final double NANOS_IN_A_SECOND = TimeUnit.SECONDS.toNanos(1);
    /** So long a thread may not notice that it is over. */
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final AtomicLong nextDue = new AtomicLong();
    private volatile long intervalNanos;
    private volatile boolean over;

    /** From now on, the threads send so many requests a second in all. What cannot be sent in time is not made up for. */
    void slowDown(double perSecond) {
        nextDue.set(System.nanoTime());
        intervalNanos = Math.max(1, (long) (NANOS_IN_A_SECOND / perSecond));
    }

    /** Lets every thread end. */
    void end() {
        over = true;
    }

    /** Whether the threads are to end. */
    boolean isOver() {
        return over;
    }

    /** Waits until the calling thread may send; false if it is over. */
    boolean awaitTurn() {
        long interval = intervalNanos;
        return interval == 0 ? !over : await(due(interval));
    }

    private long due(long interval) {
        long now = System.nanoTime();
        return nextDue.updateAndGet(before -> before + interval - now < 0 ? now : before + interval);
    }

    private boolean await(long dueNanos) {
        long remaining = dueNanos - System.nanoTime();
        while (remaining > 0 && !over) {
            LockSupport.parkNanos(Math.min(remaining, LONGEST_PAUSE_NANOS));
            remaining = dueNanos - System.nanoTime();
        }
        return !over;
    }
}
