package io.github.isostress.message.template;

import io.github.isostress.message.masking.Masking;
import io.github.isostress.message.masking.ShownText;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.ExpressionFailure;
import io.github.isostress.message.value.References;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.lang3.StringUtils;

/**
 * A line's value: one that never changes, or one that is evaluated for each message. Immutable and thread-safe.
 *
 * @param index of a value that is evaluated, among those of the template, from 0; -1 of another
 * @param line the line it comes from
 * @param masking what may be shown of the value
 * @param expression gives the value; null if a formula computes it
 */
record LineValue(int index, TemplateLine line, Masking masking, Expression expression) {
    private static final int CONSTANT = -1;

    private static final String UNRESOLVED = "${";
    private static final int LONGEST_REFERENCE = 60;

    /** Compiles a line's value; empty, and a problem, if it has an expression that cannot be compiled. */
    static Optional<LineValue> compile(
            int index, TemplateLine line, Masking masking, Expression.Compiler expressions, TemplateProblems problems) {
        try {
            Expression expression = expressions.compile(line.place(), line.value());
            return Optional.of(new LineValue(expression.isConstant() ? CONSTANT : index, line, masking, expression));
        } catch (IllegalArgumentException e) {
            problems.add(line, sentence(masking, e));
            return Optional.empty();
        }
    }

    /** The value of a line that a formula computes. */
    static LineValue computed(int index, TemplateLine line, Masking masking) {
        return new LineValue(index, line, masking, null);
    }

    /** Whether its expression is evaluated for each message. */
    boolean isEvaluated() {
        return !isConstant() && expression != null;
    }

    boolean isConstant() {
        return index == CONSTANT;
    }

    /**
     * The value for one message, never null.
     *
     * @param values those that were evaluated for it
     */
    String value(String[] values) {
        return isConstant() ? expression.evaluate() : values[index];
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
                masking == Masking.HIDDEN ? ShownText.ofReferenceToASecret(first) : ShownText.ofOthers(first),
                LONGEST_REFERENCE);
    }

    /**
     * Takes a step with the value.
     *
     * @throws BrokenRule naming the line, if the step throws an {@link IllegalArgumentException}
     */
    <T> T check(Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw broken(e);
        }
    }

    BrokenRule broken(IllegalArgumentException e) {
        return new BrokenRule(line, sentence(masking, e), e);
    }

    private static String sentence(Masking masking, IllegalArgumentException e) {
        return String.valueOf(
                e instanceof ExpressionFailure failure ? failure.inWords(masking == Masking.HIDDEN) : e.getMessage());
    }
}
