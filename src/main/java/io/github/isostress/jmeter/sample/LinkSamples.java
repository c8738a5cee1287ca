package io.github.isostress.jmeter.sample;

import io.github.isostress.jmeter.SampleKind;
import io.github.isostress.link.LinkEvent;
import io.github.isostress.message.describe.MessageWords;
import java.util.Optional;
import org.apache.jmeter.samplers.SampleResult;

/** The samples of what happens in a connection's life, labelled with the connection's name. */
final class LinkSamples {
    private final String connection;
    private final SampleResults results;
    private final MessageWords words;

    /**
     * For one connection.
     *
     * @param connection its name
     * @param words for its messages
     */
    LinkSamples(String connection, SampleResults results, MessageWords words) {
        this.connection = connection;
        this.results = results;
        this.words = words;
    }

    /** The event's sample; empty for the end of a connection, and for messages that
     * are told of in their request's sample only. */
    Optional<SampleResult> of(LinkEvent event) {
        if (event instanceof LinkEvent.Connected connected) {
            return Optional.of(results.ofConnect(SampleKind.CONNECT.label(connection), connected));
        }
        if (event instanceof LinkEvent.NotConnected failed) {
            return Optional.of(results.ofFailedConnect(SampleKind.CONNECT.label(connection), failed));
        }
        if (event instanceof LinkEvent.Performed ritual) {
            return Optional.of(results.ofRequest(
                    SampleKind.of(ritual.kind()).label(connection),
                    ritual.outcome(),
                    ritual.verdict(),
                    ResponseDetail.FULL,
                    words));
        }
        if (event instanceof LinkEvent.NotPerformed ritual) {
            return Optional.of(results.ofUnsent(SampleKind.of(ritual.kind()).label(connection), ritual.failure()));
        }
        if (event instanceof LinkEvent.Strayed strayed) {
            return SampleKind.of(strayed.stray().kind())
                    .map(kind -> results.ofStray(kind.label(connection), strayed.stray(), words));
        }
        if (event instanceof LinkEvent.LeftOver leftOver) {
            return Optional.of(results.ofLeftOver(SampleKind.LEFT_OVER.label(connection), leftOver, words));
        }
        if (event instanceof LinkEvent.Closed) {
            return Optional.empty();
        }
        return Optional.of(results.ofWait(SampleKind.POOL_WAIT.label(connection), (LinkEvent.Waited) event));
    }
}
