package io.github.isostress.message.template;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.Formula;

/**
 * A value of a template that is computed from the rest of the message. Immutable and thread-safe.
 *
 * @param value its line, and its place among the values of a message
 * @param formula computes it
 */
record FormulaValue(LineValue value, Formula formula) {
    TemplateLine line() {
        return value.line();
    }

    /** Whether it is computed over the bytes of the message, which its placeholder is part of. */
    boolean coversBytes() {
        return !formula.placeholder().isEmpty();
    }

    /** Whether it asks for a value that the other one gives. */
    boolean needs(FormulaValue other) {
        return formula.needs().stream()
                .anyMatch(path -> overlap(path, other.line().path()));
    }

    private static boolean overlap(ElementPath one, ElementPath other) {
        int common = Math.min(one.parts().size(), other.parts().size());
        return one.element() == other.element()
                && one.parts().subList(0, common).equals(other.parts().subList(0, common));
    }
}
