package io.github.isostress.link;

import io.github.isostress.exchange.Conversation;
import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.OutgoingRequest;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.failure.FailureException;
import java.util.function.Consumer;

/** A JMeter thread's way to its host: over its own link, or over those of a pool. Used by that thread. */
public final class ThreadLinks implements AutoCloseable {
    private final LinkSource source;
    private final LinkPlan plan;
    private final LinkOwner owner;
    private final Consumer<UnmatchedFrame> listener;

    ThreadLinks(LinkSource source, LinkPlan plan, LinkOwner owner) {
        this.source = source;
        this.plan = plan;
        this.owner = owner;
        this.listener = frame -> owner.happened(new LinkEvent.Unmatched(frame));
    }

    /**
     * Sends a request on a link, which is opened first if need be, and waits for its answer.
     *
     * @throws LinkNotOpened with the event that stands for the request
     * @throws FailureException if the request was never sent
     */
    public Outcome run(Exchange exchange, OutgoingRequest request, Interruption interruption)
            throws LinkNotOpened, FailureException {
        Link link = source.take(owner, interruption);
        try {
            Conversation conversation = link.open(plan, owner, interruption);
            if (!exchange.canRun(conversation, request)) {
                link.close("a late answer to an earlier request could not have been told from the answer to this one");
                conversation = link.open(plan, owner, interruption);
            }
            Outcome outcome = exchange.run(conversation, request, listener);
            link.used(outcome);
            return outcome;
        } catch (RuntimeException | Error e) {
            link.giveUp("after " + e.getClass().getName());
            throw e;
        } finally {
            source.giveBack(link);
        }
    }

    /**
     * Opens a link and signs on, without a request.
     *
     * @throws LinkNotOpened with what came instead
     * @throws FailureException if the settings cannot be used or the wait was interrupted
     */
    public void connect(Interruption interruption) throws LinkNotOpened, FailureException {
        Link link = source.take(owner, interruption);
        try {
            link.open(plan, owner, interruption);
        } finally {
            source.giveBack(link);
        }
    }

    /**
     * The thread begins another iteration.
     *
     * @param sameUser whether the thread group goes on as the same user
     */
    public void nextIteration(boolean sameUser) {
        source.nextIteration(sameUser);
    }

    /** The thread ends: signs off and closes what is its own. */
    @Override
    public void close() {
        source.close();
    }
}
