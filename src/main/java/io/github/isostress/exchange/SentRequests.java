package io.github.isostress.exchange;

import io.github.isostress.message.decode.DecodedMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The requests lately sent on one connection. Those without an answer are remembered for a time, so that their late
 * answers are recognised; of those that had one the last few, for answers that come once more. Used by one thread at a
 * time.
 */
final class SentRequests {
    /** Of those that had their answer. */
    static final int REMEMBERED = 16;

    /** Of those whose time was up: no run that anybody can read has more on one connection. */
    static final int REMEMBERED_UNANSWERED = 20_000;

    /** Of those that nobody waits for: as many as a slow host may still answer. */
    static final int REMEMBERED_UNAWAITED = 256;

    private final Deque<SentRequest> answered = new ArrayDeque<>(0);
    private final UnansweredRequests unanswered = new UnansweredRequests(REMEMBERED_UNANSWERED);
    private final UnansweredRequests unawaited = new UnansweredRequests(REMEMBERED_UNAWAITED);
    private boolean unreadableUnawaited;

    /** Remembers a request that has its answer; one without keys cannot be told from others and is left out. */
    void answered(SentRequest request) {
        if (request.awaited().hasKeys()) {
            if (answered.size() == REMEMBERED) {
                answered.removeLast();
            }
            answered.addFirst(request);
        }
    }

    /** Remembers a request whose time is up. */
    void timedOut(SentRequest request) {
        unanswered.add(request, System.nanoTime());
    }

    /** Remembers a request whose answer nobody waits for. */
    void notAwaited(SentRequest request) {
        unawaited.add(request, System.nanoTime());
    }

    /** Remembers that nobody waits for the answer to a request that cannot be read: anything may be that answer. */
    void unreadableNotAwaited() {
        unreadableUnawaited = true;
    }

    /**
     * Whether the answer to an earlier request could be taken for the answer to one that is to be sent.
     *
     * @param awaited what its answer must carry, or null if that is not known: then anything may be its answer
     */
    boolean mayBeConfusedWith(AwaitedAnswer awaited) {
        if (!unreadableUnawaited && unanswered.isEmpty() && unawaited.isEmpty()) {
            return false;
        }
        long now = System.nanoTime();
        if (awaited == null) {
            return unreadableUnawaited || !unanswered.isEmpty(now) || !unawaited.isEmpty(now);
        }
        return unreadableUnawaited && !awaited.hasKeys()
                || unanswered.mayBeConfusedWith(awaited, now)
                || unawaited.mayBeConfusedWith(awaited, now);
    }

    /** The request that the message answers although nobody waits for it, and from now on an answered one. */
    Optional<SentRequest> answeredUnawaitedBy(DecodedMessage message) {
        return taken(unawaited, message);
    }

    /** The request that the message answers late, and from now on an answered one. */
    Optional<SentRequest> answeredLateBy(DecodedMessage message) {
        return taken(unanswered, message);
    }

    private Optional<SentRequest> taken(UnansweredRequests requests, DecodedMessage message) {
        Optional<SentRequest> found = requests.takeAnsweredBy(message, System.nanoTime());
        found.ifPresent(this::answered);
        return found;
    }

    /** The last request that the message answers and that had its answer before. */
    Optional<SentRequest> answeredAgainBy(DecodedMessage message) {
        for (SentRequest request : answered) {
            if (request.awaited().is(message)) {
                return Optional.of(request);
            }
        }
        return Optional.empty();
    }
}
