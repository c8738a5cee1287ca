package io.github.isostress.draft;

/**
 * A line of a template that holds a value. Immutable.
 *
 * @param kind whether it names an element or gives a captured message
 * @param line the line's number in the text, from 1
 * @param offset where the line begins in the text, in characters from 0
 * @param length the line's length in characters without the line break
 * @param path the element as written, right or wrong; {@code hex} for a captured message
 * @param value as {@link CellText}; two quotes if the element is present and empty; may hold expressions
 */
public record DraftRow(Kind kind, int line, int offset, int length, String path, String value) {
    /** Whether a formula gives the value. */
    public boolean isFormula() {
        return kind == Kind.ELEMENT && CellText.isFormula(value);
    }

    public enum Kind {
        /** An element or a part of one. */
        ELEMENT,
        /** A captured message, or one of the lines over which it is written. */
        HEX
    }
}
