package io.github.isostress.jmeter.setting;

import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.Optional;

/** Which message of an exchange an element reads, in the words of a plan. */
public final class MessageChoice {
    public static final String RESPONSE = "response";
    public static final String REQUEST = "request";

    private MessageChoice() {}

    /** The chosen message; empty if there is none or no packager has read it. */
    public static Optional<DecodedMessage> of(LastExchange exchange, String choice) {
        return Optional.ofNullable(choice.equals(REQUEST) ? exchange.request() : exchange.response());
    }

    /** One sentence why {@link #of} gives none. */
    public static String absence(LastExchange exchange, String choice) {
        return choice.equals(RESPONSE) && exchange.request() != null
                ? "there is no response whose elements could be read"
                : "there is no " + choice
                        + " with elements: none was exchanged, or messages are raw (the connection has no packager)";
    }
}
