package io.github.isostress.jmeter.editor;

import io.github.isostress.message.DefinedPart;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All elements that can be added. Immutable.
 *
 * @param defined what the packager defines: elements, each with its parts behind it
 * @param tags of elements that hold BER-TLV data objects; they are many, and offered only when something is typed
 */
record ElementChoices(List<DefinedPart> defined, List<DefinedPart> tags) {
    /** What a packager knows; nothing for raw messages. */
    static ElementChoices of(Optional<IsoPackager> packager) {
        return new ElementChoices(
                packager.map(DefinedPart::allOf).orElse(List.of()),
                packager.map(DefinedPart::tagsOf).orElse(List.of()));
    }

    /**
     * What fits the beginning of a number or a piece of a name, and the typed text itself if it is a path. Behind an
     * element stand the formulas that it usually has, and its tags.
     */
    List<ElementChoice> fitting(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<ElementChoice> choices = new ArrayList<>();
        boolean known = Stream.concat(defined.stream(), tags.stream())
                .anyMatch(part -> part.path().equalsIgnoreCase(wanted));
        if (!known && isPath(wanted)) {
            choices.add(ElementChoice.of(ElementPath.parse(wanted).toString()));
        }
        defined.stream()
                .flatMap(part -> Stream.concat(
                        Stream.of(new ElementChoice(part)), Stream.concat(formulas(part), tags(part, wanted))))
                .filter(choice -> choice.fits(wanted))
                .forEach(choices::add);
        return choices;
    }

    private static Stream<ElementChoice> formulas(DefinedPart part) {
        return UsualFormula.ALL.stream()
                .filter(formula -> String.valueOf(formula.element()).equals(part.path()))
                .map(UsualFormula::choice)
                .flatMap(Optional::stream);
    }

    private Stream<ElementChoice> tags(DefinedPart part, String wanted) {
        return tags.stream()
                .filter(tag -> !wanted.isEmpty() && tag.path().startsWith(part.path() + "."))
                .map(ElementChoice::new);
    }

    private static boolean isPath(String typed) {
        try {
            ElementPath.parse(typed);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
