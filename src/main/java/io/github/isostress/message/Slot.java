package io.github.isostress.message;

import java.util.function.Supplier;

/**
 * The place a line's value has among a template's values.
 *
 * @param index where the value stands, from 0
 * @param line the line it comes from
 * @param expression gives the value
 */
record Slot(int index, TemplateLine line, Expression expression) {
    private static final String UNRESOLVED = "${";

    boolean isConstant() {
        return expression.isConstant();
    }

    /** The value for one message, never null. */
    String value(String[] values) {
        return values[index];
    }

    /** Evaluates the expression. JMeter leaves a variable without a value as it was written. */
    String evaluate() {
        String value = check(expression::evaluate);
        if (value.contains(UNRESOLVED)) {
            throw new IllegalArgumentException(
                    line.place() + ": a variable or function in " + line.value() + " has no value");
        }
        return value;
    }

    /** Runs a step that may refuse the value and adds the place to its refusal. */
    <T> T check(Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(line.place() + ": " + e.getMessage(), e);
        }
    }
}
