package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.DraftRow;
import io.github.isostress.draft.DraftRow.Kind;
import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.draft.TextEdit;
import io.github.isostress.message.DefinedPart;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.TemplateLine;
import io.github.isostress.message.template.TemplateProblem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.table.AbstractTableModel;

/**
 * What the table shows: a draft's rows and below them the lines that it inherits, named by the packager, with what is
 * wrong with them. Only the draft's own rows can be changed.
 */
final class ElementRows extends AbstractTableModel {
    private static final long serialVersionUID = 1L;
    private static final String ELEMENT = "@";

    private final transient Consumer<TextEdit> change;
    private transient TemplateDraft draft = TemplateDraft.of("");
    private transient List<DraftRow> own = List.of();
    private transient Inheritance inheritance = Inheritance.NONE;
    private transient List<TemplateProblem> problems = List.of();
    private transient Set<Integer> marked = Set.of();
    private transient Optional<IsoPackager> packager = Optional.empty();

    /**
     * Shows nothing yet.
     *
     * @param change makes the changes that the user asks for
     */
    ElementRows(Consumer<TextEdit> change) {
        this.change = change;
    }

    void show(TemplateDraft other, Inheritance inherited) {
        int before = getRowCount();
        draft = other;
        own = other.rows();
        inheritance = inherited;
        if (getRowCount() == before) {
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

    /** Marks the rows that a search has found. */
    void mark(Collection<Integer> found) {
        marked = Set.copyOf(found);
        updated();
    }

    /** Whether a search has found the row. */
    boolean isMarked(int row) {
        return marked.contains(row);
    }

    private void updated() {
        if (getRowCount() > 0) {
            fireTableRowsUpdated(0, getRowCount() - 1);
        }
    }

    /** Whether a row is a line of the draft. */
    boolean isOwn(int row) {
        return row < own.size();
    }

    private TemplateLine inherited(int row) {
        return inheritance.inForce().get(row - own.size());
    }

    /** The row of an inherited line. */
    Optional<Integer> rowOfInherited(Predicate<TemplateLine> wanted) {
        return IntStream.range(own.size(), getRowCount())
                .filter(row -> wanted.test(inherited(row)))
                .boxed()
                .findFirst();
    }

    /** The elements of the message, as formulas name them. */
    List<Suggestion> elements() {
        return IntStream.range(0, getRowCount())
                .filter(row -> !isOwn(row) || own.get(row).kind() == Kind.ELEMENT)
                .mapToObj(row -> new Suggestion(ELEMENT + path(row), name(path(row))))
                .toList();
    }

    /** Gives the draft inherited rows as its own, with the values that they have. */
    void override(List<Integer> rows) {
        change.accept(insertion(rows, Inheritance::value));
    }

    /** Gives the draft lines without a value for the elements of inherited rows. */
    void leaveOut(List<Integer> rows) {
        change.accept(insertion(rows, line -> ""));
    }

    private TextEdit insertion(List<Integer> rows, Function<TemplateLine, String> value) {
        TemplateDraft changed = draft;
        for (int row : rows) {
            TextEdit edit = changed.insert(path(row), value.apply(inherited(row)));
            changed = TemplateDraft.of(edit.applyTo(changed.text()));
        }
        List<Integer> inserted = rows.stream()
                .map(this::path)
                .map(changed::rowOf)
                .flatMap(Optional::stream)
                .toList();
        return TextEdit.between(draft.text(), changed.text(), inserted);
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
        Predicate<TemplateProblem> isOfRow = isOwn(row)
                ? problem -> problem.place().isOwn()
                        && problem.line() == own.get(row).line()
                : problem -> problem.place().equals(inherited(row).place());
        return problems.stream().filter(isOfRow).map(TemplateProblem::rule).collect(Collectors.joining("; "));
    }

    private String name(String path) {
        try {
            return packager.isEmpty() ? "" : DefinedPart.nameOf(packager.get(), ElementPath.parse(path));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public int getRowCount() {
        return own.size() + inheritance.inForce().size();
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
        return isOwn(row)
                && (Column.at(column) == Column.VALUE
                        || Column.at(column) == Column.PATH && own.get(row).kind() == Kind.ELEMENT);
    }

    @Override
    public String getValueAt(int row, int column) {
        return switch (Column.at(column)) {
            case PATH -> path(row);
            case NAME -> isOwn(row) && own.get(row).kind() == Kind.HEX ? "" : name(path(row));
            case VALUE -> isOwn(row) ? own.get(row).value() : Inheritance.value(inherited(row));
            case PROBLEM -> problem(row);
            case ORIGIN -> origin(row);
        };
    }

    private String path(int row) {
        return isOwn(row) ? own.get(row).path() : inherited(row).path().toString();
    }

    private String origin(int row) {
        return isOwn(row)
                ? inheritance.overriddenBy(own.get(row).line())
                : inherited(row).place().name();
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
