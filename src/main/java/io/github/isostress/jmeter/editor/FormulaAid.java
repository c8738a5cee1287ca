package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.CellText;
import io.github.isostress.draft.DraftRow;
import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.gui.help.HelpLink;
import io.github.isostress.jmeter.rehearsal.KnownKey;
import io.github.isostress.jmeter.rehearsal.KnownVariable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.apache.commons.lang3.StringUtils;

/**
 * Completes the expression or the formula at the caret, in the table and in the text, and explains the formula. Used on
 * the event thread.
 */
final class FormulaAid {
    private static final int ROWS = 2;

    private final TemplateTable table;
    private final TextSide text;
    private final Supplier<TemplateDraft> draft;
    private List<Suggestion> keys = List.of();
    private List<Suggestion> variables = List.of();
    private final SentenceArea note = new SentenceArea(ROWS);
    private final CompletionPopup inCell;

    /**
     * Explains nothing yet.
     *
     * @param draft the rows of the text
     */
    FormulaAid(TemplateTable table, TextSide text, Supplier<TemplateDraft> draft) {
        this.table = table;
        this.text = text;
        this.draft = draft;
        note.getAccessibleContext().setAccessibleName(EditorLabels.get("formula.note.tip"));
        note.setToolTipText(EditorLabels.get("formula.note.tip"));
        inCell = new CompletionPopup(table.field().component(), this::completionInCell);
        new CompletionPopup(text.component(), this::completionInText);
        explainAlong(table.field().component());
        explainAlong(text.component());
        table.selection().onChange(this::explain);
        HelpLink.atFormulas(table, () -> current().isPresent());
        HelpLink.atFormulas(text.component(), () -> current().isPresent());
        explain();
    }

    /** Offers these keys where a formula names one. */
    void setKeys(List<KnownKey> inScope) {
        keys = inScope.stream()
                .map(key -> new Suggestion(key.name(), key.use()))
                .toList();
    }

    /** Offers these variables where an expression begins. */
    void setVariables(List<KnownVariable> known) {
        variables = known.stream()
                .map(variable -> new Suggestion(variable.name(), variable.origin()))
                .toList();
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

    private Optional<Completion> completionInText() {
        int caret = text.component().getCaretPosition();
        String before = text.component().getText();
        int begin = before.lastIndexOf('\n', caret - 1) + 1;
        String line = StringUtils.substringBefore(before.substring(begin), "\n");
        return ExpressionCompletion.at(line, caret - begin, variables)
                .map(found ->
                        new Completion(found.from() + begin, found.to() + begin, found.suggestions(), found.isNeeded()))
                .or(() -> inText().map(this::completion));
    }

    private Optional<Completion> completionInCell() {
        JTextComponent cell = table.field().component();
        Optional<Completion> ofExpression = table.isEditingValue()
                ? ExpressionCompletion.at(cell.getText(), cell.getCaretPosition(), variables)
                : Optional.empty();
        return ofExpression.or(this::formulaInCell);
    }

    private Optional<Completion> formulaInCell() {
        JTextComponent cell = table.field().component();
        boolean isEmptyValue = table.isEditingValue() && cell.getText().isBlank();
        return isEmptyValue
                ? Optional.of(FormulaCompletion.ofEmptyCell(cell.getDocument().getLength()))
                : inCell().map(this::completion);
    }

    private Completion completion(TypedFormula typed) {
        return FormulaCompletion.of(
                typed, new FormulaCompletion.Names(keys, table.rows().elements()));
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
