package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.CellText;
import io.github.isostress.message.DefinedElement;
import io.github.isostress.message.ElementPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element that can be added.
 *
 * @param path as it is written in a template
 * @param name the packager's, or what its formula computes; empty if there is none
 * @param format in the standard's notation, or its formula; empty if it is not known
 * @param value with which it is added, as a cell has it
 */
record ElementChoice(String path, String name, String format, String value) {
    private ElementChoice(DefinedElement element) {
        this(String.valueOf(element.number()), element.name(), element.format(), "");
    }

    /** An element of which only the path is known. */
    static ElementChoice of(String path) {
        return new ElementChoice(path, "", "", "");
    }

    /** Whether it is added with a formula, which is to be completed. */
    boolean isFormula() {
        return CellText.isFormula(value);
    }

    /**
     * What fits the beginning of a number or a piece of a name, and the typed text itself if it is a path. Behind an
     * element stand the formulas that it usually has.
     */
    static List<ElementChoice> fitting(String typed, List<DefinedElement> defined) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<ElementChoice> choices = new ArrayList<>();
        boolean known = defined.stream()
                .anyMatch(element -> String.valueOf(element.number()).equals(wanted));
        if (!known && isPath(wanted)) {
            int element = ElementPath.parse(wanted).element();
            choices.add(new ElementChoice(ElementPath.parse(wanted).toString(), nameOf(element, defined), "", ""));
        }
        defined.stream()
                .flatMap(element -> Stream.concat(Stream.of(new ElementChoice(element)), formulas(element)))
                .filter(choice -> choice.fits(wanted))
                .forEach(choices::add);
        return choices;
    }

    private static Stream<ElementChoice> formulas(DefinedElement element) {
        return UsualFormula.ALL.stream()
                .filter(formula -> formula.element() == element.number())
                .map(UsualFormula::choice)
                .flatMap(Optional::stream);
    }

    private boolean fits(String wanted) {
        return path.toLowerCase(Locale.ROOT).startsWith(wanted)
                || name.toLowerCase(Locale.ROOT).contains(wanted)
                || value.contains(wanted);
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
