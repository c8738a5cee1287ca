package io.github.isostress.jmeter.setting;

import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.Printable;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.ShownValue;
import java.util.Optional;

/**
 * A demand on one element of a message. Immutable.
 *
 * @param path the element or a part of it
 * @param demand what its value must be
 */
record ElementRule(ElementPath path, ValueDemand demand) implements MessageRule {
    @Override
    public Optional<String> violation(LastExchange exchange, String choice) {
        Optional<DecodedMessage> message = MessageChoice.of(exchange, choice);
        return message.isPresent()
                ? violation(message.get())
                : Optional.of(name() + " cannot be read: messages are raw (the connection has no packager);"
                        + " demand bytes instead, as in bytes 4-5 equals 0000");
    }

    private Optional<String> violation(DecodedMessage message) {
        if (demand.isMetBy(message.value(path))) {
            return Optional.empty();
        }
        Optional<String> shown = ShownValue.of(message, path);
        if (shown.isEmpty()) {
            return Optional.of(name() + " is absent");
        }
        String words = ShownValue.beside(message, path, demand.words()).orElse("which is not what the rule demands");
        return Optional.of(name() + " is " + Printable.orHex(shown.get()) + ", " + words);
    }

    private String name() {
        return path.element() == 0 ? "the MTI" : "DE " + path;
    }
}
