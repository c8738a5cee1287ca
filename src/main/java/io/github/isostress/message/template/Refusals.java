package io.github.isostress.message.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is found wrong while a template is compiled, so that one passage finds all of it. For one thread. */
public final class Refusals {
    private final List<LineRefusal> found = new ArrayList<>();

    /** Runs a step and keeps its refusal. */
    void attempt(Runnable step) {
        give(() -> {
            step.run();
            return true;
        });
    }

    /** What a step gives; empty if it gives nothing or is refused. */
    <T> Optional<T> give(Supplier<T> step) {
        try {
            return Optional.ofNullable(step.get());
        } catch (LineRefusal refusal) {
            found.add(refusal);
            return Optional.empty();
        }
    }

    void add(LineRefusal refusal) {
        found.add(refusal);
    }

    public int count() {
        return found.size();
    }

    /** All of them in the order of the lines. */
    List<LineRefusal> byLine() {
        return found.stream().sorted(Comparator.comparingInt(LineRefusal::line)).toList();
    }
}
