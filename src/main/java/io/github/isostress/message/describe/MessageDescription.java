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
    /** Characters that most lines of the table have at most. */
    private static final int LINE = 100;

    /** Copies the list. */
    public MessageDescription {
        elements = List.copyOf(elements);
    }

    /**
     * As text for people, which {@link #read} understands: a table of the elements, a blank line, and the hex dump of
     * the bytes; only the dump if there are no elements.
     */
    public String text() {
        StringBuilder text = new StringBuilder(LINE * elements.size() + HexDump.length(bytes.bytes().length));
        if (!elements.isEmpty() || !remark.isEmpty()) {
            DescriptionTable.of(elements).write(text, elements);
            text.append(remark).append(remark.isEmpty() ? "\n" : "\n\n");
        }
        HexDump.write(text, bytes.bytes(), bytes.hidden());
        return text.toString();
    }

    /** Reads the {@link #text} back, with any line ends; empty if the text is none. */
    public static Optional<MessageDescription> read(String text) {
        return DescriptionInText.first(text)
                .filter(found -> found.before().isBlank() && found.after().isBlank())
                .map(DescriptionInText::description);
    }
}
