package io.github.isostress.jmeter.sample;

import io.github.isostress.jmeter.record.SampleKind;
import io.github.isostress.link.LinkEvent;
import io.github.isostress.message.describe.MessageDescriber;
import java.util.Optional;
import org.apache.jmeter.samplers.SampleResult;

/** The samples of what happens in a connection's life, labelled with the connection's name. */
final class LinkSamples {
    private final String connection;
    private final SampleResults results;
    private final MessageDescriber describer;

    /**
     * For one connection.
     *
     * @param connection its name
     * @param describer for its messages
     */
    LinkSamples(String connection, SampleResults results, MessageDescriber describer) {
        this.connection = connection;
        this.results = results;
        this.describer = describer;
    }

    /** The event's sample; empty for an event that becomes none. */
    Optional<SampleResult> of(LinkEvent event) {
        return SampleKind.of(event).map(kind -> of(event, kind.label(connection)));
    }

    private SampleResult of(LinkEvent event, String label) {
        if (event instanceof LinkEvent.Connected connected) {
            return results.ofConnect(label, connected);
        }
        if (event instanceof LinkEvent.NotConnected failed) {
            return results.ofFailedConnect(label, failed);
        }
        if (event instanceof LinkEvent.SessionMessageSent sent) {
            return results.ofRequest(label, sent.outcome(), sent.verdict(), ResponseDetail.FULL, describer);
        }
        if (event instanceof LinkEvent.SessionMessageNotSent unsent) {
            return results.ofUnsent(label, unsent.failure());
        }
        if (event instanceof LinkEvent.Unmatched unmatched) {
            return results.ofUnmatched(label, unmatched.frame(), describer);
        }
        if (event instanceof LinkEvent.Unanswered unanswered) {
            return results.ofUnanswered(label, unanswered, describer);
        }
        if (event instanceof LinkEvent.LeftOver leftOver) {
            return results.ofLeftOver(label, leftOver, describer);
        }
        return results.ofWait(label, (LinkEvent.Waited) event);
    }
}
