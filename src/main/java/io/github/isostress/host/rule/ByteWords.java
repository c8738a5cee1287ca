package io.github.isostress.host.rule;

import io.github.isostress.host.session.AnswerContent;
import io.github.isostress.host.session.Behaviour;
import io.github.isostress.host.session.Condition;
import io.github.isostress.message.ByteSpan;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads conditions and behaviours that name bytes of a message, and so need no packager. Stateless. */
final class ByteWords {
    private static final String HEX = "([0-9A-Fa-f]{2})+";

    private ByteWords() {}

    /** Behind {@code bytes}: a place and the value there. */
    static Condition condition(RuleWords words) {
        ByteSpan span = span(words);
        return new Condition.BytesAre(span, value(words, span));
    }

    /** Behind {@code change}: places, each with the value that it gets. */
    static Behaviour change(RuleWords words) {
        List<AnswerContent.ChangedBytes.Change> changes = new ArrayList<>();
        do {
            ByteSpan span = span(words);
            if (span.length().isEmpty()) {
                throw words.refusal("'change' needs the offsets of the bytes, as in 'change 1 to 11, 4-5 to 0017'");
            }
            if (!words.take("to")) {
                throw words.refusal("behind the bytes of 'change' there must be 'to' and their value, as in"
                        + " 'change 1 to 11, 4-5 to 0017'");
            }
            changes.add(
                    new AnswerContent.ChangedBytes.Change(span, HexFormat.of().parseHex(value(words, span))));
        } while (words.take(","));
        return new AnswerContent.ChangedBytes(List.copyOf(changes));
    }

    private static ByteSpan span(RuleWords words) {
        try {
            return ByteSpan.parse(words.next("place of bytes"));
        } catch (IllegalArgumentException e) {
            throw e instanceof RuleRefusal ? e : words.refusal(e.getMessage());
        }
    }

    private static String value(RuleWords words, ByteSpan span) {
        String digits = words.next("value of bytes " + span);
        if (!digits.matches(HEX)) {
            throw words.refusal("'" + digits + "' is no value of bytes, which is two hex digits for each");
        }
        int bytes = digits.length() / 2;
        if (span.length().filter(length -> length != bytes).isPresent()) {
            throw words.refusal(
                    "bytes " + span + " are " + span.length().get() + " in number, and '" + digits + "' is " + bytes);
        }
        return digits;
    }
}
