package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.Conversation;
import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.OutgoingRequest;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.exchange.UnsolicitedRules;
import io.github.isostress.failure.FailureException;
import io.github.isostress.link.Interruption;
import io.github.isostress.link.Link;
import io.github.isostress.link.LinkEvent;
import io.github.isostress.link.LinkNotOpened;
import io.github.isostress.link.LinkPlan;
import io.github.isostress.link.Links;
import io.github.isostress.message.IsoPackager;
import java.util.Optional;
import java.util.function.Consumer;

/** One JMeter thread's way to its host. Used by that thread. */
public final class ThreadLinks implements AutoCloseable {
    private final Links links;
    private final LinkPlan plan;
    private final Optional<IsoPackager> packager;
    private final UnsolicitedRules unsolicited;
    private final SampleOrigin origin;
    private final Consumer<UnmatchedFrame> teller;

    public ThreadLinks(
            Links links,
            LinkPlan plan,
            Optional<IsoPackager> packager,
            UnsolicitedRules unsolicited,
            SampleOrigin origin) {
        this.links = links;
        this.plan = plan;
        this.packager = packager;
        this.unsolicited = unsolicited;
        this.origin = origin;
        this.teller = frame -> origin.happened(new LinkEvent.Unmatched(frame));
    }

    /** What reads the messages; empty if they are raw. */
    public Optional<IsoPackager> packager() {
        return packager;
    }

    /** What to answer when the host speaks first. */
    public UnsolicitedRules unsolicited() {
        return unsolicited;
    }

    /** Whose samples the link's events become. */
    public SampleOrigin origin() {
        return origin;
    }

    /**
     * Runs one exchange on a link, which is opened first if need be.
     *
     * @throws LinkNotOpened with the event that stands for the request
     * @throws FailureException if the request was never sent
     */
    public Outcome run(Exchange exchange, OutgoingRequest request, Interruption interruption)
            throws LinkNotOpened, FailureException {
        origin.sampleBegins();
        Link link = links.take(origin, interruption);
        try {
            Conversation conversation = link.open(plan, origin, interruption);
            if (!exchange.canRun(conversation, request)) {
                link.close("a late answer to an earlier request could not have been told from the answer to this one");
                conversation = link.open(plan, origin, interruption);
            }
            Outcome outcome = exchange.run(conversation, request, teller);
            link.used(outcome);
            return outcome;
        } catch (RuntimeException | Error e) {
            link.giveUp("after " + e.getClass().getName());
            throw e;
        } finally {
            links.giveBack(link);
        }
    }

    /**
     * Opens a link and signs on, without a request.
     *
     * @throws LinkNotOpened with what came instead
     * @throws FailureException if the settings cannot be used or the wait was interrupted
     */
    public void connect(Interruption interruption) throws LinkNotOpened, FailureException {
        Link link = links.take(origin, interruption);
        try {
            link.open(plan, origin, interruption);
        } finally {
            links.giveBack(link);
        }
    }

    public void nextIteration(boolean sameUser) {
        links.nextIteration(sameUser);
    }

    @Override
    public void close() {
        links.close();
    }
}
