package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.Optional;

/** Which of an exchange's messages an element looks at, as users write it. */
final class MessageChoice {
    /** The answer. */
    static final String RESPONSE = "response";
    /** The request. */
    static final String REQUEST = "request";

    private MessageChoice() {}

    /** The chosen message; empty if there is none with data elements. */
    static Optional<DecodedMessage> of(LastExchange exchange, String choice) {
        return Optional.ofNullable(choice.equals(REQUEST) ? exchange.request() : exchange.response());
    }

    /** Why {@link #of} gives none, in one sentence. */
    static String absence(LastExchange exchange, String choice) {
        return choice.equals(RESPONSE) && exchange.request() != null
                ? "there is no response whose elements could be read"
                : "there is no " + choice
                        + " with elements: none was exchanged, or messages are raw (the connection has no packager)";
    }
}
