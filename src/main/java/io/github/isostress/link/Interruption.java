package io.github.isostress.link;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends whatever the sample of one thread waits for. The thread says when a sample begins and ends; any thread may
 * {@link #raise} it. An interruption is never lost: it stays raised until the sample ends.
 */
public final class Interruption {
    private static final Runnable NOTHING = () -> {};

    private boolean sampling;
    private volatile boolean raised;
    private volatile Thread pausing;
    private Runnable ending = NOTHING;

    /** A sample begins. */
    public synchronized void begin() {
        raised = false;
        ending = NOTHING;
        sampling = true;
    }

    /** The sample has ended. */
    public synchronized void end() {
        sampling = false;
        ending = NOTHING;
    }

    /** Ends what the sample waits for, from any thread; returns whether there is a sample. */
    public synchronized boolean raise() {
        if (!sampling) {
            return false;
        }
        raised = true;
        ending.run();
        LockSupport.unpark(pausing);
        return true;
    }

    /** From now on the sample waits for something that this ends; it is ended at once if that is due already. */
    synchronized void endsBy(Runnable end) {
        ending = end;
        if (raised || Thread.currentThread().isInterrupted()) {
            end.run();
        }
    }

    /** What the sample waited for is no longer its own: nothing that happens to the sample may end it now. */
    synchronized void endsByItself() {
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
