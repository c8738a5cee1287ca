package io.github.isostress.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in the making, as Markdown writes it: the first column is text, all others are figures. */
public final class Table {
    private final List<String> lines = new ArrayList<>();

    /** A table of these columns. */
    public Table(String... columns) {
        row(columns);
        lines.add("|---" + "|--:".repeat(columns.length - 1) + "|");
    }

    /** Adds a row. */
    public void row(String... cells) {
        lines.add(List.of(cells).stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
