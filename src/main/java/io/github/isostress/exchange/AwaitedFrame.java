package io.github.isostress.exchange;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.wire.HostConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The next frame of a connection, awaited in another thread. So what the present thread does meanwhile is not in the
 * frame's time. Used by one thread.
 */
final class AwaitedFrame {
    private static final ExecutorService READERS = Executors.newCachedThreadPool(AwaitedFrame::daemon);

    private final CompletableFuture<Arrival> arrival;

    /** How the wait ended, and when, as {@link System#nanoTime()}; either frame or failure is null. */
    private record Arrival(Frame frame, FailureReport failure, long endNanos) {}

    private AwaitedFrame(CompletableFuture<Arrival> arrival) {
        this.arrival = arrival;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "iso8583-reading");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to wait, until the deadline ({@link System#nanoTime()}). No other thread may read meanwhile. */
    static AwaitedFrame on(HostConnection connection, long deadlineNanos) {
        return new AwaitedFrame(CompletableFuture.supplyAsync(() -> receive(connection, deadlineNanos), READERS));
    }

    private static Arrival receive(HostConnection connection, long deadlineNanos) {
        try {
            return new Arrival(connection.receive(deadlineNanos), null, System.nanoTime());
        } catch (FailureException e) {
            return new Arrival(null, e.report(), System.nanoTime());
        }
    }

    /** Returns when the wait has ended. */
    void end() {
        arrival.join();
    }

    /** Whether a frame came; waits for the end of the wait. */
    boolean hasCome() {
        return arrival.join().frame() != null;
    }

    /**
     * The reason why an answer to the host could not be sent: where the wait has ended the connection, it is that one.
     */
    UnmatchedFrame explain(UnmatchedFrame unanswered) {
        if (unanswered.failure() != Failure.INTERRUPTED || arrival.join().failure() == null) {
            return unanswered;
        }
        FailureReport why = arrival.join().failure();
        return unanswered.unanswered(why, unanswered.sentBytes());
    }

    /** When the wait ended, as {@link System#nanoTime()}; returns then. */
    long endNanos() {
        return arrival.join().endNanos();
    }

    /**
     * The frame; waits for it.
     *
     * @throws FailureException as {@link HostConnection#receive}
     */
    Frame frame() throws FailureException {
        Arrival ended = arrival.join();
        if (ended.failure() != null) {
            throw new FailureException(ended.failure());
        }
        return ended.frame();
    }
}
