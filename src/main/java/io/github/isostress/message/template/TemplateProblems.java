package io.github.isostress.message.template;

import io.github.isostress.message.value.LinePlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The problems that compiling a template finds: all of them in one pass. For one thread. */
final class TemplateProblems {
    private final List<TemplateProblem> found = new ArrayList<>();

    void add(TemplateProblem problem) {
        found.add(problem);
    }

    void add(TemplateLine line, String rule) {
        found.add(TemplateProblem.of(line, rule));
    }

    /** Does now what filling would do each time, and keeps the problem if it breaks a rule. */
    <T> Optional<T> attempt(Supplier<T> step) {
        try {
            return Optional.ofNullable(step.get());
        } catch (BrokenRule e) {
            found.add(e.problem());
            return Optional.empty();
        }
    }

    /** As {@link #attempt}, for a step that gives nothing. */
    void check(Runnable step) {
        attempt(() -> {
            step.run();
            return true;
        });
    }

    int count() {
        return found.size();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the texts and their lines. */
    List<TemplateProblem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(TemplateProblem::place, LinePlace.ORDER))
                .toList();
    }
}
