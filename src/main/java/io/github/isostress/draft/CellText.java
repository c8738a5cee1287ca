package io.github.isostress.draft;

import io.github.isostress.message.template.QuotedValue;

/**
 * How the cell of a row tells a formula from a text. A formula begins with {@code :=}. A text that does so stands in
 * quotes, and so does one in quotes that could be taken for such a text; all others are shown as they are. Every text
 * and every formula is read from its cell again. Stateless and thread-safe.
 */
public final class CellText {
    /** What a formula begins with. */
    public static final String FORMULA = ":=";

    private CellText() {}

    /** The cell of a value that is a text. */
    public static String ofText(String value) {
        return passesForFormula(value) ? QuotedValue.quote(value) : value;
    }

    /** The cell of a value that a formula gives. */
    public static String ofFormula(String formula) {
        return formula.isBlank() ? FORMULA : FORMULA + " " + formula.strip();
    }

    /** Whether the cell holds a formula. */
    public static boolean isFormula(String cell) {
        return cell.startsWith(FORMULA);
    }

    /** The formula in a cell that holds one. */
    public static String formula(String cell) {
        return cell.substring(FORMULA.length()).strip();
    }

    /** The text in a cell that holds no formula. */
    static String text(String cell) {
        return QuotedValue.isQuoted(cell) && passesForFormula(QuotedValue.read(cell)) ? QuotedValue.read(cell) : cell;
    }

    private static boolean passesForFormula(String value) {
        return isFormula(value) || QuotedValue.isQuoted(value) && passesForFormula(QuotedValue.read(value));
    }
}
