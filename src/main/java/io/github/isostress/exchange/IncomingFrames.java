package io.github.isostress.exchange;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.wire.HostConnection;
import java.util.function.Consumer;

/**
 * The frames of one connection, one after the other, while an answer is waited for. Used by one thread at a time.
 */
final class IncomingFrames {
    private final HostConnection connection;
    private final HostAnswers hostAnswers;
    /** The wait for the next frame, where it began while the host was answered; else null. */
    private AwaitedFrame begun;
    /** Why the connection has ended by an answer to the host; else null. */
    private FailureReport brokenOff;

    private long endNanos;

    IncomingFrames(HostConnection connection, HostAnswers hostAnswers) {
        this.connection = connection;
        this.hostAnswers = hostAnswers;
    }

    /**
     * Waits for the next frame.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which the wait ends
     * @throws FailureException as {@link HostConnection#receive}; {@link #endNanos} tells when
     */
    Frame next(long deadlineNanos) throws FailureException {
        AwaitedFrame wait = begun;
        begun = null;
        try {
            if (wait != null) {
                return wait.frame();
            }
            if (brokenOff != null) {
                throw new FailureException(brokenOff);
            }
            return connection.receive(deadlineNanos);
        } catch (FailureException e) {
            endNanos = wait == null ? System.nanoTime() : wait.endNanos();
            throw e;
        }
    }

    /** When the wait ended that brought no frame, as {@link System#nanoTime()}. */
    long endNanos() {
        return endNanos;
    }

    /**
     * Answers a request of the host while the next frame is waited for already: the time that answering takes is not in
     * that frame's time.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which that wait ends
     * @param taker is given the request with its answer, or with the reason why it has none
     * @throws FailureException if the connection has ended by it, and no frame came before
     */
    void answerHost(UnmatchedFrame request, UnsolicitedRules rules, long deadlineNanos, Consumer<UnmatchedFrame> taker)
            throws FailureException {
        if (brokenOff != null) {
            taker.accept(request.unanswered(brokenOff.with("the connection had ended before"), 0));
            throw new FailureException(brokenOff);
        }
        AwaitedFrame wait = AwaitedFrame.on(connection, deadlineNanos);
        try {
            UnmatchedFrame answered = hostAnswers.answer(request, rules, deadlineNanos);
            brokenOff = hostAnswers.endOfConnectionBy(answered).orElse(null);
            taker.accept(brokenOff == null ? answered : wait.explain(answered));
            begun = wait;
        } finally {
            if (begun == null) {
                connection.close();
                wait.end();
            }
        }
        if (brokenOff != null && brokenOff.failure() != Failure.INTERRUPTED && !wait.hasCome()) {
            throw new FailureException(brokenOff);
        }
    }
}
