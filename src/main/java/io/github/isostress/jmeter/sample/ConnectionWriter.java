package io.github.isostress.jmeter.sample;

import io.github.isostress.connect.ConnectionFacts;
import io.github.isostress.connect.ConnectionSettings;
import io.github.isostress.link.LinkEvent;
import io.github.isostress.wire.Endpoint;
import java.util.stream.Collectors;

/** A connect in words, as its sample shows it. */
final class ConnectionWriter {
    private ConnectionWriter() {}

    /** What was connected to. */
    static String attempt(ConnectionSettings settings) {
        return "Connect to "
                + settings.endpoints().stream().map(Endpoint::toString).collect(Collectors.joining(", or "))
                + (settings.tls().isPresent() ? " with TLS" : "") + ", framing " + settings.framing() + "\n";
    }

    /** What came of it. */
    static String established(LinkEvent.Connected event) {
        return String.join("\n", ConnectionFacts.of(event.connection())) + "\nwhy now         " + event.reason() + "\n";
    }
}
