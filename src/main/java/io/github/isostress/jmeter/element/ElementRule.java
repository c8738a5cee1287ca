package io.github.isostress.jmeter.element;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.Printable;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.ShownValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What must hold of one element. Immutable.
 *
 * @param path the element or a part of it
 * @param demand what is demanded of it
 */
record ElementRule(ElementPath path, Demand demand) {

    /** What is demanded of an element. */
    sealed interface Demand {
        /** Whether a value, empty for none, is as demanded. */
        boolean isMetBy(Optional<String> value);

        /** The demand behind "it is ..., ", or empty where the value says it all. */
        String words();
    }

    /** The value is this one. */
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

    /** The value is one of these. */
    record OneOf(List<String> expected) implements Demand {
        /** Copies the list. */
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

    /** The whole value matches this regular expression. */
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

    /** There is an element, or there is none. */
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

    /** Why the rule does not hold of a message, in one sentence that shows no secret; empty if it holds. */
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
