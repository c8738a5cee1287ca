package io.github.isostress.draft;

import io.github.isostress.draft.DraftRow.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A template's text while it is written, right or wrong, and its rows: the lines that hold a value. A change of a row
 * changes the text and leaves every other line as it is, byte for byte. Comments and blank lines are no rows; they stay
 * in place when rows move. Immutable.
 */
public final class TemplateDraft {
    private static final Pattern LINE = Pattern.compile("(.*?)(\\R|\\z)", Pattern.DOTALL);

    private final String text;
    private final List<DraftLine> lines;
    private final List<Integer> starts = new ArrayList<>();

    private final List<DraftRow> rows = new ArrayList<>();
    /** The index of each row's line. */
    private final List<Integer> places = new ArrayList<>();

    private TemplateDraft(String text) {
        this.text = text;
        this.lines = lines(text);
        int start = 0;
        for (DraftLine line : lines) {
            starts.add(start);
            if (line.isRow()) {
                places.add(starts.size() - 1);
                rows.add(row(line, starts.size(), start));
            }
            start += line.content().length() + line.lineBreak().length();
        }
    }

    private static DraftRow row(DraftLine line, int number, int start) {
        Kind kind = line.isHex() ? Kind.HEX : Kind.ELEMENT;
        return new DraftRow(kind, number, start, line.content().length(), line.path(), line.value());
    }

    private static List<DraftLine> lines(String text) {
        List<DraftLine> lines = new ArrayList<>();
        Matcher matcher = LINE.matcher(text);
        do {
            matcher.find();
            lines.add(DraftLine.of(matcher.group(1), matcher.group(2)));
        } while (!matcher.group(2).isEmpty());
        return lines;
    }

    public static TemplateDraft of(String text) {
        return new TemplateDraft(text);
    }

    public String text() {
        return text;
    }

    public List<DraftRow> rows() {
        return List.copyOf(rows);
    }

    /** The row of a line, from 0; empty if the line is no row. */
    public Optional<Integer> rowOfLine(int line) {
        return Optional.of(places.indexOf(line - 1)).filter(row -> row >= 0);
    }

