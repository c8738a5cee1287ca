package io.github.isostress.jmeter.setting;

import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.MessageBytes;
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

    /** The bytes of the chosen message, whether a packager has read it or not; empty if there is none. */
    public static Optional<MessageBytes> bytes(LastExchange exchange, String choice) {
        return of(exchange, choice).map(MessageBytes::of).or(() -> unread(exchange, choice));
    }

    private static Optional<MessageBytes> unread(LastExchange exchange, String choice) {
        return Optional.ofNullable(choice.equals(REQUEST) ? exchange.unreadRequest() : exchange.unreadResponse());
    }

    /** One sentence why there is no chosen message; empty if there is one. */
    public static Optional<String> absence(LastExchange exchange, String choice) {
        if (of(exchange, choice).isPresent() || unread(exchange, choice).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                exchange.request() == null
                        ? "there is no " + choice + ": none was exchanged"
                        : "there is no response whose elements could be read");
    }
}
