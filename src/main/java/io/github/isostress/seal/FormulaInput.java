package io.github.isostress.seal;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.MessageInputs;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a formula's setting gives: a text that may hold expressions, or the value of an element of the message. Immutable
 * and thread-safe.
 *
 * @param setting the setting's name, for problems
 * @param expression gives the text; null for an element
 * @param elements of which the first that the message has counts; empty for a text
 */
record FormulaInput(String setting, Expression expression, List<ElementPath> elements) {
    private static final String UNRESOLVED = "${";

    static FormulaInput text(String setting, Expression expression) {
        return new FormulaInput(setting, expression, List.of());
    }

    /** The first of these elements that the message has. */
    static FormulaInput firstOf(String setting, String... paths) {
        return new FormulaInput(
                setting, null, Arrays.stream(paths).map(ElementPath::parse).toList());
    }

    /** The elements whose values it asks for. */
    Set<ElementPath> needs() {
        return Set.copyOf(elements);
    }

    /** Evaluates the expression for a message, once. */
    Given begin() {
        if (expression == null) {
            return new Given(this, null);
        }
        String text = expression.evaluate();
        if (text.contains(UNRESOLVED)) {
            throw new IllegalArgumentException("a variable or function in " + setting + " has no value");
        }
        return new Given(this, text);
    }

    /**
     * What it gives in one message.
     *
     * @param text the evaluated text; null for an element
     */
    record Given(FormulaInput input, String text) {
        /**
         * The value.
         *
         * @throws IllegalArgumentException if the message does not have the element
         */
        String value(MessageInputs inputs) {
            return text == null ? element(inputs).orElseThrow(this::missing) : text;
        }

        /** Which element gives it, for people; empty for a text. */
        Optional<ElementPath> source(MessageInputs inputs) {
            return input.elements.stream()
                    .filter(path -> inputs.value(path).isPresent())
                    .findFirst();
        }

        private Optional<String> element(MessageInputs inputs) {
            for (ElementPath path : input.elements) {
                Optional<String> value = inputs.value(path);
                if (value.isPresent()) {
                    return value;
                }
            }
            return Optional.empty();
        }

        private IllegalArgumentException missing() {
            return new IllegalArgumentException(input.setting + " comes from element "
                    + input.elements.stream().map(ElementPath::toString).collect(Collectors.joining(" or "))
                    + ", which the message does not have");
        }

        /** Which setting it is; no value, since that may be a secret. */
        @Override
        public String toString() {
            return input.setting;
        }
    }

    @Override
    public String toString() {
        return setting;
    }
}
