package io.github.isostress.message.template;

import io.github.isostress.message.masking.Masking;
import io.github.isostress.message.masking.ShownText;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.lang3.StringUtils;

/**
 * A line's value: the same in every message, or living, with a place among the living values.
 *
 * @param place of a living value, from 0; -1 of another
 * @param line the line it comes from
 * @param rule what may be shown of the value
 * @param expression gives the value
 */
public record LineValue(int place, TemplateLine line, Masking rule, Expression expression) {
    /** The place of a value that is the same in every message. */
    private static final int CONSTANT = -1;

    private static final String UNRESOLVED = "${";
    private static final int LONGEST_REFERENCE = 60;

    /** Compiles a line's value; empty, and a problem, if it has an expression that cannot be compiled. */
    static Optional<LineValue> compile(
            int place, TemplateLine line, Masking rule, Expression.Compiler expressions, TemplateProblems problems) {
        try {
            Expression expression = expressions.compile(line);
            return Optional.of(new LineValue(expression.isConstant() ? CONSTANT : place, line, rule, expression));
        } catch (IllegalArgumentException e) {
            problems.add(line, sentence(rule, e));
            return Optional.empty();
        }
    }

    boolean isConstant() {
        return place == CONSTANT;
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
        if (value.contains(UNRESOLVED)) {
            throw new BrokenRule(line, "a variable or function in " + reference(value) + " has no value");
        }
        return value;
    }

    /** The first reference alone: what stands around it may be a card number. */
    private String reference(String value) {
        String first = References.in(value).get(0);
        return StringUtils.abbreviate(
                rule == Masking.HIDDEN ? ShownText.ofReferenceToASecret(first) : ShownText.ofOthers(first),
                LONGEST_REFERENCE);
    }

    /** Runs a step that may refuse the value, and says where that is. */
    <T> T check(Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw broken(e);
        }
    }

    /** What refuses the value, and where. */
    BrokenRule broken(IllegalArgumentException e) {
        return new BrokenRule(line, sentence(rule, e), e);
    }

    private static String sentence(Masking rule, IllegalArgumentException e) {
        return String.valueOf(
                e instanceof ExpressionFailure failure ? failure.inWords(rule == Masking.HIDDEN) : e.getMessage());
    }
}
