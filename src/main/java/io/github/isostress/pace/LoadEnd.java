package io.github.isostress.pace;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Up to when requests of a schedule count as due. That is now, and at the latest the end of the time that its threads
 * have. When a thread has ended, nobody knows whether those that are busy will ask for another turn, so what was due
 * after one asked last does not count any more; unless the thread's request has kept it beyond the end of all threads'
 * time. Then none of them asks any more: what was due until that end, and has no thread, is never sent. Thread-safe.
 */
public final class LoadEnd {
    /** A request that is due so short a time before the end is not late when it is over. */
    private static final long IN_TIME_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Of the thread whose time is over last; empty if none has said so. */
    private OptionalLong end = OptionalLong.empty();

    private boolean endless;
    private boolean threadHasEnded;
    private boolean overrun;

    /**
     * A thread says when its time is over.
     *
     * @param nanos {@link System#nanoTime()}; empty if it has as much time as it needs
     */
    public synchronized void expect(OptionalLong nanos) {
        if (nanos.isEmpty()) {
            endless = true;
        } else if (end.isEmpty() || nanos.getAsLong() - end.getAsLong() > 0) {
            end = nanos;
        }
    }

    /** A thread has ended. */
    public synchronized void threadEnds(long nowNanos) {
        threadHasEnded = true;
        overrun |= isOver(nowNanos);
    }

    /** Whether the time of all threads is over. */
    public synchronized boolean isOver(long nowNanos) {
        return !endless && end.isPresent() && nowNanos - end.getAsLong() >= 0;
    }

    /** Whether what was due and has no thread is never sent. */
    public synchronized boolean leavesRequestsUnsent() {
        return overrun;
    }

    /**
     * Up to when what was due counts: {@link System#nanoTime()}.
     *
     * @param askedNanos when a thread last asked for a turn
     */
    public synchronized long lastDue(long nowNanos, long askedNanos) {
        if (threadHasEnded && !overrun) {
            return askedNanos;
        }
        if (!isOver(nowNanos)) {
            return nowNanos;
        }
        long until = end.getAsLong() - IN_TIME_NANOS;
        return until - askedNanos > 0 ? until : askedNanos;
    }
}
