package io.github.isostress.jmeter.sample;

import io.github.isostress.jmeter.SampleKind;
import io.github.isostress.link.LinkEvent;
import io.github.isostress.message.describe.MessageWords;
import java.util.Optional;
import org.apache.jmeter.samplers.SampleResult;

/** The samples of what happens in a connection's life, labelled with the connection's name. */
final class LinkSamples {
    private LinkSamples() {}

    /** The event's sample; empty for the end of a connection, and for messages that
     * are told of in their request's sample only. */
    static Optional<SampleResult> of(String connection, LinkEvent event, MessageWords words) {
        if (event instanceof LinkEvent.Connected connected) {
            return Optional.of(SampleResults.ofConnect(SampleKind.CONNECT.label(connection), connected));
        }
        if (event instanceof LinkEvent.NotConnected failed) {
            return Optional.of(SampleResults.ofFailedConnect(SampleKind.CONNECT.label(connection), failed));
        }
        if (event instanceof LinkEvent.Performed ritual) {
            return Optional.of(SampleResults.ofRequest(
                    SampleKind.of(ritual.kind()).label(connection),
                    ritual.outcome(),
                    ritual.verdict(),
                    ResponseDetail.FULL,
                    words));
        }
        if (event instanceof LinkEvent.NotPerformed ritual) {
            return Optional.of(
                    SampleResults.ofUnsent(SampleKind.of(ritual.kind()).label(connection), ritual.failure()));
        }
        if (event instanceof LinkEvent.Strayed strayed) {
            return SampleKind.of(strayed.stray().kind())
                    .map(kind -> SampleResults.ofStray(kind.label(connection), strayed.stray(), words));
        }
        if (event instanceof LinkEvent.LeftOver leftOver) {
            return Optional.of(SampleResults.ofLeftOver(SampleKind.LEFT_OVER.label(connection), leftOver, words));
        }
        if (event instanceof LinkEvent.Closed) {
            return Optional.empty();
        }
        return Optional.of(SampleResults.ofWait(SampleKind.POOL_WAIT.label(connection), (LinkEvent.Waited) event));
    }
}
