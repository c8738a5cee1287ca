package io.github.isostress.jmeter.migration;

import io.github.isostress.message.template.QuotedValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lines of a template, made of the rows of a field table. The parts of one element stand in the order of their
 * numbers, in which they were sent. For one template.
 */
final class TemplateLines {
    private static final String NEW_LINE = "${__char(10)}";
    private static final String RETURN = "${__char(13)}";
    private static final String GAP = "  ";

    private final PlanNode owner;
    private final MigrationRemarks remarks;
    private final Map<String, Line> byPath = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * A line.
     *
     * @param comment stands above it; may be empty
     * @param separator what stands behind the path: blanks, or {@code :=}
     */
    private record Line(String comment, String separator, String value) {}

    TemplateLines(PlanNode owner, MigrationRemarks remarks) {
        this.owner = owner;
        this.remarks = remarks;
    }

    /** Adds the rows of a table; of rows with one number the last counts. */
    TemplateLines addRows(List<OldField> rows) {
        inOrderOfParts(rows).forEach(this::addRow);
        return this;
    }

    /** Each row stays where it is, but tagged parts of one element change places among themselves. */
    private static List<OldField> inOrderOfParts(List<OldField> rows) {
        Map<String, Iterator<OldField>> parts = rows.stream()
                .filter(OldField::isPart)
                .sorted(Comparator.comparingInt(OldField::number))
                .collect(Collectors.groupingBy(
                        OldField::holder, Collectors.collectingAndThen(Collectors.toList(), List::iterator)));
        return rows.stream()
                .map(row -> row.isPart() ? parts.get(row.holder()).next() : row)
                .toList();
    }

    private void addRow(OldField row) {
        Optional<String> path = row.path();
        if (path.isEmpty()) {
            note("The row with the number " + oneLine(row.id()) + " is no element of a template.");
            remarks.missing(owner, OldPlugin.Sampler.FIELDS, row + " is no data element; its row was left out");
            return;
        }
        if (byPath.remove(path.get()) != null) {
            remarks.different(
                    owner,
                    OldPlugin.Sampler.FIELDS,
                    "several rows are element " + path.get() + "; the last one is kept");
        }
        byPath.put(
                path.get(),
                new Line(oneLine(row.comment()), GAP, row.isTagged() ? tagValue(row) : value(row.content())));
    }

    private String tagValue(OldField row) {
        if (row.isEvaluated()) {
            if (TagContent.isText(row.tag())) {
                remarks.different(
                        owner,
                        OldPlugin.Sampler.FIELDS,
                        row + " takes the hex digits of its characters here, "
                                + "and its content is evaluated in the run: let the variable hold hex digits");
            }
            return value(row.content());
        }
        return TagContent.hex(row.tag(), row.content()).orElseGet(() -> {
            remarks.missing(owner, OldPlugin.Sampler.FIELDS, row + " has a content that its tag cannot have");
            return value(row.content());
        });
    }

    /** A content as a line has it. */
    private static String value(String content) {
        String line = content.replace("\r", RETURN).replace("\n", NEW_LINE);
        return QuotedValue.needsNone(line) ? line : QuotedValue.quote(line);
    }

    /** Sets the formula by which an element is computed, whatever a row said of it. */
    void addFormula(String path, String formula) {
        byPath.remove(path);
        byPath.put(path, new Line("", ":= ", formula));
    }

    /** Leaves an element out that the message would inherit. */
    void leaveOut(String path) {
        byPath.putIfAbsent(path, new Line("", "", ""));
    }

    /** Takes a line away, with a comment in its place. */
    void replaceByNote(String path, String note) {
        byPath.remove(path);
        note(note);
    }

    /** Adds a comment below the lines. */
    void note(String note) {
        notes.add("# " + note);
    }

    boolean has(String path) {
        return byPath.containsKey(path);
    }

    /** The template's text. */
    String text() {
        int width = byPath.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        byPath.forEach((path, line) -> {
            if (!line.comment().isEmpty()) {
                lines.add("# " + path + ": " + line.comment());
            }
            String gap = line.separator().equals(GAP) ? " ".repeat(width - path.length()) + GAP : line.separator();
            lines.add(path + gap + line.value());
        });
        lines.addAll(notes);
        return String.join("\n", lines);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
