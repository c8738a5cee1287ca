package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import org.apache.commons.lang3.StringUtils;

/** A client's request on its way to an issuer and back. Thread-safe once it goes out. */
final class ForwardedRequest {
    private final HostTurn turn;
    private final ReceivedMessage request;
    private final Forward forward;
    private final MatchKeys keys;
    private HostLine line;
    private long outNanos;

    /**
     * What the answer has in common with the request.
     *
     * @param kind the first three digits of the answer's MTI
     * @param stan DE 11
     */
    record MatchKeys(String kind, String stan) {
        private static final int FUNCTION = 2;

        static MatchKeys ofAnswer(ReceivedMessage answer) {
            return new MatchKeys(StringUtils.left(answer.mti(), FUNCTION + 1), answer.stan());
        }

        /** An answer's function is one above the request's (ISO 8583:1987, 4.1.2). */
        static MatchKeys ofAnswerTo(ReceivedMessage request) {
            String mti = request.mti();
            return new MatchKeys(mti.substring(0, FUNCTION) + (char) (mti.charAt(FUNCTION) + 1), request.stan());
        }
    }

    /** A request that is to be forwarded. */
    ForwardedRequest(HostTurn turn, ReceivedMessage request, Forward forward) {
        this.turn = turn;
        this.request = request;
        this.forward = forward;
        this.keys = MatchKeys.ofAnswerTo(request);
    }

    MatchKeys keys() {
        return keys;
    }

    /** Without framing. */
    byte[] bytes() {
        return request.bytes();
    }

    /** The request is about to be sent on this connection. */
    void goesOut(HostLine to) {
        line = to;
        outNanos = System.nanoTime();
    }

    boolean isOn(HostLine other) {
        return line == other;
    }

    boolean isOverdue(long nowNanos) {
        return nowNanos - outNanos > forward.timeoutNanos();
    }

    /** Gives the client the issuer's answer, once the request has been here for its time. */
    void answer(ReceivedMessage answer) {
        long spent = outNanos - request.receivedNanos();
        turn.answerLate(answer.bytes(), answer.receivedNanos() + Math.max(0, forward.ownNanos() - spent));
    }

    /** Gives the client an answer of our own. */
    void decline(NotForwarded reason) {
        turn.count(reason.countedAs());
        try {
            turn.answerLate(turn.messages().decline(turn.rightAnswer(), reason), System.nanoTime());
        } catch (FailureException e) {
            // What cannot be declined is not answered; the count tells of it.
        }
    }
}
