package io.github.isostress.message.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A description found in a longer text. Immutable.
 *
 * @param before the lines in front of it, each with a line feed
 * @param description what was found
 * @param after the lines behind it, likewise
 */
public record DescriptionInText(String before, MessageDescription description, String after) {
    /** The first {@link MessageDescription#text} in a text of lines with any line ends. */
    public static Optional<DescriptionInText> first(String text) {
        List<String> lines = text.lines().toList();
        for (int start = 0; start < lines.size(); start++) {
            Search search = new Search(lines, start);
            if (search.findsTable() || search.findsDump()) {
                return Optional.of(new DescriptionInText(
                        joined(lines.subList(0, start)), search.description(), joined(search.rest())));
            }
        }
        return Optional.empty();
    }

    private static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Reads forward from one line. */
    private static final class Search {
        private final List<String> lines;
        private final List<DescribedElement> elements = new ArrayList<>();
        private final HexDumpReader dump = new HexDumpReader();
        private String remark = "";
        private int next;

        Search(List<String> lines, int start) {
            this.lines = lines;
            this.next = start;
        }

        boolean findsTable() {
            Optional<DescriptionTable> table = DescriptionTable.withHead(lines.get(next));
            table.ifPresent(columns -> {
                next++;
                elements(columns);
                remark();
                findsDump();
            });
            return table.isPresent();
        }

        private void elements(DescriptionTable table) {
            while (next < lines.size()) {
                Optional<DescribedElement> element = table.read(lines.get(next));
                if (element.isEmpty()) {
                    return;
                }
                elements.add(element.get());
                next++;
            }
        }

        private void remark() {
            if (next < lines.size() && !lines.get(next).isBlank()) {
                remark = lines.get(next++);
            }
            if (next < lines.size() && lines.get(next).isBlank()) {
                next++;
            }
        }

        boolean findsDump() {
            int first = next;
            while (next < lines.size() && dump.take(lines.get(next))) {
                next++;
            }
            return next > first;
        }

        MessageDescription description() {
            return new MessageDescription(elements, dump.bytes(), remark);
        }

        List<String> rest() {
            return lines.subList(next, lines.size());
        }
    }
}
