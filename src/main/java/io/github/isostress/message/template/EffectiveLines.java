package io.github.isostress.message.template;

import io.github.isostress.message.value.LinePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The lines of which a template is made: a request's own and those it inherits, see {@link InheritedLine} for the
 * rules.
 *
 * @param hex the request's captured message; if there is one, nothing is inherited
 * @param lines the element lines in force, in the order in which their expressions are evaluated: inherited lines
 *     first, the outermost text first; a line that overrides another takes its place
 * @param problems of the texts and of their lines together
 */
record EffectiveLines(List<TemplateLine> hex, List<TemplateLine> lines, List<TemplateProblem> problems) {
    /**
     * Lays texts over each other.
     *
     * @param sources the request's own, then those it inherits, nearest first
     */
    static EffectiveLines of(List<TemplateSource> sources) {
        List<TemplateText> texts = texts(sources);
        TemplateText own = texts.get(0);
        if (!own.hex().isEmpty()) {
            return new EffectiveLines(own.hex(), own.lines(), own.problems());
        }
        List<TemplateProblem> problems = new ArrayList<>();
        List<TemplateLine> lines = new ArrayList<>();
        for (int i = texts.size() - 1; i >= 0; i--) {
            TemplateText text = texts.get(i);
            problems.addAll(text.problems());
            text.hex()
                    .forEach(line -> problems.add(TemplateProblem.of(line, "a captured message cannot be inherited")));
            lines = overridden(lines, text.lines(), problems);
        }
        return new EffectiveLines(List.of(), lines, problems);
    }

    /** The texts taken apart, of which those behind a captured message do not count. */
    static List<TemplateText> texts(List<TemplateSource> sources) {
        boolean named = sources.size() > 1;
        return IntStream.range(0, sources.size())
                .mapToObj(i -> {
                    TemplateSource source = sources.get(i);
                    String name = named ? source.name() : "";
                    return TemplateText.parse(source.text(), line -> new LinePlace(i, name, line));
                })
                .toList();
    }

    private static List<TemplateLine> overridden(
            List<TemplateLine> inherited, List<TemplateLine> nearer, List<TemplateProblem> problems) {
        List<TemplateLine> lines = new ArrayList<>(inherited);
        for (TemplateLine line : nearer) {
            List<TemplateLine> replaced =
                    inherited.stream().filter(line::overlaps).toList();
            problemOf(line, replaced).ifPresent(problems::add);
            int at = replaced.stream()
                    .mapToInt(lines::indexOf)
                    .filter(i -> i >= 0)
                    .min()
                    .orElse(lines.size());
            boolean leavesOut = line.leavesOut() && !replaced.isEmpty();
            if (!leavesOut) {
                lines.add(at, line);
            }
            lines.removeAll(replaced);
        }
        return lines;
    }

    private static Optional<TemplateProblem> problemOf(TemplateLine line, List<TemplateLine> replaced) {
        return replaced.stream()
                .filter(above -> line.leavesOut() && !above.leavesOut() && above.isAbove(line))
                .findFirst()
                .map(whole -> TemplateProblem.of(
                        line,
                        "element " + whole.path() + " is inherited as a whole, from "
                                + whole.place().inWords() + ", so that no part of it can be left out"));
    }

    /** The place of a problem that is the whole template's: the first line of the nearest text. */
    LinePlace first() {
        return lines.stream().map(TemplateLine::place).min(LinePlace.ORDER).orElse(LinePlace.only(1));
    }
}
