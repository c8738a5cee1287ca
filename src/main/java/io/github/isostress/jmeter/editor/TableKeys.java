package io.github.isostress.jmeter.editor;

import java.awt.KeyboardFocusManager;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Lets the values be written one after the other without the mouse, as in a form. */
final class TableKeys {
    private static final int NO_KEY = 0;

    private final TemplateTable table;

    TableKeys(TemplateTable table) {
        this.table = table;
    }

    void install() {
        bind(KeyEvent.VK_ENTER, NO_KEY, "iso-enter", this::enter);
        bind(KeyEvent.VK_F2, NO_KEY, "iso-write", this::write);
        bind(KeyEvent.VK_TAB, NO_KEY, "iso-next", () -> move(1));
        bind(KeyEvent.VK_TAB, InputEvent.SHIFT_DOWN_MASK, "iso-previous", () -> move(-1));
        KeyStroke enter = KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, NO_KEY);
        JComponent field = (JComponent) ((CellField) table.getDefaultEditor(Object.class)).getComponent();
        // The field would take the key and stay in its row.
        field.getInputMap().put(enter, "iso-enter");
        field.getActionMap().put("iso-enter", KeyStrokes.action(this::enter));
    }

    private void bind(int key, int modifiers, String name, Runnable run) {
        KeyStrokes.bind(table, KeyStroke.getKeyStroke(key, modifiers), name, run);
    }

    private int row() {
        return table.isEditing() ? table.getEditingRow() : table.selection().lead();
    }

    private void write() {
        if (!table.isEditing() && isRow(row())) {
            table.writeValue(row());
        }
    }

    private boolean isRow(int row) {
        return row >= 0 && row < table.getRowCount();
    }

    /** Begins to write a value, or takes it over and goes on to the next row. */
    private void enter() {
        if (!table.isEditing()) {
            write();
            return;
        }
        int next = Math.min(row() + 1, table.getRowCount() - 1);
        table.stopEditing();
        go(next);
    }

    private void go(int row) {
        if (isRow(row)) {
            table.changeSelection(row, Column.VALUE.ordinal(), false, false);
        }
        table.requestFocusInWindow();
    }

    private void move(int step) {
        boolean writing = table.isEditing();
        int next = row() + step;
        table.stopEditing();
        if (writing && isRow(next) && table.rows().isOwn(next)) {
            table.writeValue(next);
        } else if (writing && isRow(next)) {
            go(next);
        } else if (step > 0) {
            KeyboardFocusManager.getCurrentKeyboardFocusManager().focusNextComponent(table);
        } else {
            KeyboardFocusManager.getCurrentKeyboardFocusManager().focusPreviousComponent(table);
        }
    }
}
