package io.github.isostress.message.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a {@link MessageDescription}, written and read: a table of the elements as {@link DescriptionTable} has
 * it, the remark if there is one, a blank line, and a hex dump of the bytes in rows as {@link HexDumpRow} has them. Of
 * a message without elements and remark there is the dump alone. Stateless and thread-safe.
 */
final class DescriptionText {
    /** Characters of a usual line of the table. */
    private static final int LINE = 100;

    private DescriptionText() {}

    static String of(MessageDescription message) {
        List<DescribedElement> elements = message.elements();
        byte[] bytes = message.bytes().bytes();
        StringBuilder text = new StringBuilder(LINE * elements.size() + HexDumpWriter.capacity(bytes.length));
        if (!elements.isEmpty() || !message.remark().isEmpty()) {
            DescriptionTable.of(elements).write(text, elements);
            text.append(message.remark()).append(message.remark().isEmpty() ? "\n" : "\n\n");
        }
        HexDumpWriter.write(text, bytes, message.bytes().hidden());
        return text.toString();
    }

    /** Reads what begins at the next line; if that is no such text, takes no line. */
    static Optional<MessageDescription> read(TextLines lines) {
        Optional<DescriptionTable> table = lines.peek().flatMap(DescriptionTable::withHead);
        List<DescribedElement> elements =
                table.map(found -> elements(found, lines)).orElse(List.of());
        String remark = table.isPresent() ? remark(lines) : "";
        HexDumpReader dump = new HexDumpReader();
        while (lines.takeIf(dump::take)) {
            // Each row is taken by the dump.
        }
        return table.isEmpty() && dump.isEmpty()
                ? Optional.empty()
                : Optional.of(new MessageDescription(elements, dump.bytes(), remark));
    }

    private static List<DescribedElement> elements(DescriptionTable table, TextLines lines) {
        lines.take();
        List<DescribedElement> elements = new ArrayList<>();
        Optional<DescribedElement> element = lines.peek().flatMap(table::read);
        while (element.isPresent()) {
            elements.add(element.get());
            lines.take();
            element = lines.peek().flatMap(table::read);
        }
        return elements;
    }

    private static String remark(TextLines lines) {
        String remark = lines.peek().filter(line -> !line.isBlank()).orElse("");
        if (!remark.isEmpty()) {
            lines.take();
        }
        lines.takeIf(String::isBlank);
        return remark;
    }
}
