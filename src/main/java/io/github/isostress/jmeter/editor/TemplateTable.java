package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.draft.TextEdit;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.TemplateProblem;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.EventObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.table.JTableHeader;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.util.JMeterUtils;

/** The rows of a template, which can be changed in place. Used on the event thread. */
final class TemplateTable extends JTable {
    private static final long serialVersionUID = 1L;
    private static final int FEWEST_ROWS = 5;
    private static final float ROOMY = 1.3f;
    private static final int CONTROLS =
            InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK;

    private final transient Runnable typed;
    private final CellField field;
    private final transient TableColumns columns;
    private final transient RowSelection selection;

    /**
     * Shows nothing yet.
     *
     * @param change makes the changes that the user asks for
     * @param typed is run whenever a cell's text changes before it is taken over
     */
    TemplateTable(Consumer<TextEdit> change, Runnable typed) {
        super(new ElementRows(change));
        this.typed = typed;
        columns = new TableColumns(this);
        selection = new RowSelection(this, rows());
        field = new CellField(this::typed);
        setDefaultEditor(Object.class, field);
        setDefaultRenderer(Object.class, new TemplateCell());
        setSurrendersFocusOnKeystroke(true);
        putClientProperty("terminateEditOnFocusLost", true);
        setFillsViewportHeight(true);
        getTableHeader().setReorderingAllowed(false);
        getAccessibleContext().setAccessibleName(EditorLabels.get("table"));
        setToolTipText(EditorLabels.get("table.tip"));
        new TableKeys(this).install();
        JMeterUtils.applyHiDPI(this);
        fitToFont();
        columns.showOrigin(false);
    }

    private void fitToFont() {
        FontMetrics metrics = getFontMetrics(getFont());
        columns.fit(metrics.charWidth('n'));
        setRowHeight(Math.max(getRowHeight(), Math.round(metrics.getHeight() * ROOMY)));
        Dimension whole = getPreferredSize();
        setPreferredScrollableViewportSize(new Dimension(whole.width, FEWEST_ROWS * getRowHeight()));
    }

    /** Another look and feel brings another font. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (field != null) {
            setDefaultRenderer(Object.class, new TemplateCell());
            fitToFont();
        }
    }

    ElementRows rows() {
        return (ElementRows) getModel();
    }

    void show(TemplateDraft draft, Inheritance inheritance) {
        List<Integer> selected = selection.all();
        int lead = selection.lead();
        columns.showOrigin(!inheritance.isEmpty());
        rows().show(draft, inheritance);
        if (!selection.all().equals(selected)) {
            selection.choose(selected.isEmpty() ? List.of(lead) : selected);
        }
    }

    void showProblems(List<TemplateProblem> problems) {
        rows().showProblems(problems);
        if (isEditing()) {
            field.mark(refusal().orElseGet(() -> rows().problem(getEditingRow())));
        }
    }

    void setPackager(Optional<IsoPackager> packager) {
        rows().setPackager(packager);
    }

    /** Where a cell is written. */
    CellField field() {
        return field;
    }

    boolean isEditingValue() {
        return isEditing() && Column.at(convertColumnIndexToModel(getEditingColumn())) == Column.VALUE;
    }

    RowSelection selection() {
        return selection;
    }

    /** Makes inherited rows the template's own, and lets the user write the first of them. */
    void override(List<Integer> inherited) {
        rows().override(inherited);
        writeValue(getSelectedRow());
    }

    /** Has the template leave out the elements of inherited rows. */
    void leaveOut(List<Integer> inherited) {
        rows().leaveOut(inherited);
    }

    /** Lets the user write a row's value. */
    void writeValue(int row) {
        changeSelection(row, Column.VALUE.ordinal(), false, false);
        requestFocusInWindow();
        if (editCellAt(row, Column.VALUE.ordinal())) {
            field.choose();
            getEditorComponent().requestFocusInWindow();
        }
    }

    /** Takes over what is being typed. */
    void stopEditing() {
        if (isEditing()) {
            getCellEditor().stopCellEditing();
        }
    }

    /** Forgets what is being typed. */
    void cancelEditing() {
        if (isEditing()) {
            getCellEditor().cancelCellEditing();
        }
    }

    /** The change that is being typed, as far as it can be made. */
    Optional<TextEdit> pending() {
        try {
            return isEditing() ? Optional.of(edit()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> refusal() {
        try {
            edit();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private TextEdit edit() {
        return rows().edit(getEditingRow(), Column.at(getEditingColumn()), field.text());
    }

    private void typed() {
        if (isEditing()) {
            refusal().ifPresent(field::mark);
            typed.run();
        }
    }

    /**
     * Typing changes the value of the row, whichever its cell; menu keys are no typing. An inherited row is overridden.
     */
    @Override
    public boolean editCellAt(int row, int column, EventObject event) {
        boolean typing = event instanceof KeyEvent;
        if (typing && (((KeyEvent) event).getModifiersEx() & CONTROLS) != 0
                || typing && ((KeyEvent) event).getKeyChar() == KeyEvent.CHAR_UNDEFINED) {
            return false;
        }
        if (!rows().isOwn(row)) {
            return field.isCellEditable(event) && editInherited(row, event);
        }
        boolean begun =
                super.editCellAt(row, typing && !isCellEditable(row, column) ? Column.VALUE.ordinal() : column, event);
        if (begun) {
            field.mark(rows().problem(row));
            if (typing) {
                field.selectAll();
            }
        }
        return begun;
    }

    private boolean editInherited(int row, EventObject event) {
        rows().override(List.of(row));
        return editCellAt(getSelectedRow(), Column.VALUE.ordinal(), event);
    }

    @Override
    public void removeEditor() {
        super.removeEditor();
        if (typed != null) {
            typed.run();
        }
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        int column = columnAtPoint(event.getPoint());
        String text = row < 0 || column < 0 ? "" : getValueAt(row, column).toString();
        return StringUtils.defaultIfEmpty(
                text, column < 0 ? getToolTipText() : Column.at(column).tip());
    }

    @Override
    public JToolTip createToolTip() {
        JToolTip tip = super.createToolTip();
        tip.putClientProperty("html.disable", true);
        return tip;
    }

    @Override
    protected JTableHeader createDefaultTableHeader() {
        return new JTableHeader(getColumnModel()) {
            private static final long serialVersionUID = 1L;

            @Override
            public String getToolTipText(MouseEvent event) {
                int column = columnAtPoint(event.getPoint());
                return column < 0 ? null : Column.at(column).tip();
            }
        };
    }
}
