package io.github.isostress.jmeter.setting;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a value of a message must be. */
sealed interface ValueDemand {
    /** Whether the value meets it; empty if the message has no such value. */
    boolean isMetBy(Optional<String> value);

    /** The demand as the end of a sentence: "DE 39 is 51, " and these words. */
    String words();

    /** Exactly that. */
    record EqualTo(String expected) implements ValueDemand {
        @Override
        public boolean isMetBy(Optional<String> value) {
            return value.filter(expected::equals).isPresent();
        }

        @Override
        public String words() {
            return "not " + expected;
        }
    }

    /** One of those. */
    record OneOf(List<String> expected) implements ValueDemand {
        public OneOf {
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
    record Matching(Pattern pattern) implements ValueDemand {
        @Override
        public boolean isMetBy(Optional<String> value) {
            return value.filter(text -> pattern.matcher(text).matches()).isPresent();
        }

        @Override
        public String words() {
            return "which does not match " + pattern;
        }
    }

    /** The value is there, or must not be. */
    record Present(boolean expected) implements ValueDemand {
        @Override
        public boolean isMetBy(Optional<String> value) {
            return value.isPresent() == expected;
        }

        @Override
        public String words() {
            return "and must be absent";
        }
    }
}
