package io.github.isostress.jmeter.setting;

import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.message.ByteSpan;
import io.github.isostress.message.describe.MessageBytes;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.words.Plural;
import java.util.Optional;

/**
 * A demand on bytes of a message, as hex digits. Immutable.
 *
 * @param span where they are
 * @param field what they mean, in the user's words; may be empty
 * @param demand what they must be, in upper-case hex digits
 */
record ByteRule(ByteSpan span, String field, ValueDemand demand) implements MessageRule {
    @Override
    public Optional<String> violation(LastExchange exchange, String choice) {
        MessageBytes message = MessageChoice.bytes(exchange, choice).orElseThrow();
        Optional<String> value = message.hex(span);
        if (demand.isMetBy(value)) {
            return Optional.empty();
        }
        if (value.isEmpty()) {
            return Optional.of(name() + " absent: the message has " + Plural.of(message.length(), "byte"));
        }
        String shown = message.shown(span).orElseThrow();
        String words = shown.equals(value.get())
                ? Masking.SEARCHED.mask(demand.words())
                : "which is not what the rule demands";
        return Optional.of(name() + " " + shown + ", " + words);
    }

    /** With its verb: "status (bytes 4-5) is". */
    private String name() {
        boolean one = span.first() == span.last();
        String place = (one ? "byte " : "bytes ") + span;
        if (!field.isEmpty()) {
            return field + " (" + place + ") is";
        }
        return place + (one ? " is" : " are");
    }
}
