package io.github.isostress.draft;

/**
 * A line of a template that holds a value. Immutable.
 *
 * @param kind whether it names an element or gives a captured message
 * @param line the line's number in the text, from 1
 * @param offset where the line begins in the text, in characters from 0
 * @param length of the line, in characters without the line break
 * @param path which element, as it is written, be it right or wrong; {@code hex} for a captured message
 * @param value the value without the quotes round it; may hold expressions
 */
public record DraftRow(Kind kind, int line, int offset, int length, String path, String value) {
    /** What a row gives. */
    public enum Kind {
        /** An element or a part of one. */
        ELEMENT,
        /** A captured message, or a part of one that is written over several lines. */
        HEX
    }
}
