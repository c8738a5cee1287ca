package io.github.isostress.exchange;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The requests that are under way on a shared connection: those whose answers carry keys, and those that are answered
 * in their order. Its lock guards what is remembered of the conversation, too. Thread-safe.
 */
final class RequestsUnderWay {
    private static final byte[] NOTHING = {};
    private static final FailureReport INTERRUPTED =
            new FailureReport(Failure.INTERRUPTED, "the sample was interrupted");

    private final Conversation conversation;
    private final KeyedRequests<SharedRequest> keyed = new KeyedRequests<>();
    /** In the order in which they were written; one whose wait was ended stays until its answer has come. */
    private final Deque<SharedRequest> inOrder = new ArrayDeque<>();

    private boolean ended;

    RequestsUnderWay(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Those whose answers carry keys; to be used under this object's lock. */
    KeyedRequests<SharedRequest> keyed() {
        return keyed;
    }

    /** Those that are answered in their order; to be used under this object's lock. */
    Deque<SharedRequest> inOrder() {
        return inOrder;
    }

    /**
     * Adds a request that is to be sent.
     *
     * @return false if the conversation has ended
     * @throws FailureException if its answer could not be told from others
     */
    synchronized boolean add(SharedRequest request) throws FailureException {
        if (!ended && !request.isInOrder()) {
            if (request.expectsAnswer()) {
                check(request);
                keyed.add(request);
            } else {
                addUnawaited(request);
            }
        }
        return !ended;
    }

    /** Where nothing tells its answer, that is an unmatched frame when it comes. */
    private void addUnawaited(SharedRequest request) throws FailureException {
        AwaitedAnswer awaited = request.awaited();
        if (awaited == null || !awaited.hasKeys()) {
            conversation.requests().unreadableNotAwaited();
        } else {
            checkUnderWay(request);
            conversation.requests().notAwaited(request.asToBeSent());
        }
    }

    private void checkUnderWay(SharedRequest request) throws FailureException {
        if (keyed.mayBeConfusedWith(request)) {
            throw sameKeys("a request with the same match elements is under way on this connection");
        }
    }

    private void check(SharedRequest request) throws FailureException {
        AwaitedAnswer awaited = request.awaited();
        if (awaited == null || !awaited.hasKeys()) {
            throw new FailureException(
                    Failure.TEMPLATE_ERROR,
                    (awaited == null ? "the packager cannot read the request" : "the request has no match element")
                            + ", so its answer cannot be told from others on a shared connection: name match elements"
                            + " that it has, or write in order if the host answers in the order of the requests");
        }
        checkUnderWay(request);
        if (conversation.requests().mayBeConfusedWith(awaited)) {
            throw sameKeys("the late answer to an earlier request with the same match elements may still come");
        }
    }

    private static FailureException sameKeys(String reason) {
        return new FailureException(
                Failure.KEYS_UNDER_WAY, reason + "; give each request its own STAN, such as 11 ${__isoStan()}");
    }

    /** A request is written now, behind those that were before. */
    void handedOver(SharedRequest request) {
        if (request.isInOrder() && request.expectsAnswer()) {
            synchronized (this) {
                inOrder.add(request);
            }
        }
    }

    /** Ends a request that waits for no answer. */
    void written(SharedRequest request) {
        synchronized (this) {
            if (request.isOver()) {
                return;
            }
            conversation.reported().reportedAsSent(request.bytes());
            request.unanswered(null, NOTHING, System.nanoTime());
        }
        request.wake();
    }

    /** A request that was handed over was not given to the connection after all. */
    synchronized void notGiven(SharedRequest request) {
        if (!request.isOver()) {
            request.notGiven();
        }
    }

    /** Ends a request that could not be written. */
    void notWritten(SharedRequest request, FailureReport why) {
        end(request, why, this::takeOut);
    }

    /** Ends the wait of a request that was interrupted; called by its thread. */
    void abandon(SharedRequest request) {
        Consumer<SharedRequest> leaving = request.withdraw() ? this::takeOut : this::leaveUnawaited;
        end(request, INTERRUPTED, leaving);
    }

    /** As {@link Silence#after}. */
    synchronized Silence silence(FailureReport failure, byte[] unfinished) {
        return Silence.after(failure, unfinished, conversation);
    }

    private void takeOut(SharedRequest request) {
        if (request.isInOrder()) {
            inOrder.remove(request);
        } else if (request.expectsAnswer()) {
            keyed.remove(request);
        }
    }

    /** One that is answered in order keeps its place. */
    private void leaveUnawaited(SharedRequest request) {
        if (!request.isInOrder() && request.expectsAnswer()) {
            keyed.remove(request);
            conversation.requests().notAwaited(request.asSent());
        }
    }

    /** One that is answered in order keeps its place: its answer must not be taken for the next one's. */
    private void leaveTimedOut(SharedRequest request) {
        if (!request.isInOrder() && request.expectsAnswer()) {
            keyed.remove(request);
            conversation.requests().timedOut(request.asSent());
        }
    }

    /**
     * Ends the wait of a request whose time is up; called by its thread.
     *
     * @param remark on what else came; empty or the end of a sentence
     * @return whether answers can no longer be told by their order
     */
    boolean timeIsUp(SharedRequest request, String remark) {
        if (request.withdraw()) {
            end(
                    request,
                    new FailureReport(Failure.SEND_FAILED, "the host did not take what was sent before"),
                    this::takeOut);
            return false;
        }
        if (request.wasSent() && request.deadlineNanos() - System.nanoTime() > 0) {
            return false;
        }
        return end(request, request.withoutAnswer(remark), this::leaveTimedOut) && request.isInOrder();
    }

    /** Ends a request without an answer, if it goes on; returns whether it did. */
    private boolean end(SharedRequest request, FailureReport why, Consumer<SharedRequest> leaving) {
        synchronized (this) {
            if (request.isOver()) {
                return false;
            }
            leaving.accept(request);
            fail(request, why, NOTHING);
        }
        request.wake();
        return true;
    }

    private void fail(SharedRequest request, FailureReport why, byte[] unfinished) {
        request.withdraw();
        if (request.wasSent()) {
            conversation.reported().reportedAsSent(request.bytes());
        }
        request.unanswered(why, unfinished, System.nanoTime());
    }

    /**
     * Ends all requests with the same failure; none can be added from now on.
     *
     * @param unfinished what had come of a frame
     * @return how many were under way; 0 if they had ended before
     */
    int endAll(FailureReport why, byte[] unfinished) {
        List<SharedRequest> all = new ArrayList<>();
        synchronized (this) {
            ended = true;
            all.addAll(keyed.takeAll());
            all.addAll(inOrder);
            inOrder.clear();
            all.removeIf(SharedRequest::isOver);
            all.forEach(request -> fail(request, why, unfinished));
        }
        all.forEach(SharedRequest::wake);
        return all.size();
    }
}
