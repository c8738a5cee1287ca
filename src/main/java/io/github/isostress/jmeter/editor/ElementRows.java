package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.DraftRow;
import io.github.isostress.draft.DraftRow.Kind;
import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.draft.TextEdit;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.TemplateProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.table.AbstractTableModel;

/** What the table shows: a draft's rows, named by the packager, with what is wrong with them. */
final class ElementRows extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<TextEdit> change;
    private transient TemplateDraft draft = TemplateDraft.of("");
    private transient List<DraftRow> rows = List.of();
    private transient List<TemplateProblem> problems = List.of();
    private transient Optional<IsoPackager> packager = Optional.empty();

    /**
     * Shows nothing yet.
     *
     * @param change makes the changes that the user asks for
     */
    ElementRows(Consumer<TextEdit> change) {
        this.change = change;
    }

    void show(TemplateDraft other) {
        int before = rows.size();
        draft = other;
        rows = other.rows();
        if (rows.size() == before) {
            updated();
        } else {
            fireTableDataChanged();
        }
    }

    void showProblems(List<TemplateProblem> found) {
        problems = List.copyOf(found);
        updated();
    }

    void setPackager(Optional<IsoPackager> other) {
        packager = other;
        updated();
    }

    private void updated() {
        if (!rows.isEmpty()) {
            fireTableRowsUpdated(0, rows.size() - 1);
        }
    }

    TemplateDraft draft() {
        return draft;
    }

    /**
     * The change that gives a cell another text.
     *
     * @throws IllegalArgumentException with the rule that the text breaks
     */
    TextEdit edit(int row, Column column, String text) {
        if (text.equals(getValueAt(row, column.ordinal()))) {
            return new TextEdit(0, 0, "", List.of(row));
        }
        return column == Column.PATH ? draft.setPath(row, text.strip()) : draft.setValue(row, text);
    }

    /** What is wrong with a row; empty if nothing is known to be. */
    String problem(int row) {
        return problems.stream()
                .filter(problem -> problem.line() == rows.get(row).line())
                .map(TemplateProblem::rule)
                .collect(Collectors.joining("; "));
    }

    private String name(DraftRow row) {
        if (packager.isEmpty() || row.kind() == Kind.HEX) {
            return "";
        }
        try {
            return packager.get().elementName(ElementPath.parse(row.path()).element());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return Column.values().length;
    }

    @Override
    public String getColumnName(int column) {
        return Column.at(column).title();
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return Column.at(column) == Column.VALUE
                || Column.at(column) == Column.PATH && rows.get(row).kind() == Kind.ELEMENT;
    }

    @Override
    public String getValueAt(int row, int column) {
        return switch (Column.at(column)) {
            case PATH -> rows.get(row).path();
            case NAME -> name(rows.get(row));
            case VALUE -> rows.get(row).value();
            case PROBLEM -> problem(row);
        };
    }

    /** A text that is no path of an element is dropped. */
    @Override
    public void setValueAt(Object value, int row, int column) {
        TextEdit edit;
        try {
            edit = edit(row, Column.at(column), value.toString());
        } catch (IllegalArgumentException e) {
            return;
        }
        change.accept(edit);
    }
}
