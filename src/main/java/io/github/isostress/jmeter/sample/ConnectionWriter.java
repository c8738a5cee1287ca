package io.github.isostress.jmeter.sample;

import io.github.isostress.connect.ConnectionFacts;
import io.github.isostress.connect.ConnectionTarget;
import io.github.isostress.jmeter.sample.MeasuredTime.What;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.link.LinkEvent;

/** The texts of the samples of connects and waits for a connection. Stateless. */
final class ConnectionWriter {
    private ConnectionWriter() {}

    static SampleTexts connected(LinkEvent.Connected event) {
        String facts = String.join(
                "\n", ConnectionFacts.of(event.connection(), event.target().direction()));
        SampleSection opened = SampleSection.ofWords(facts + "\nwhy now         " + event.reason());
        return SampleTexts.of(words(attempt(event.target())), SampleText.of(opened, time(What.CONNECT, event)));
    }

    static SampleTexts notConnected(LinkEvent.NotConnected event, Verdict verdict) {
        String attempt = attempt(event.target());
        String failure = ExchangeWriter.failure(verdict).heading();
        SampleSection refused = SampleSection.ofWords(failure + "\n" + attempt + "\n" + event.reason());
        return SampleTexts.of(words(attempt), SampleText.of(refused, time(What.CONNECT, event)));
    }

    static SampleTexts waited(LinkEvent.Waited event, Verdict verdict) {
        SampleSection time = time(What.WAIT, event);
        SampleText outcome =
                event.failure() == null ? SampleText.of(time) : SampleText.of(ExchangeWriter.failure(verdict), time);
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

    private static SampleSection time(What measured, LinkEvent event) {
        return SampleSection.ofTime(MeasuredTime.of(measured, event.endNanos() - event.startNanos()));
    }

    private static SampleText words(String lines) {
        return SampleText.of(SampleSection.ofWords(lines));
    }
}
