package io.github.isostress.exchange;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.Printable;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.concurrent.TimeUnit;

/**
 * A frame that came and is not the awaited answer. Immutable.
 *
 * @param kind what it is
 * @param failure LATE_RESPONSE, DUPLICATE_RESPONSE, or why the host's own request got no answer from us; else null
 * @param particulars its MTI and what there is to say about it, with masked values
 * @param frame what came
 * @param message its message, or null if messages are raw or it cannot be read
 * @param elapsedNanos of a late, doubled or unawaited answer: from before its request was sent to its last byte; of a
 *     request of the host: from its last byte until our answer was written; else 0
 * @param lateNanos of a late answer: from the deadline of its request to its last byte; else 0
 * @param reply what we answered to the host's own request, else null
 * @param sentBytes how many bytes of an answer were given to the connection, whatever became of them
 */
public record UnmatchedFrame(
        Kind kind,
        Failure failure,
        String particulars,
        Frame frame,
        DecodedMessage message,
        long elapsedNanos,
        long lateNanos,
        Reply reply,
        long sentBytes) {

    /** Why a frame came that is not the awaited answer. */
    public enum Kind {
        /** Answers an earlier request of this connection that had timed out. */
        LATE,
        /** Answers an earlier request of this connection that had its answer already. */
        DUPLICATE,
        /** Answers an earlier request of this connection that was not to be waited for. */
        UNAWAITED,
        /** A request of the host itself for which there is a rule. */
        UNSOLICITED,
        /** Began to come before the request was sent and is none of these. */
        EARLY,
        /** Came while an answer was waited for and is none of these. */
        OTHER,
        /** Came on a shared connection and is none of these, or cannot be read. */
        UNMATCHED;

        /**
         * Whether each gets a report to itself, with its bytes; the others are counted with the request they came by.
         */
        public boolean isReportedAlone() {
            return this == LATE || this == DUPLICATE || this == UNSOLICITED || this == UNMATCHED;
        }
    }

    /**
     * An answer of ours to the host.
     *
     * @param frame its wire bytes
     * @param messageStart the offset of the message in them
     * @param message the decoded answer, or null if the packager cannot read what it has packed
     */
    public record Reply(byte[] frame, int messageStart, DecodedMessage message) {}

    /** When it began, as {@link System#nanoTime()}. */
    public long startNanos() {
        return kind == Kind.UNSOLICITED ? frame.lastByteNanos() : frame.lastByteNanos() - elapsedNanos;
    }

    /** When it was over, as {@link System#nanoTime()}. */
    public long endNanos() {
        return startNanos() + elapsedNanos;
    }

    static UnmatchedFrame late(Frame frame, DecodedMessage message, SentRequest request) {
        long elapsed = frame.lastByteNanos() - request.sentNanos();
        long late = Math.max(0, frame.lastByteNanos() - request.deadlineNanos());
        String particulars = mti(message) + " answers an earlier request " + millis(elapsed) + " ms after it was sent, "
                + millis(late) + " ms after its time was up";
        return new UnmatchedFrame(
                Kind.LATE, Failure.LATE_RESPONSE, particulars, frame, message, elapsed, late, null, 0);
    }

    static UnmatchedFrame duplicate(Frame frame, DecodedMessage message, SentRequest request) {
        long elapsed = frame.lastByteNanos() - request.sentNanos();
        String particulars =
                mti(message) + " answers an earlier request once more, " + millis(elapsed) + " ms after it was sent";
        return new UnmatchedFrame(
                Kind.DUPLICATE, Failure.DUPLICATE_RESPONSE, particulars, frame, message, elapsed, 0, null, 0);
    }

    static UnmatchedFrame unawaited(Frame frame, DecodedMessage message, SentRequest request) {
        long elapsed = frame.lastByteNanos() - request.sentNanos();
        String particulars = mti(message) + " answers an earlier request that was not waited for, " + millis(elapsed)
                + " ms after it was sent";
        return new UnmatchedFrame(Kind.UNAWAITED, null, particulars, frame, message, elapsed, 0, null, 0);
    }

    /** A request of the host's own, which is to be answered. */
    static UnmatchedFrame hostRequest(Frame frame, DecodedMessage message) {
        return new UnmatchedFrame(Kind.UNSOLICITED, null, ofHost(message), frame, message, 0, 0, null, 0);
    }

    private static String ofHost(DecodedMessage message) {
        return mti(message) + " is a request of the host's own";
    }

    /** This request of the host, with our answer to it. */
    UnmatchedFrame answered(Reply answer, long repliedNanos) {
        String told = ofHost(message) + ", it was answered";
        long elapsed = repliedNanos - frame.lastByteNanos();
        return new UnmatchedFrame(kind, null, told, frame, message, elapsed, 0, answer, answer.frame().length);
    }

    /** This request of the host, which got no answer. */
    UnmatchedFrame unanswered(FailureReport why, long partSent) {
        String told = ofHost(message) + ", it could not be answered: " + why.particulars();
        return new UnmatchedFrame(kind, why.failure(), told, frame, message, 0, 0, null, partSent);
    }

    static UnmatchedFrame early(Frame frame, DecodedMessage message) {
        String subject = message == null ? "a frame" : mti(message);
        return new UnmatchedFrame(
                Kind.EARLY, null, subject + " came before the request", frame, message, 0, 0, null, 0);
    }

    static UnmatchedFrame other(Frame frame, DecodedMessage message, String particulars) {
        return new UnmatchedFrame(Kind.OTHER, null, particulars, frame, message, 0, 0, null, 0);
    }

    /** A frame on a shared connection that is no request's answer, or cannot be read. */
    static UnmatchedFrame unmatched(Frame frame, DecodedMessage message, FailureReport why) {
        return new UnmatchedFrame(Kind.UNMATCHED, why.failure(), why.particulars(), frame, message, 0, 0, null, 0);
    }

    private static String mti(DecodedMessage message) {
        return "MTI " + Printable.orHex(message.mti());
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
