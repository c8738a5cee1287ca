package io.github.isostress.link;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends the waits of the samples of one thread. The thread says when a sample begins and ends; any thread may {@link
 * #raise} an interruption, which stays raised until the sample ends.
 */
public final class Interruption {
    private static final Runnable NOTHING = () -> {};

    private boolean sampling;
    private volatile boolean raised;
    private volatile Thread pausing;
    private Runnable ending = NOTHING;

    /** Says that a sample begins. */
    public synchronized void begin() {
        raised = false;
        ending = NOTHING;
        sampling = true;
    }

    /** Says that the sample has ended. */
    public synchronized void end() {
        sampling = false;
        ending = NOTHING;
    }

    /** Ends the wait of the present sample, from any thread; returns whether there is a sample. */
    public synchronized boolean raise() {
        if (!sampling) {
            return false;
        }
        raised = true;
        ending.run();
        LockSupport.unpark(pausing);
        return true;
    }

    /** Says how the wait is ended that now begins; it is ended at once if an interruption was raised before. */
    synchronized void endWaitBy(Runnable end) {
        ending = end;
        if (raised || Thread.currentThread().isInterrupted()) {
            end.run();
        }
    }

    /** Says that the wait is over: what was waited for may be another sample's next. */
    synchronized void waitEnded() {
        ending = NOTHING;
    }

    /**
     * Lets a sample go on that was not interrupted.
     *
     * @throws FailureException {@link Failure#INTERRUPTED}
     */
    void check() throws FailureException {
        if (raised || Thread.currentThread().isInterrupted()) {
            throw failure();
        }
    }

    static FailureException failure() {
        return new FailureException(Failure.INTERRUPTED, "the sample was interrupted");
    }

    /**
     * Waits.
     *
     * @param untilNanos {@link System#nanoTime()} at which to go on
     * @throws FailureException {@link Failure#INTERRUPTED}
     */
    public void pause(long untilNanos) throws FailureException {
        pausing = Thread.currentThread();
        try {
            for (long left = untilNanos - System.nanoTime(); left > 0; left = untilNanos - System.nanoTime()) {
                check();
                LockSupport.parkNanos(left);
            }
        } finally {
            pausing = null;
        }
    }
}
