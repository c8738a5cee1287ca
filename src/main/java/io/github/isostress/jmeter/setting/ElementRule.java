package io.github.isostress.jmeter.setting;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.Printable;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.ShownValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A demand on one element of a message. Immutable.
 *
 * @param path the element or a part of it
 * @param demand what its value must be
 */
record ElementRule(ElementPath path, Demand demand) {

    sealed interface Demand {
        /** Whether the value meets it; empty if the message has no such element. */
        boolean isMetBy(Optional<String> value);

        /** The demand as the end of a sentence: "DE 39 is 51, " and these words. */
        String words();
    }

    record EqualTo(String expected) implements Demand {
        @Override
        public boolean isMetBy(Optional<String> value) {
            return value.filter(expected::equals).isPresent();
        }

        @Override
        public String words() {
            return "not " + expected;
        }
    }

    record OneOf(List<String> expected) implements Demand {
        OneOf {
            expected = List.copyOf(expected);
        }

        @Override
        public boolean isMetBy(Optional<String> value) {
            return value.filter(expected::contains).isPresent();
        }

        @Override
        public String words() {
            return "not one of " + String.join(", ", expected);
        }
    }

    /** The whole value matches, not a part of it. */
    record Matching(Pattern pattern) implements Demand {
        @Override
        public boolean isMetBy(Optional<String> value) {
            return value.filter(text -> pattern.matcher(text).matches()).isPresent();
        }

        @Override
        public String words() {
            return "which does not match " + pattern;
        }
    }

    /** The element is there, or must not be. */
    record Present(boolean expected) implements Demand {
        @Override
        public boolean isMetBy(Optional<String> value) {
            return value.isPresent() == expected;
        }

        @Override
        public String words() {
            return "and must be absent";
        }
    }

    /** How the message breaks the rule: one sentence that shows no secret; empty if it keeps the rule. */
    Optional<String> violation(DecodedMessage message) {
        if (demand.isMetBy(message.value(path))) {
            return Optional.empty();
        }
        String name = path.element() == 0 ? "the MTI" : "DE " + path;
        Optional<String> shown = ShownValue.of(message, path);
        if (shown.isEmpty()) {
            return Optional.of(name + " is absent");
        }
        String words = ShownValue.beside(message, path, demand.words()).orElse("which is not what the rule demands");
        return Optional.of(name + " is " + Printable.orHex(shown.get()) + ", " + words);
    }
}
