package io.github.isostress.jmeter.editor;

import io.github.isostress.message.DefinedElement;
import io.github.isostress.message.ElementPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An element that can be added.
 *
 * @param path as it is written in a template
 * @param name the packager's; empty if it gives none
 * @param format in the standard's notation; empty if it is not known
 */
record ElementChoice(String path, String name, String format) {
    private ElementChoice(DefinedElement element) {
        this(String.valueOf(element.number()), element.name(), element.format());
    }

    /** What fits the beginning of a number or a piece of a name, and the typed text itself if it is a path. */
    static List<ElementChoice> fitting(String typed, List<DefinedElement> defined) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<ElementChoice> choices = new ArrayList<>();
        boolean known = defined.stream()
                .anyMatch(element -> String.valueOf(element.number()).equals(wanted));
        if (!known && isPath(wanted)) {
            int element = ElementPath.parse(wanted).element();
            choices.add(new ElementChoice(ElementPath.parse(wanted).toString(), nameOf(element, defined), ""));
        }
        defined.stream()
                .filter(element -> String.valueOf(element.number()).startsWith(wanted)
                        || element.name().toLowerCase(Locale.ROOT).contains(wanted))
                .map(ElementChoice::new)
                .forEach(choices::add);
        return choices;
    }

    private static boolean isPath(String typed) {
        try {
            ElementPath.parse(typed);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String nameOf(int number, List<DefinedElement> defined) {
        return defined.stream()
                .filter(element -> element.number() == number)
                .map(DefinedElement::name)
                .findFirst()
                .orElse("");
    }
}
