package io.github.isostress.judgement;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.TemplateLine;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.template.TemplateText;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.FormulaText;
import io.github.isostress.message.value.LinePlace;
import io.github.isostress.seal.FormulaCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A text of lines that say what elements of an answer must be.
 *
 * @param seals of the lines that break no rule
 * @param problems of the others, in the order of the lines
 */
record VerifiedLines(List<VerifiedSeal> seals, List<TemplateProblem> problems) {
    /** Reads a text. */
    static VerifiedLines read(String text, Expression.Compiler expressions) {
        TemplateText template = TemplateText.parse(text);
        List<VerifiedSeal> seals = new ArrayList<>();
        List<TemplateProblem> problems = new ArrayList<>(template.problems());
        template.hex()
                .forEach(line -> problems.add(
                        TemplateProblem.ofLine(line.place(), "an answer comes from the host, so hex has no use here")));
        for (TemplateLine line : template.lines()) {
            try {
                seals.add(seal(line, expressions));
            } catch (IllegalArgumentException e) {
                problems.add(problem(line, e.getMessage()));
            }
        }
        problems.sort(Comparator.comparing(TemplateProblem::place, LinePlace.ORDER));
        return new VerifiedLines(seals, problems);
    }

    private static VerifiedSeal seal(TemplateLine line, Expression.Compiler expressions) {
        if (!line.isFormula()) {
            throw new IllegalArgumentException("write a formula behind :=, as in 64:= mac key=MAK");
        }
        FormulaText text = FormulaText.parse(line.value());
        Seal seal = Seal.of(text.name())
                .orElseThrow(() -> new IllegalArgumentException("in an answer, " + Seal.formulas()
                        + " can be verified, not " + FormulaText.shown(text.name())));
        return new VerifiedSeal(line, seal, FormulaCatalogue.compile(text, line.path(), line.place(), expressions));
    }

    /** These lines for the answers that a packager reads: it must define each line's element. */
    VerifiedLines readBy(Optional<IsoPackager> packager) {
        List<TemplateProblem> all = new ArrayList<>(problems);
        for (VerifiedSeal seal : seals) {
            int element = seal.line().path().element();
            if (packager.isEmpty()) {
                all.add(problem(seal.line(), "elements need a packager, and the connection has none"));
            } else if (!packager.get().defines(element)) {
                all.add(problem(seal.line(), "packager " + packager.get().name() + " defines no element " + element));
            }
        }
        return new VerifiedLines(seals, all);
    }

    private static TemplateProblem problem(TemplateLine line, String rule) {
        return new TemplateProblem(line.place(), line.place().inWords() + ", element " + line.path(), rule);
    }
}
