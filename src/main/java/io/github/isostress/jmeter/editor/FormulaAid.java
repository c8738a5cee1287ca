package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.CellText;
import io.github.isostress.draft.DraftRow;
import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.gui.help.HelpLink;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/**
 * Completes and explains the formula at the caret, in the table and in the text. Used on the event thread.
 */
final class FormulaAid {
    private static final int ROWS = 2;

    private final TemplateTable table;
    private final TextSide text;
    private final Supplier<TemplateDraft> draft;
    private final Supplier<FormulaCompletion.Names> names;
    private final SentenceArea note = new SentenceArea(ROWS);
    private final CompletionPopup inCell;

    /**
     * Explains nothing yet.
     *
     * @param draft the rows of the text
     * @param names what formulas can name
     */
    FormulaAid(
            TemplateTable table,
            TextSide text,
            Supplier<TemplateDraft> draft,
            Supplier<FormulaCompletion.Names> names) {
        this.table = table;
        this.text = text;
        this.draft = draft;
        this.names = names;
        note.getAccessibleContext().setAccessibleName(EditorLabels.get("formula.note.tip"));
        note.setToolTipText(EditorLabels.get("formula.note.tip"));
        inCell = new CompletionPopup(table.field().component(), this::completionInCell);
        new CompletionPopup(text.component(), () -> inText().map(this::completion));
        explainAlong(table.field().component());
        explainAlong(text.component());
        table.selection().onChange(this::explain);
        HelpLink.atFormulas(table, () -> current().isPresent());
        HelpLink.atFormulas(text.component(), () -> current().isPresent());
        explain();
    }

    /** Where the explanation stands; it takes room only in a template with formulas. */
    JComponent note() {
        return note;
    }

    private void explainAlong(JTextComponent typed) {
        // The caret moves before the rows of the changed text are known.
        typed.addCaretListener(event -> SwingUtilities.invokeLater(this::explain));
    }

    /** Shows what fits behind the formula in the cell that is being written. */
    void completeCell() {
        SwingUtilities.invokeLater(() -> {
            JTextComponent cell = table.field().component();
            cell.setCaretPosition(cell.getText().length());
            cell.replaceSelection(" ");
            inCell.open();
        });
    }

    /** Says what the formula at the caret is. */
    void explain() {
        Optional<TypedFormula> formula = current();
        note.tell(formula.map(FormulaNote::of).orElse(""));
        note.setVisible(formula.isPresent() || draft.get().rows().stream().anyMatch(DraftRow::isFormula));
    }

    /** The formula where the user is; empty if there is none. */
    Optional<TypedFormula> current() {
        if (table.isEditing()) {
            return inCell();
        }
        return text.component().isFocusOwner() ? inText() : selected();
    }

    private Optional<TypedFormula> inCell() {
        JTextComponent cell = table.field().component();
        return Optional.of(cell.getText())
                .filter(CellText::isFormula)
                .map(typed -> TypedFormula.at(
                        typed,
                        CellText.FORMULA.length(),
                        Math.max(CellText.FORMULA.length(), cell.getCaretPosition())));
    }

    private Optional<FormulaCompletion> completionInCell() {
        JTextComponent cell = table.field().component();
        boolean isEmptyValue = table.isEditingValue() && cell.getText().isBlank();
        return isEmptyValue
                ? Optional.of(FormulaCompletion.ofEmptyCell(cell.getDocument().getLength()))
                : inCell().map(this::completion);
    }

    private FormulaCompletion completion(TypedFormula typed) {
        return FormulaCompletion.of(typed, names.get());
    }

    private Optional<TypedFormula> inText() {
        int caret = text.component().getCaretPosition();
        TemplateDraft rows = draft.get();
        return rows.rowOfLine(rows.lineAt(caret))
                .map(rows.rows()::get)
                .filter(DraftRow::isFormula)
                .flatMap(row -> at(row, caret, rows.text()));
    }

    /** Counted in the text up to the end of the row's line. */
    private static Optional<TypedFormula> at(DraftRow row, int caret, String text) {
        String upToEnd = text.substring(0, row.offset() + row.length());
        int start = upToEnd.indexOf(CellText.FORMULA, row.offset()) + CellText.FORMULA.length();
        return caret < start ? Optional.empty() : Optional.of(TypedFormula.at(upToEnd, start, caret));
    }

    private Optional<TypedFormula> selected() {
        return Optional.of(table.selection().all())
                .filter(rows -> rows.size() == 1)
                .map(rows -> table.rows().getValueAt(rows.get(0), Column.VALUE.ordinal()))
                .filter(CellText::isFormula)
                .map(value -> TypedFormula.at(value, CellText.FORMULA.length(), CellText.FORMULA.length()))
                .map(TypedFormula::asWhole);
    }
}
