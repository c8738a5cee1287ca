package io.github.isostress.jmeter.sample;

import io.github.isostress.connect.ConnectionFacts;
import io.github.isostress.connect.ConnectionTarget;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.link.LinkEvent;

/** The texts of the samples of connects and waits for a connection. Stateless. */
final class ConnectionWriter {
    private ConnectionWriter() {}

    static SampleTexts connected(LinkEvent.Connected event) {
        String facts = String.join(
                "\n", ConnectionFacts.of(event.connection(), event.target().direction()));
        return SampleTexts.of(words(attempt(event.target())), words(facts + "\nwhy now         " + event.reason()));
    }

    static SampleTexts notConnected(LinkEvent.NotConnected event, Verdict verdict) {
        String attempt = attempt(event.target());
        String failure = ExchangeWriter.failure(verdict).heading();
        return SampleTexts.of(words(attempt), words(failure + "\n" + attempt + "\n" + event.reason()));
    }

    static SampleTexts waited(LinkEvent.Waited event, Verdict verdict) {
        SampleText outcome =
                event.failure() == null ? SampleText.EMPTY : SampleText.of(ExchangeWriter.failure(verdict));
        return SampleTexts.of(words(event.links()), outcome);
    }

    /** What was to be reached, in one line. */
    static String attempt(ConnectionTarget target) {
        String way = switch (target.direction()) {
            case WE_CONNECT -> "Connect to ";
            case HOST_CONNECTS -> "Accept on ";
        };
        return way + target.hosts() + (target.isTls() ? " with TLS" : "") + ", framing " + target.framing();
    }

    private static SampleText words(String lines) {
        return SampleText.of(SampleSection.ofWords(lines));
    }
}
