package io.github.isostress.message.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the order in which formulas are computed: each behind those whose values it needs, and those over the bytes of
 * the message last. For one template.
 */
final class FormulaOrder {
    private final List<FormulaValue> formulas;
    private final TemplateProblems problems;
    private final Set<FormulaValue> ordered = new LinkedHashSet<>();

    private FormulaOrder(List<FormulaValue> formulas, TemplateProblems problems) {
        this.formulas = formulas;
        this.problems = problems;
    }

    /** The formulas in order; those that cannot be computed are left out and are problems. */
    static FormulaValue[] of(List<FormulaValue> formulas, TemplateProblems problems) {
        FormulaOrder order = new FormulaOrder(formulas, problems);
        formulas.stream().filter(formula -> !formula.coversBytes()).forEach(formula -> order.add(formula, List.of()));
        formulas.stream().filter(FormulaValue::coversBytes).forEach(formula -> order.add(formula, List.of()));
        return order.ordered.toArray(FormulaValue[]::new);
    }

    /**
     * Adds a formula behind those that it needs.
     *
     * @param way the formulas that have led to it, each of which needs the next
     */
    private void add(FormulaValue formula, List<FormulaValue> way) {
        if (ordered.contains(formula)) {
            return;
        }
        if (way.contains(formula)) {
            refuseCircle(way.subList(way.indexOf(formula), way.size()));
            return;
        }
        List<FormulaValue> longer = new ArrayList<>(way);
        longer.add(formula);
        for (FormulaValue needed : formulas) {
            if (formula.needs(needed)) {
                requireEarlier(formula, needed);
                add(needed, longer);
            }
        }
        ordered.add(formula);
    }

    private void requireEarlier(FormulaValue formula, FormulaValue needed) {
        if (needed.coversBytes() && !formula.coversBytes()) {
            problems.add(
                    formula.line(),
                    "cannot be computed from element " + needed.line().path()
                            + ", which is computed over the bytes of the whole message");
        }
    }

    private void refuseCircle(List<FormulaValue> circle) {
        if (circle.size() == 1) {
            problems.add(circle.get(0).line(), "cannot be computed from itself");
            return;
        }
        FormulaValue first = circle.get(0);
        problems.add(
                first.line(),
                "cannot be computed, since it needs "
                        + circle.stream()
                                .skip(1)
                                .map(formula -> "element " + formula.line().path())
                                .collect(Collectors.joining(", which needs "))
                        + ", which needs element " + first.line().path());
    }
}
