package io.github.isostress.link;

import io.github.isostress.exchange.Conversation;
import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.HostRequest;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.OutgoingRequest;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.failure.FailureException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A thread's way to its host over links that it has to itself for a sample: its own, or those of a pool. */
final class LentLinks implements ThreadLinks {
    private final LinkSource source;
    private final LinkPlan plan;
    private final LinkOwner owner;
    private final Consumer<UnmatchedFrame> listener;

    LentLinks(LinkSource source, LinkPlan plan, LinkOwner owner) {
        this.source = source;
        this.plan = plan;
        this.owner = owner;
        this.listener = frame -> owner.happened(new LinkEvent.Unmatched(frame));
    }

    @Override
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

    @Override
    public Optional<HostRequest> receive(long waitMillis, Interruption interruption)
            throws LinkNotOpened, FailureException {
        Link link = source.takeToReceive(owner, interruption);
        try {
            link.open(plan, owner, interruption);
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
            Optional<HostRequest> request = new Reception(link, listener).next(deadline);
            if (request.isEmpty()) {
                // A connection that was interrupted before the wait looks like one that has ended.
                interruption.check();
            }
            return request;
        } catch (RuntimeException | Error e) {
            link.giveUp("after " + e.getClass().getName());
            throw e;
        } finally {
            source.giveBack(link);
        }
    }

    @Override
    public void connect(Interruption interruption) throws LinkNotOpened, FailureException {
        Optional<Link> unopened = source.takeToOpen(interruption);
        if (unopened.isEmpty()) {
            return;
        }
        Link link = unopened.get();
        try {
            link.open(plan, owner, interruption);
        } finally {
            source.giveBack(link);
        }
    }

    @Override
    public void nextIteration(boolean sameUser) {
        source.nextIteration(sameUser);
    }

    @Override
    public void close() {
        source.close();
    }
}
