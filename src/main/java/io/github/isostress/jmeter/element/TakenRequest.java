package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.HostRequest;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.sample.SampleOrigin;
import io.github.isostress.link.LinkEvent;
import java.util.Optional;

/** The request that one thread has taken from a connection and is to answer. Used by that thread. */
final class TakenRequest {
    /** Null but while a request waits for its answer. */
    private HostRequest request;

    private long takenNanos;
    private State state = State.NEVER_ASKED;

    private enum State {
        NEVER_ASKED,
        NONE_CAME,
        TAKEN,
        ANSWERED
    }

    /** A sampler waits for the next request. One that waits for its answer still is told: it never had one. */
    void next(SampleOrigin origin) {
        giveUp(origin);
        state = State.NONE_CAME;
    }

    /** A sampler has taken a request. */
    void take(HostRequest taken) {
        request = taken;
        takenNanos = System.nanoTime();
        state = State.TAKEN;
    }

    /** How long it had waited for a thread. */
    long queueNanos() {
        return takenNanos - request.receivedNanos();
    }

    /** It is answered, or told as what cannot be answered. */
    void done() {
        request = null;
        state = State.ANSWERED;
    }

    /**
     * The request that is to be answered.
     *
     * @return empty if the last wait for one was in vain
     * @throws FailureException {@link Failure#CONFIG_ERROR} if the plan does not take a request before it answers one
     */
    Optional<HostRequest> toAnswer() throws FailureException {
        return switch (state) {
            case TAKEN -> Optional.of(request);
            case NONE_CAME -> Optional.empty();
            case NEVER_ASKED -> throw refusal("no request was taken");
            case ANSWERED -> throw refusal("the request that was taken has its answer already");
        };
    }

    private static FailureException refusal(String what) {
        return new FailureException(
                Failure.CONFIG_ERROR,
                what + ": an ISO 8583 Reply that takes must run before each one that answers, on the same connection");
    }

    /** Tells of a request that will have no answer. */
    void giveUp(SampleOrigin origin) {
        if (request != null) {
            HostRequest unanswered = request;
            done();
            origin.happened(new LinkEvent.Unanswered(unanswered, System.nanoTime()));
        }
    }
}
