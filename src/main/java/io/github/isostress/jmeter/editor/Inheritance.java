package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.CellText;
import io.github.isostress.message.template.InheritedLine;
import io.github.isostress.message.template.QuotedValue;
import io.github.isostress.message.template.TemplateLine;
import io.github.isostress.message.template.TemplateLine.Presence;
import io.github.isostress.message.template.TemplateSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a template inherits, as far as the editor shows it. Immutable.
 *
 * @param lines all inherited lines, nearest text first
 * @param inForce those that no nearer line overrides or leaves out
 */
record Inheritance(List<InheritedLine> lines, List<TemplateLine> inForce) {
    static final Inheritance NONE = new Inheritance(List.of(), List.of());

    /** What the first text inherits from the others, nearest first. */
    static Inheritance of(List<TemplateSource> sources) {
        List<InheritedLine> lines = InheritedLine.of(sources);
        return new Inheritance(
                lines,
                lines.stream()
                        .filter(InheritedLine::isInForce)
                        .map(InheritedLine::line)
                        .toList());
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * A line's value as a row shows it and as it can be written: two quotes for an element that is present and empty.
     */
    static String value(TemplateLine line) {
        if (line.isFormula()) {
            return CellText.ofFormula(line.value());
        }
        return line.presence() == Presence.ALWAYS ? QuotedValue.quote(line.value()) : CellText.ofText(line.value());
    }

    /** Says which inherited lines a line of the template itself overrides or leaves out; empty if it does neither. */
    String overriddenBy(int ownLine) {
        return lines.stream()
                .filter(line -> line.by()
                        .filter(by -> by.place().isOwn() && by.place().line() == ownLine)
                        .isPresent())
                .map(line -> EditorLabels.get(
                        line.isLeftOut() ? "origin.leftOut" : "origin.overridden",
                        line.line().place().name()))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
