package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.CellText;
import io.github.isostress.jmeter.gui.form.ThemeColours;
import java.awt.Color;
import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.DefaultCellEditor;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.UIManager;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Where a cell's text is typed; it is marked while it is wrong. */
final class CellField extends DefaultCellEditor {
    private static final long serialVersionUID = 1L;

    private final JTextField field;
    private final transient Runnable typed;

    /**
     * Nothing is typed yet.
     *
     * @param typed is run whenever the text changes
     */
    CellField(Runnable typed) {
        super(new JTextField());
        this.typed = typed;
        field = (JTextField) getComponent();
        field.getDocument().addDocumentListener(new Watch());
    }

    @Override
    public Component getTableCellEditorComponent(JTable table, Object value, boolean selected, int row, int index) {
        Column column = Column.at(table.convertColumnIndexToModel(index));
        field.setFont(table.getFont());
        field.getAccessibleContext().setAccessibleName(column.title());
        super.getTableCellEditorComponent(table, value, selected, row, index);
        return field;
    }

    JTextComponent component() {
        return field;
    }

    String text() {
        return field.getText();
    }

    /** What is typed next takes the place of what is there; in a formula it follows it. */
    void choose() {
        if (CellText.isFormula(field.getText())) {
            field.setCaretPosition(field.getText().length());
        } else {
            field.selectAll();
        }
    }

    /** What is typed next takes the place of what is there. */
    void selectAll() {
        field.selectAll();
    }

    /** Marks the field with what is wrong with its text; empty if nothing is. */
    void mark(String problem) {
        Color foreground = UIManager.getColor("TextField.foreground");
        field.setBorder(BorderFactory.createLineBorder(problem.isEmpty() ? foreground : ThemeColours.problem()));
        // Some looks and feels give it the colours of the selected row, on which nothing can be read.
        field.setForeground(foreground);
        field.setBackground(UIManager.getColor("TextField.background"));
        field.setToolTipText(problem.isEmpty() ? null : problem);
        field.getAccessibleContext().setAccessibleDescription(problem);
    }

    private final class Watch implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            typed.run();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            typed.run();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            // Nothing but attributes.
        }
    }
}
