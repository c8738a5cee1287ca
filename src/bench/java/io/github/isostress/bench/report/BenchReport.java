package io.github.isostress.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the bench has found: the targets first, then the tables. For one thread. */
public final class BenchReport {
    private final String preamble;
    private final List<Target> targets = new ArrayList<>();
    private final StringBuilder sections = new StringBuilder();

    /** An empty report of a run under those circumstances. */
    public BenchReport(String preamble) {
        this.preamble = preamble;
    }

    /** Adds a target. */
    public void target(Target target) {
        targets.add(target);
    }

    /** Begins a section. */
    public void section(String title) {
        sections.append("\n## ").append(title).append('\n');
    }

    /** Adds a paragraph to the section. */
    public void text(String words) {
        sections.append('\n').append(words).append('\n');
    }

    /** Adds a table to the section. */
    public void table(Table table) {
        text(table.toString());
    }

    /** Writes what there is so far. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, toString());
    }

    @Override
    public String toString() {
        Table table = new Table("asked", "seen", "");
        targets.forEach(
                target -> table.row(target.asked(), target.seen(), target.reached() ? "reached" : "**not reached**"));
        return "# What it costs\n\n" + preamble + "\n## Targets\n\n" + table + "\n" + sections;
    }
}
