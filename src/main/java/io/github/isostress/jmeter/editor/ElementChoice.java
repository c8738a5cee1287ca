package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.CellText;
import io.github.isostress.message.DefinedPart;
import java.util.Locale;

/**
 * An element that can be added.
 *
 * @param path as it is written in a template
 * @param name the packager's, or what its formula computes; empty if there is none
 * @param format in the standard's notation, or its formula; empty if it is not known
 * @param value with which it is added, as a cell has it
 */
record ElementChoice(String path, String name, String format, String value) {
    ElementChoice(DefinedPart part) {
        this(part.path(), part.name(), part.format(), "");
    }

    /** An element of which only the path is known. */
    static ElementChoice of(String path) {
        return new ElementChoice(path, "", "", "");
    }

    /** Whether it is added with a formula, which is to be completed. */
    boolean isFormula() {
        return CellText.isFormula(value);
    }

    boolean fits(String wanted) {
        return path.toLowerCase(Locale.ROOT).startsWith(wanted)
                || name.toLowerCase(Locale.ROOT).contains(wanted)
                || value.contains(wanted);
    }
}
