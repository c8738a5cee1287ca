package io.github.isostress.jmeter.editor;

import io.github.isostress.message.template.TemplateSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The texts from which the edited one inherits, and what comes of them. Used on the event thread. */
final class InheritedTexts {
    private List<TemplateSource> texts = List.of();
    private Inheritance inheritance = Inheritance.NONE;

    /** Whether these are other texts, nearest first, than before. */
    boolean take(List<TemplateSource> others) {
        boolean isChange = !others.equals(texts);
        texts = List.copyOf(others);
        return isChange;
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The edited text, then those that it inherits. */
    List<TemplateSource> behind(String edited) {
        List<TemplateSource> sources = new ArrayList<>(texts);
        sources.add(0, new TemplateSource("", edited));
        return sources;
    }

    /** Works out what this text inherits. */
    Inheritance of(String edited) {
        inheritance = Inheritance.of(behind(edited));
        return inheritance;
    }

    /** How many lines are in force. */
    int count() {
        return inheritance.inForce().size();
    }

    /** The elements that the text inherits. */
    Set<Integer> elements() {
        return inheritance.inForce().stream().map(line -> line.path().element()).collect(Collectors.toSet());
    }
}
