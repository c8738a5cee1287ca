package io.github.isostress.link;

import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.HostRequest;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.OutgoingRequest;
import io.github.isostress.exchange.SharedConversation;
import io.github.isostress.exchange.SharedRequest;
import io.github.isostress.failure.FailureException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A thread's way to its host over links that all threads use at once. */
final class SharedWay implements ThreadLinks {
    private final SharedLinks links;
    private final LinkPlan plan;
    private final LinkOwner owner;

    SharedWay(SharedLinks links, LinkPlan plan, LinkOwner owner) {
        this.links = links;
        this.plan = plan;
        this.owner = owner;
    }

    @Override
    public Outcome run(Exchange exchange, OutgoingRequest request, Interruption interruption)
            throws LinkNotOpened, FailureException {
        while (true) {
            SharedLink link = links.take(plan, owner, interruption);
            try {
                SharedConversation conversation = link.standing();
                SharedRequest sent = conversation == null ? null : exchange.begin(conversation, request);
                if (sent != null) {
                    link.record().carries();
                    interruption.endWaitBy(sent::interrupt);
                    return sent.toOutcome();
                }
            } finally {
                interruption.waitEnded();
                links.giveBack(link);
            }
        }
    }

    @Override
    public Optional<HostRequest> receive(long waitMillis, Interruption interruption)
            throws LinkNotOpened, FailureException {
        links.hostRequests().want();
        if (!links.stand()) {
            connect(interruption);
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        return links.hostRequests().next(deadline, interruption);
    }

    @Override
    public void connect(Interruption interruption) throws LinkNotOpened, FailureException {
        links.giveBack(links.take(plan, owner, interruption));
    }

    @Override
    public void nextIteration(boolean sameUser) {
        // Shared links live as long as the test.
    }

    @Override
    public void close() {
        // Shared links live as long as the test.
    }
}
