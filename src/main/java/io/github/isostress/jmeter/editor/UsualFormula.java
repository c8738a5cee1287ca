package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.CellText;
import io.github.isostress.seal.FormulaCatalogue;
import io.github.isostress.seal.FormulaKind;
import java.util.List;
import java.util.Optional;

/**
 * A formula where requests usually have its value: ISO 8583:1987 and 1993 for the elements, EMV book 3, annex A, for the tags.
 *
 * @param element the data element
 * @param path the element, or the part of it, that gets the value
 * @param formula its name
 */
record UsualFormula(int element, String path, String formula) {
    /** In the order of the elements. */
    static final List<UsualFormula> ALL = List.of(
            new UsualFormula(35, "35", "track2"),
            new UsualFormula(45, "45", "track1"),
            new UsualFormula(52, "52", "pinblock"),
            new UsualFormula(53, "53", "ksn"),
            new UsualFormula(55, "55.9F10", "iad"),
            new UsualFormula(55, "55.9F26", "arqc"),
            new UsualFormula(55, "55.9F36", "atc"),
            new UsualFormula(55, "55.9F37", "un"),
            new UsualFormula(64, "64", "mac"),
            new UsualFormula(128, "128", "mac"));

    /** How it is offered; empty if there is no such formula. */
    Optional<ElementChoice> choice() {
        return FormulaCatalogue.kinds().stream()
                .filter(kind -> kind.name().equals(formula))
                .findFirst()
                .map(this::choice);
    }

    private ElementChoice choice(FormulaKind kind) {
        String written = CellText.ofFormula(kind.name());
        return new ElementChoice(path, kind.summary(), written, written + " ");
    }
}
