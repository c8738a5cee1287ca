package io.github.isostress.pace;

import java.util.concurrent.TimeUnit;

/**
 * Holds the threads of a schedule back until all of them are ready to send, or until some have waited long enough. It
 * opens once, and stays open. Thread-safe.
 */
public final class StartGate {
    private int expected;
    private int ready;
    private int ended;
    private long firstNanos;
    private long openedNanos;
    private boolean open;

    /**
     * What the gate has seen. Immutable.
     *
     * @param ready threads that were ready when it opened
     * @param expected threads that it had to wait for
     * @param waitedNanos how long the first of those waited
     */
    public record Opening(int ready, int expected, long waitedNanos) {
        /** Whether the schedule begins without some of the threads. */
        public boolean isIncomplete() {
            return ready < expected;
        }
    }

    /** Says that more threads are to come. */
    public synchronized void expect(int threads) {
        expected += threads;
    }

    /**
     * Says that a thread that was expected has ended, or does not come any more. Those that wait do so no longer for
     * it; where none waits, there is nothing to begin as yet.
     */
    public synchronized void endedBeforeReady() {
        ended++;
        openIfComplete();
    }

    /** Opens, whoever is missing. */
    public synchronized void open() {
        if (!open) {
            open = true;
            openedNanos = System.nanoTime();
            notifyAll();
        }
    }

    /** Says that the calling thread is ready, once a thread. */
    public synchronized void ready() {
        if (ready == 0) {
            firstNanos = System.nanoTime();
        }
        if (!open) {
            ready++;
        }
        openIfComplete();
    }

    /**
     * Waits until the gate is open. Opens it when the first thread that was ready has waited long enough.
     *
     * @param longestNanos how long that is
     * @param untilNanos when the calling thread gives up, in nanoseconds from now
     * @return whether the gate is open
     * @throws InterruptedException if the thread is interrupted
     */
    public synchronized boolean await(long longestNanos, long untilNanos) throws InterruptedException {
        long start = System.nanoTime();
        while (!open) {
            long now = System.nanoTime();
            long left = longestNanos - (now - firstNanos);
            long mine = untilNanos - (now - start);
            if (left <= 0) {
                open();
            } else if (mine <= 0) {
                return false;
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, mine));
            }
        }
        return true;
    }

    /** What the gate has seen until it opened, or until now. */
    public synchronized Opening opening() {
        long until = open ? openedNanos : System.nanoTime();
        return new Opening(ready, Math.max(ready, expected - ended), ready == 0 ? 0 : until - firstNanos);
    }

    private void openIfComplete() {
        if (ready > 0 && ready + ended >= expected) {
            open();
        }
    }
}
