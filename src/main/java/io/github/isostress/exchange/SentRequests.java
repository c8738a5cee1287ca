package io.github.isostress.exchange;

import io.github.isostress.message.DecodedMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The requests lately sent on one connection. Those without an answer are never forgotten, so that their late answers
 * are always recognised; there can only be a few of them. Of those with an answer the last few are remembered. Used by
 * one thread at a time.
 */
final class SentRequests {
    /** Of each sort. */
    static final int REMEMBERED = 16;

    private final Deque<SentRequest> unanswered = new ArrayDeque<>(0);
    private final Deque<SentRequest> answered = new ArrayDeque<>(0);

    /** Remembers a request that has its answer; one without keys cannot be told from others and is left out. */
    void answered(SentRequest request) {
        if (request.awaited().hasKeys()) {
            if (answered.size() == REMEMBERED) {
                answered.removeLast();
            }
            answered.addFirst(request);
        }
    }

    /** Remembers a request whose time is up, unless that is one too many; returns whether it is remembered. */
    boolean timedOut(SentRequest request) {
        return unanswered.size() < REMEMBERED && unanswered.add(request);
    }

    /** Whether a late answer may still come. */
    boolean awaitLateAnswers() {
        return !unanswered.isEmpty();
    }

    /** Whether a late answer could be taken for the answer that is awaited now. */
    boolean mayBeConfusedWith(AwaitedAnswer awaited) {
        return unanswered.stream().anyMatch(late -> late.awaited().mayBeOneWith(awaited));
    }

    /** The request that the message answers late, and from now on an answered one. */
    Optional<SentRequest> answeredLateBy(DecodedMessage message) {
        Optional<SentRequest> found = find(unanswered, message);
        found.ifPresent(request -> {
            unanswered.remove(request);
            answered(request);
        });
        return found;
    }

    /** The last request that the message answers and that had its answer before. */
    Optional<SentRequest> answeredAgainBy(DecodedMessage message) {
        return find(answered, message);
    }

    private static Optional<SentRequest> find(Deque<SentRequest> requests, DecodedMessage message) {
        for (SentRequest request : requests) {
            if (request.awaited().is(message)) {
                return Optional.of(request);
            }
        }
        return Optional.empty();
    }
}
