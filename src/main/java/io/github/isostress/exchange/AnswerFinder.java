package io.github.isostress.exchange;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.Printable;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.Optional;

/**
 * Hands each frame of a shared connection to the request that it answers, or tells what else it is. Used by the thread
 * that reads the connection.
 */
final class AnswerFinder {
    private final Conversation conversation;
    private final RequestsUnderWay underWay;
    private final UnsolicitedRules rules;

    AnswerFinder(Conversation conversation, RequestsUnderWay underWay, UnsolicitedRules rules) {
        this.conversation = conversation;
        this.underWay = underWay;
        this.rules = rules;
    }

    /**
     * Takes a message.
     *
     * @param message null if messages are raw
     * @return what it is, if it is to be reported alone; empty if a request has it
     * @throws FailureException {@link Failure#ORDER_LOST}
     */
    Optional<UnmatchedFrame> take(Frame frame, DecodedMessage message) throws FailureException {
        SharedRequest answered = null;
        UnmatchedFrame other = null;
        synchronized (underWay) {
            answered = message == null ? null : keyed(frame, message);
            boolean isOfHost = answered == null && message != null && rules.apply(message.mti());
            if (answered == null && !isOfHost) {
                answered = inOrder(frame, message);
            }
            if (answered == null) {
                other = isOfHost ? UnmatchedFrame.hostRequest(frame, message) : explained(frame, message);
            } else if (!answered.isOver()) {
                other = answer(answered, frame, message);
            }
            other = noted(other);
        }
        if (answered != null) {
            answered.wake();
        }
        return Optional.ofNullable(other);
    }

    /**
     * Takes a frame whose message cannot be read.
     *
     * @param why with what its bytes would fit
     * @return the frame, if no request can be said to have it for its answer
     */
    Optional<UnmatchedFrame> takeUnreadable(Frame frame, FailureReport why) {
        SharedRequest answered;
        UnmatchedFrame other = null;
        synchronized (underWay) {
            boolean isOfOrder = underWay.keyed().size() == 0;
            answered = isOfOrder ? underWay.inOrder().poll() : null;
            if (answered == null || answered.isOver()) {
                other = noted(UnmatchedFrame.unmatched(frame, null, why));
            } else {
                endSent(answered);
                answered.answered(frame, null, why, others(), received());
            }
        }
        if (answered != null) {
            answered.wake();
        }
        return Optional.ofNullable(other);
    }

    /** The request under way with the message's keys, which is none from now on. */
    private SharedRequest keyed(Frame frame, DecodedMessage message) {
        SharedRequest request = underWay.keyed().answeredBy(message);
        if (request == null || !request.wasSent() || frame.firstByteNanos() < request.startNanos()) {
            return null;
        }
        underWay.keyed().remove(request);
        return request;
    }

    /** The request whose turn it is, if the frame can be its answer; it is not under way from now on. */
    private SharedRequest inOrder(Frame frame, DecodedMessage message) throws FailureException {
        SharedRequest first = underWay.inOrder().peek();
        if (first == null || frame.firstByteNanos() < first.startNanos()) {
            return null;
        }
        if (!mayAnswer(first, message)) {
            checkOrder(message);
            return null;
        }
        if (first.isOver() && frame.lastByteNanos() - first.deadlineNanos() > 0) {
            throw new FailureException(
                    Failure.ORDER_LOST,
                    "no answer to an earlier request had come in time, and what came next could be its answer");
        }
        underWay.inOrder().poll();
        if (first.isOver()) {
            conversation.passOver(UnmatchedFrame.unawaited(frame, message, first.asSent()));
        }
        return first;
    }

    private static boolean mayAnswer(SharedRequest request, DecodedMessage message) {
        return message == null || request.awaited() == null || request.awaited().is(message);
    }

    private void checkOrder(DecodedMessage message) throws FailureException {
        int place = 1;
        for (SharedRequest request : underWay.inOrder()) {
            if (mayAnswer(request, message)) {
                throw new FailureException(
                        Failure.ORDER_LOST,
                        "MTI " + Printable.orHex(message.mti()) + " answers request " + place
                                + " of those under way before the first was answered; a host that answers in any order"
                                + " needs match elements");
            }
            place++;
        }
    }

    /** Ends the request with its answer; gives the frame where that came too late. */
    private UnmatchedFrame answer(SharedRequest request, Frame frame, DecodedMessage message) {
        SentRequest sent = request.asSent();
        if (!request.isInOrder()) {
            conversation.requests().answered(sent);
        }
        endSent(request);
        if (frame.lastByteNanos() - request.deadlineNanos() > 0) {
            request.unanswered(request.withoutAnswer(""), new byte[0], request.deadlineNanos());
            return UnmatchedFrame.late(frame, message, sent);
        }
        request.answered(frame, message, null, others(), received());
        return null;
    }

    private void endSent(SharedRequest request) {
        conversation.requests().hadAnswer();
        conversation.reported().reportedAsSent(request.bytes());
    }

    private UnmatchedFrames others() {
        return conversation.begin(frame -> {});
    }

    private long received() {
        return conversation.reported().takeReceived();
    }

    private UnmatchedFrame explained(Frame frame, DecodedMessage message) {
        if (message == null) {
            return UnmatchedFrame.unmatched(
                    frame, null, new FailureReport(Failure.UNMATCHED_FRAME, "no request was under way"));
        }
        return conversation.classifier().classify(frame, message, rules).orElseGet(() -> unmatched(frame, message));
    }

    private UnmatchedFrame unmatched(Frame frame, DecodedMessage message) {
        SharedRequest similar = underWay.keyed().withKeysIn(message);
        if (similar != null) {
            similar.cameWithWrongMti(message);
        }
        return UnmatchedFrame.unmatched(
                frame,
                message,
                new FailureReport(
                        Failure.UNMATCHED_FRAME,
                        "MTI " + Printable.orHex(message.mti())
                                + " answers none of the requests that are under way or were lately"));
    }

    /** Notes the bytes of a frame that is reported alone; others come with the next request. */
    private UnmatchedFrame noted(UnmatchedFrame other) {
        if (other == null) {
            return null;
        }
        if (other.kind() == Kind.UNAWAITED) {
            conversation.passOver(other);
            return null;
        }
        conversation.reported().reported(other.frame());
        return other;
    }
}
