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
 * The wait for the next frame of a connection, in a thread of its own: so what the waiting thread does meanwhile is not
 * in the frame's time. Used by one thread.
 */
final class FrameAwaited {
    private static final ExecutorService READERS = Executors.newCachedThreadPool(FrameAwaited::daemon);

    private final CompletableFuture<Arrival> arrival;

    /** What came of the wait, and when it ended, as {@link System#nanoTime()}; frame or failure is null. */
    private record Arrival(Frame frame, FailureReport failure, long endNanos) {}

    private FrameAwaited(CompletableFuture<Arrival> arrival) {
        this.arrival = arrival;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "iso8583-reading");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to wait, until the deadline ({@link System#nanoTime()}). Nobody else may read meanwhile. */
    static FrameAwaited on(HostConnection connection, long deadlineNanos) {
        return new FrameAwaited(CompletableFuture.supplyAsync(() -> receive(connection, deadlineNanos), READERS));
    }

    private static Arrival receive(HostConnection connection, long deadlineNanos) {
        try {
            return new Arrival(connection.receive(deadlineNanos), null, System.nanoTime());
        } catch (FailureException e) {
            return new Arrival(null, e.report(), System.nanoTime());
        }
    }

    /** Waits for the end of the wait, and forgets what came of it. */
    void end() {
        arrival.join();
    }

    /** Whether a frame came; waits for the end of the wait. */
    boolean hasCome() {
        return arrival.join().frame() != null;
    }

    /** That an answer could not be sent is no interruption where the wait had ended the connection: that is why then. */
    UnmatchedFrame explain(UnmatchedFrame unanswered) {
        if (unanswered.failure() != Failure.INTERRUPTED || arrival.join().failure() == null) {
            return unanswered;
        }
        FailureReport why = arrival.join().failure();
        return unanswered.unanswered(why, unanswered.sentBytes());
    }

    /** When the wait ended; waits for that. */
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
