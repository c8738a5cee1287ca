package io.github.isostress.exchange;

import io.github.isostress.message.DecodedMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The requests lately sent on one connection. Those without an answer are never forgotten, so that their late answers
 * are always recognised; there can only be a few of them. Of those with an answer, and of those that nobody waits for,
 * the last few are remembered. Used by one thread at a time.
 */
final class SentRequests {
    /** Of those that were waited for, of each sort. */
    static final int REMEMBERED = 16;

    /** Of those that nobody waits for: as many as a slow host may still answer. */
    static final int REMEMBERED_UNAWAITED = 256;

    private final Deque<SentRequest> unanswered = new ArrayDeque<>(0);
    private final Deque<SentRequest> answered = new ArrayDeque<>(0);
    private final Deque<SentRequest> unawaited = new ArrayDeque<>(0);
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

    /** Remembers a request whose time is up, unless that is one too many; returns whether it is remembered. */
    boolean timedOut(SentRequest request) {
        return unanswered.size() < REMEMBERED && unanswered.add(request);
    }

    /** Remembers a request whose answer nobody waits for. */
    void notAwaited(SentRequest request) {
        if (unawaited.size() == REMEMBERED_UNAWAITED) {
            unawaited.removeFirst();
        }
        unawaited.addLast(request);
    }

    /** Remembers that nobody waits for the answer to a request that cannot be read: anything may be that answer. */
    void unreadableNotAwaited() {
        unreadableUnawaited = true;
    }

    /** Whether answers to earlier requests may still come. */
    boolean mayHearMore() {
        return unreadableUnawaited || !unanswered.isEmpty() || !unawaited.isEmpty();
    }

    /** Whether the answer to an earlier request could be taken for the answer that is awaited now. */
    boolean mayBeConfusedWith(AwaitedAnswer awaited) {
        return unreadableUnawaited && !awaited.hasKeys()
                || mayBeConfused(unanswered, awaited)
                || mayBeConfused(unawaited, awaited);
    }

    private static boolean mayBeConfused(Deque<SentRequest> earlier, AwaitedAnswer awaited) {
        for (SentRequest request : earlier) {
            if (request.awaited().mayBeOneWith(awaited)) {
                return true;
            }
        }
        return false;
    }

    /** The request that the message answers although nobody waits for it, and from now on an answered one. */
    Optional<SentRequest> answeredUnawaitedBy(DecodedMessage message) {
        Optional<SentRequest> found = find(unawaited, message);
        found.ifPresent(request -> {
            unawaited.remove(request);
            answered(request);
        });
        return found;
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