    /** The row of an element, from 0; empty if it has none. */
    public Optional<Integer> rowOf(String path) {
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).path().equalsIgnoreCase(path))
                .boxed()
                .findFirst();
    }

    /** The number of the line that holds a character, from 1. */
    public int lineAt(int offset) {
        return (int) starts.stream().filter(start -> start <= offset).count();
    }

    /** Where a line begins in the text, in characters from 0; the text's end if there is no such line. */
    public int offsetOf(int line) {
        return line <= starts.size() ? starts.get(line - 1) : text.length();
    }

    /**
     * Changes a row's element.
     *
     * @throws IllegalArgumentException if a template could not read the path
     */
    public TextEdit setPath(int row, String path) {
        return replaced(row, line(row).withPath(path));
    }

    /**
     * Changes a row's value; quotes are added if needed, and line breaks become blanks.
     *
     * @param value as {@link CellText}
     */
    public TextEdit setValue(int row, String value) {
        return replaced(row, line(row).withValue(value));
    }

    private TextEdit replaced(int row, DraftLine line) {
        List<DraftLine> changed = new ArrayList<>(lines);
        changed.set(places.get(row), line);
        return edit(changed, List.of(row));
    }

    /**
     * Adds an element after the last row with its number or a lower one.
     *
     * @param value as {@link CellText}
     * @throws IllegalArgumentException if a template could not read the path
     */
    public TextEdit insert(String path, String value) {
        int after = ElementOrder.lastUpTo(path, rows);
        return inserted(after, List.of(DraftLine.of(path, value, neighbour(after))));
    }

    /** The element before, or else the first one; one with a text if there is any, as formulas need more room. */
    private DraftLine neighbour(int after) {
        return neighbour(after, row -> !row.isFormula())
                .or(() -> neighbour(after, DraftRow::isFormula))
                .orElse(null);
    }

    private Optional<DraftLine> neighbour(int after, Predicate<DraftRow> wanted) {
        List<Integer> elements = IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).kind() == Kind.ELEMENT && wanted.test(rows.get(row)))
                .boxed()
                .toList();
        return elements.stream()
                .filter(row -> row <= after)
                .reduce((earlier, later) -> later)
                .or(() -> elements.stream().findFirst())
                .map(this::line);
    }

    /**
     * Adds lines copied from a template, or from a spreadsheet with numbers and values side by side.
     *
     * @param after the row after which they come; -1 for the end of the text
     */
    public TextEdit paste(int after, String pasted) {
        return inserted(after < 0 ? rows.size() - 1 : after, DraftLine.pasted(pasted));
    }

    /** Adds copies of rows after the last of them. */
    public TextEdit duplicate(Collection<Integer> chosen) {
        TreeSet<Integer> sorted = new TreeSet<>(chosen);
        return inserted(sorted.last(), sorted.stream().map(this::line).toList());
    }

    /** Removes rows with their lines. */
    public TextEdit delete(Collection<Integer> chosen) {
        List<DraftLine> left = new ArrayList<>(lines);
        new TreeSet<>(chosen).descendingSet().forEach(row -> left.remove((int) places.get(row)));
        int remaining = rows.size() - chosen.size();
        List<Integer> next = chosen.stream()
                .min(Integer::compare)
                .filter(row -> remaining > 0)
                .map(row -> List.of(Math.min(row, remaining - 1)))
                .orElse(List.of());
        return edit(left, next);
    }

    /** Swaps rows with the rows before them. */
    public TextEdit moveUp(Collection<Integer> chosen) {
        return moved(new TreeSet<>(chosen), 0, -1);
    }

    /** Swaps rows with the rows after them. */
    public TextEdit moveDown(Collection<Integer> chosen) {
        return moved(new TreeSet<>(chosen).descendingSet(), rows.size() - 1, 1);
    }

    private TextEdit moved(Collection<Integer> nearestFirst, int edge, int step) {
        List<DraftLine> changed = new ArrayList<>(lines);
        List<Integer> now = new ArrayList<>();
        int free = edge;
        for (int row : nearestFirst) {
            if (row == free) {
                now.add(row);
                free -= step;
            } else {
                now.add(row + step);
                exchange(changed, places.get(row), places.get(row + step));
            }
        }
        return edit(changed, now);
    }

    /** Line breaks stay in place: the text's last line may have none. */
    private static void exchange(List<DraftLine> changed, int one, int other) {
        DraftLine carried = changed.get(one);
        changed.set(one, changed.get(other).withLineBreak(carried.lineBreak()));
        changed.set(other, carried.withLineBreak(changed.get(other).lineBreak()));
    }

    /** The lines of rows, to be pasted elsewhere; each ends with a line feed. */
    public String copy(Collection<Integer> chosen) {
        return new TreeSet<>(chosen)
                .stream().map(row -> line(row).content().strip() + "\n").collect(Collectors.joining());
    }

    private DraftLine line(int row) {
        return lines.get(places.get(row));
    }

    private TextEdit inserted(int after, List<DraftLine> added) {
        String lineBreak =
                lines.get(0).lineBreak().isEmpty() ? "\n" : lines.get(0).lineBreak();
        List<DraftLine> changed = new ArrayList<>(lines);
        if (!changed.get(changed.size() - 1).isEmpty()) {
            changed.add(changed.remove(changed.size() - 1).withLineBreak(lineBreak));
            changed.add(DraftLine.of("", ""));
        }
        int atEnd = changed.size() - 1;
        int place = rows.isEmpty() ? atEnd : after < 0 ? places.get(0) : places.get(after) + 1;
        changed.addAll(
                place, added.stream().map(line -> line.withLineBreak(lineBreak)).toList());
        int first = after + 1;
        int count = (int) added.stream().filter(DraftLine::isRow).count();
        return edit(changed, IntStream.range(first, first + count).boxed().toList());
    }

    private TextEdit edit(List<DraftLine> changed, List<Integer> touched) {
        String after =
                changed.stream().map(line -> line.content() + line.lineBreak()).collect(Collectors.joining());
        return TextEdit.between(text, after, touched);
    }
}
