package io.github.isostress.message.describe;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;

/**
 * The columns of a table of elements, one element a line: label, offset, length in bytes, name, value and meaning. Its
 * head says where the columns are, so that it can be read back. A value that is empty before a meaning, begins with a
 * quote, or has outer or double blanks stands in quotes; it ends at two blanks or at the last quote.
 *
 * @param startColumn where the offsets end, which are right-aligned
 * @param lengthColumn where the lengths end, right-aligned, too
 * @param nameColumn where the names begin
 * @param valueColumn where the values begin
 */
record DescriptionTable(int startColumn, int lengthColumn, int nameColumn, int valueColumn) {
    private static final String GAP = "  ";
    /** Strings of blanks, by length. */
    private static final String[] BLANKS =
            IntStream.rangeClosed(0, 80).mapToObj(" "::repeat).toArray(String[]::new);

    private static final String UNKNOWN = "-";
    private static final int LABEL_WIDTH = 7;
    private static final int NUMBER_WIDTH = 4;
    private static final int NAME_WIDTH = 38;
    private static final Pattern HEAD = Pattern.compile("(element +at)( +len)( +)(name +)value");
    private static final Pattern NUMBER = Pattern.compile("-|\\d{1,9}");

    /** A table that has room for these. */
    static DescriptionTable of(List<DescribedElement> elements) {
        int label = LABEL_WIDTH;
        int name = NAME_WIDTH;
        int end = 0;
        for (DescribedElement element : elements) {
            label = Math.max(
                    label, GAP.length() * element.depth() + element.label().length());
            name = Math.max(name, element.name().length());
            end = Math.max(end, element.end());
        }
        int number = Math.max(NUMBER_WIDTH, String.valueOf(end).length());
        int startColumn = label + 1 + number;
        int lengthColumn = startColumn + 1 + number;
        int nameColumn = lengthColumn + GAP.length();
        return new DescriptionTable(startColumn, lengthColumn, nameColumn, nameColumn + name + 1);
    }

    /** The table whose head a line is. */
    static Optional<DescriptionTable> withHead(String line) {
        Matcher head = HEAD.matcher(line);
        return head.matches()
                ? Optional.of(new DescriptionTable(head.end(1), head.end(2), head.end(3), head.end(4)))
                : Optional.empty();
    }

    void write(StringBuilder text, List<DescribedElement> elements) {
        int line = text.length();
        text.append("element");
        rightAligned(text, line + startColumn, "at");
        rightAligned(text, line + lengthColumn, "len");
        pad(text, line + nameColumn).append("name");
        pad(text, line + valueColumn).append("value\n");
        elements.forEach(element -> write(text, element));
    }

    private void write(StringBuilder text, DescribedElement element) {
        int line = text.length();
        boolean placed = element.start() >= 0 && element.end() >= 0;
        pad(text, line + GAP.length() * element.depth()).append(element.label());
        rightAligned(text, line + startColumn, placed ? String.valueOf(element.start()) : UNKNOWN);
        rightAligned(text, line + lengthColumn, placed ? String.valueOf(element.end() - element.start()) : UNKNOWN);
        if (!element.name().isEmpty()) {
            pad(text, line + nameColumn).append(element.name());
        }
        boolean bare = isBare(element.shown());
        if (!element.shown().isEmpty() || !element.meaning().isEmpty()) {
            pad(text, line + valueColumn)
                    .append(bare ? "" : '"')
                    .append(element.shown())
                    .append(bare ? "" : '"');
        }
        if (!element.meaning().isEmpty()) {
            text.append(GAP).append(element.meaning());
        }
        text.append('\n');
    }

    private static boolean isBare(String value) {
        return !value.isEmpty()
                && value.charAt(0) != '"'
                && value.charAt(0) != ' '
                && value.charAt(value.length() - 1) != ' '
                && !value.contains(GAP);
    }

    private static void rightAligned(StringBuilder text, int end, String number) {
        pad(text, end - number.length()).append(number);
    }

    private static StringBuilder pad(StringBuilder text, int length) {
        while (text.length() < length) {
            text.append(BLANKS[Math.min(length - text.length(), BLANKS.length - 1)]);
        }
        return text;
    }

    /** The element in a line of the table; empty if it is none. */
    Optional<DescribedElement> read(String line) {
        String start = between(line, 0, startColumn);
        String length = between(line, startColumn, lengthColumn).strip();
        int label = start.lastIndexOf(' ') + 1;
        if (!NUMBER.matcher(start.substring(label)).matches()
                || !NUMBER.matcher(length).matches()) {
            return Optional.empty();
        }
        int indent = StringUtils.indexOfAnyBut(start, ' ');
        String name = between(line, nameColumn, valueColumn).strip();
        return Optional.of(element(
                new DescribedElement(
                        indent / GAP.length(), start.substring(0, label).strip(), name, "", "", -1, -1),
                place(start.substring(label), length),
                between(line, valueColumn, line.length())));
    }

    private static Place place(String start, String length) {
        if (start.equals(UNKNOWN) || length.equals(UNKNOWN)) {
            return Place.UNKNOWN;
        }
        return new Place(Integer.parseInt(start), Integer.parseInt(start) + Integer.parseInt(length));
    }

    private static DescribedElement element(DescribedElement heading, Place place, String value) {
        int quote = value.lastIndexOf('"');
        boolean quoted = quote > 0 && value.charAt(0) == '"';
        String shown = quoted ? value.substring(1, quote) : StringUtils.substringBefore(value, GAP);
        String meaning = quoted ? value.substring(quote + 1) : StringUtils.substringAfter(value, GAP);
        return new DescribedElement(
                heading.depth(), heading.label(), heading.name(), shown, meaning.strip(), place.start(), place.end());
    }

    private static String between(String line, int start, int end) {
        return line.substring(Math.min(start, line.length()), Math.min(end, line.length()));
    }
}
