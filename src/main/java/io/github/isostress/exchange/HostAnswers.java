package io.github.isostress.exchange;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.exchange.UnmatchedFrame.Reply;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.wire.HostConnection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Answers the host's own requests on one connection. Used by one thread at a time. */
final class HostAnswers {
    /** A host that has not taken an answer by then is given up. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** That an answer took long to be built must not cost the connection. */
    private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final HostConnection connection;
    private final Sender sender;

    /** Sends answers, and waits until each is written. */
    @FunctionalInterface
    interface Sender {
        /** Sends a whole frame, until {@link System#nanoTime()} is the deadline. */
        Sent send(byte[] frame, long deadlineNanos);
    }

    /**
     * What became of an answer.
     *
     * @param failure why it was not written; null if it was
     * @param bytes how many of its bytes were given to the connection, all or none
     */
    record Sent(FailureReport failure, long bytes) {}

    HostAnswers(HostConnection connection) {
        this(connection, (frame, deadlineNanos) -> send(connection, frame, deadlineNanos));
    }

    private static Sent send(HostConnection connection, byte[] frame, long deadlineNanos) {
        long before = connection.sentBytes();
        try {
            connection.send(frame, deadlineNanos);
            return new Sent(null, frame.length);
        } catch (FailureException e) {
            return new Sent(e.report(), connection.sentBytes() - before);
        }
    }

    /**
     * Answers on a connection.
     *
     * @param sender sends on it, and waits until the frame is written
     */
    HostAnswers(HostConnection connection, Sender sender) {
        this.connection = connection;
        this.sender = sender;
    }

    /** As {@link #answer(UnmatchedFrame, UnsolicitedRules, long)}, where nothing else is waited for. */
    UnmatchedFrame answer(UnmatchedFrame request, UnsolicitedRules rules) {
        return answer(request, rules, System.nanoTime() + LONGEST_NANOS);
    }

    /**
     * Builds the answer and sends it.
     *
     * @param request of the kind {@link Kind#UNSOLICITED}
     * @param rules of which one names its MTI
     * @param deadlineNanos {@link System#nanoTime()} by which the host must have taken the answer
     * @return the request with the answer, or with the reason why it has none
     */
    UnmatchedFrame answer(UnmatchedFrame request, UnsolicitedRules rules, long deadlineNanos) {
        try {
            byte[] answer = rules.answer(request.message());
            FramedMessage framed = FramedMessage.of(answer, connection.framing());
            Sent sent = sender.send(framed.bytes(), writtenBy(deadlineNanos));
            if (sent.failure() != null) {
                return request.unanswered(sent.failure(), sent.bytes());
            }
            long repliedNanos = System.nanoTime();
            DecodedMessage decoded =
                    Exchange.decodedOrNull(new MessageDecoder(request.message().packager()), answer);
            return request.answered(new Reply(framed.bytes(), framed.messageStart(), decoded), repliedNanos);
        } catch (FailureException e) {
            return request.unanswered(e.report(), 0);
        }
    }

    private static long writtenBy(long deadlineNanos) {
        long now = System.nanoTime();
        return now + Math.max(SHORTEST_NANOS, Math.min(LONGEST_NANOS, deadlineNanos - now));
    }

    /** Why the connection has ended, if it has by the answer to this frame. */
    Optional<FailureReport> endOfConnectionBy(UnmatchedFrame frame) {
        boolean ended = frame.kind() == Kind.UNSOLICITED && frame.failure() != null && !connection.isOpen();
        return ended ? Optional.of(new FailureReport(frame.failure(), frame.particulars())) : Optional.empty();
    }
}
