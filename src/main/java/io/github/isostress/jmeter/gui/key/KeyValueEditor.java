package io.github.isostress.jmeter.gui.key;

import java.awt.Component;
import javax.swing.DefaultCellEditor;
import javax.swing.JTable;
import javax.swing.JTextField;

/** Edits the value of a key: begins empty, shows what is being typed alone, and keeps nothing of it afterwards. */
final class KeyValueEditor extends DefaultCellEditor {
    private static final long serialVersionUID = 1L;

    private final JTextField field;

    KeyValueEditor() {
        this(new JTextField());
    }

    private KeyValueEditor(JTextField field) {
        super(field);
        this.field = field;
    }

    @Override
    public Component getTableCellEditorComponent(JTable table, Object shown, boolean selected, int row, int column) {
        return super.getTableCellEditorComponent(table, "", selected, row, column);
    }

    @Override
    protected void fireEditingStopped() {
        super.fireEditingStopped();
        field.setText("");
    }

    @Override
    protected void fireEditingCanceled() {
        super.fireEditingCanceled();
        field.setText("");
    }
}
