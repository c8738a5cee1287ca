package io.github.isostress.exchange;

import io.github.isostress.message.decode.DecodedMessage;
import java.util.Optional;

/**
 * Remembers the requests lately sent on one connection: those without an answer for a time, so that their late answers
 * are recognised; the last few of those that had one, for answers that come twice. Used by one thread at a time.
 */
final class SentRequests {
    /** How many are remembered whose time was up: a run with more on one connection tells nothing anyway. */
    static final int REMEMBERED_UNANSWERED = 20_000;

    /** How many at least are remembered that are not waited for: as many as a slow host may still answer. */
    static final int REMEMBERED_UNAWAITED = 256;

    private final KeyedRequests<SentRequest> answered = new KeyedRequests<>();
    /** The answered ones in their order, each in the place of the one that was forgotten for it. */
    private final SentRequest[] answeredInTurn;

    private int answeredTurn;
    private final UnansweredRequests unanswered = new UnansweredRequests(REMEMBERED_UNANSWERED);
    private final UnansweredRequests unawaited;
    private boolean unreadableUnawaited;
    private int answers;

    /**
     * None as yet.
     *
     * @param most how many are remembered that had their answer, at least 1
     */
    SentRequests(int most) {
        this.answeredInTurn = new SentRequest[most];
        this.unawaited = new UnansweredRequests(Math.max(most, REMEMBERED_UNAWAITED));
    }

    /** Counts a request that has had its answer, with or without keys. */
    void hadAnswer() {
        answers++;
    }

    /** How many requests have had their answer. */
    int answers() {
        return answers;
    }

    /** Remembers a request that has its answer; one without keys cannot be told from others and is left out. */
    void answered(SentRequest request) {
        if (request.awaited().hasKeys()) {
            SentRequest forgotten = answeredInTurn[answeredTurn];
            if (forgotten != null) {
                answered.remove(forgotten);
            }
            answered.add(request);
            answeredInTurn[answeredTurn] = request;
            answeredTurn = (answeredTurn + 1) % answeredInTurn.length;
        }
    }

    /** Remembers a request whose time is up. */
    void timedOut(SentRequest request) {
        unanswered.add(request, System.nanoTime());
    }

    /** Remembers a request whose answer is not waited for. */
    void notAwaited(SentRequest request) {
        unawaited.add(request, System.nanoTime());
    }

    /** Remembers that a request was sent that cannot be read and is not waited for: anything may be its answer. */
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

    /** The request without a wait that the message answers; it is an answered one from now on. */
    Optional<SentRequest> answeredUnawaitedBy(DecodedMessage message) {
        return taken(unawaited, message);
    }

    /** The request that the message answers late; it is an answered one from now on. */
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
        return Optional.ofNullable(answered.answeredBy(message));
    }
}
