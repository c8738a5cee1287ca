package io.github.isostress.message.describe;

import java.util.List;
import java.util.Optional;

/**
 * A message in words: its elements and its wire bytes, as far as they may be shown. Immutable.
 *
 * @param elements in the order of the bytes; the parts of an element follow it, one deeper; empty if no packager has
 *     read the bytes
 * @param bytes the whole frame
 * @param remark what else is to be said, such as of bytes behind the last element, in one line; else empty
 */
public record MessageDescription(List<DescribedElement> elements, ShownBytes bytes, String remark) {
    /** Copies the list. */
    public MessageDescription {
        elements = List.copyOf(elements);
    }

    /** For people, and for {@link #read}: see {@link DescriptionText}. */
    public String text() {
        return DescriptionText.of(this);
    }

    /** Reads the {@link #text} of a description, which is all that the lines hold; empty if it is none. */
    public static Optional<MessageDescription> read(String text) {
        TextLines lines = new TextLines(text);
        return readNext(lines).filter(read -> !lines.hasNext());
    }

    /** Reads the {@link #text} that begins at the next line and takes its lines; none, if it is none. */
    public static Optional<MessageDescription> readNext(TextLines lines) {
        return DescriptionText.read(lines);
    }
}
