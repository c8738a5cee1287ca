package io.github.isostress.message;

import java.util.function.Supplier;
import org.apache.commons.lang3.StringUtils;

/**
 * A line's value: the same in every message, or living, with a place among the living values.
 *
 * @param place of a living value, from 0
 * @param line the line it comes from
 * @param expression gives the value
 */
record Slot(int place, TemplateLine line, Expression expression) {
    private static final String UNRESOLVED = "${";
    private static final int LONGEST_REFERENCE = 60;

    /**
     * Compiles a line's value.
     *
     * @throws LineRefusal if it has an expression that cannot be compiled
     */
    static Slot compile(int place, TemplateLine line, Expression.Compiler expressions) {
        try {
            return new Slot(place, line, expressions.compile(line.value()));
        } catch (IllegalArgumentException e) {
            throw LineRefusal.of(line, Masking.SEARCHED.mask(String.valueOf(e.getMessage())), e);
        }
    }

    boolean isConstant() {
        return expression.isConstant();
    }

    /**
     * The value for one message, never null.
     *
     * @param values the living ones
     */
    String value(String[] values) {
        return isConstant() ? expression.evaluate() : values[place];
    }

    /** Evaluates the expression. JMeter leaves a variable without a value as it was written. */
    String evaluate() {
        String value = check(expression::evaluate);
        int reference = value.indexOf(UNRESOLVED);
        if (reference >= 0) {
            throw LineRefusal.of(
                    line,
                    "a variable or function in " + Masking.SEARCHED.mask(reference(value.substring(reference)))
                            + " has no value");
        }
        return value;
    }

    /** The first reference alone: what stands around it may be a card number. */
    private static String reference(String text) {
        int end = text.indexOf('}') + 1;
        return end == 0 ? UNRESOLVED : StringUtils.abbreviate(text.substring(0, end), LONGEST_REFERENCE);
    }

    /** Runs a step that may refuse the value and adds the place to its refusal. */
    <T> T check(Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw refusal(e);
        }
    }

    /** What refuses the value, with the place. */
    LineRefusal refusal(IllegalArgumentException e) {
        return LineRefusal.of(line, e.getMessage(), e);
    }
}
