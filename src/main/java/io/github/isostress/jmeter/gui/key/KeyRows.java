package io.github.isostress.jmeter.gui.key;

import io.github.isostress.crypto.key.CheckedKey;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.rehearsal.KeysCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.swing.table.AbstractTableModel;

/** The rows of the table of keys: a line each. What it gives a table to show has no digit of a key. */
final class KeyRows extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private final transient List<KeyRow> rows = new ArrayList<>();
    private final transient Map<Integer, CheckedKey> found = new HashMap<>();
    private final transient Runnable edited;

    /**
     * No rows.
     *
     * @param edited is run each time a row was added, changed or removed
     */
    KeyRows(Runnable edited) {
        this.edited = edited;
    }

    /** The lines, as the element keeps them. */
    String text() {
        return rows.stream().map(KeyRow::line).collect(Collectors.joining("\n"));
    }

    /** Takes other lines. */
    void show(String text) {
        rows.clear();
        found.clear();
        text.lines().map(KeyRow::of).forEach(rows::add);
        fireTableDataChanged();
    }

    /** Takes what the lines give. */
    void show(KeysCheck check) {
        found.clear();
        check.keys().forEach(key -> found.put(key.line() - 1, key));
        if (!rows.isEmpty()) {
            fireTableRowsUpdated(0, rows.size() - 1);
        }
    }

    /** Adds a key without a value; returns its row. */
    int add() {
        int number = rows.size() + 1;
        rows.add(KeyRow.named("KEY" + number));
        changed();
        return rows.size() - 1;
    }

    /** Removes a row. */
    void remove(int row) {
        rows.remove(row);
        changed();
    }

    private void changed() {
        found.clear();
        fireTableDataChanged();
        edited.run();
    }

    /** Whether a key itself stands in a row. */
    boolean hasClearKey() {
        return rows.stream().anyMatch(KeyRow::isClear);
    }

    /** Why a row gives no key; blank if it gives one, or is none. */
    String problem(int row) {
        return found.containsKey(row) ? found.get(row).problem() : "";
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return KeyColumn.values().length;
    }

    @Override
    public String getColumnName(int column) {
        return PanelLabels.get(KeyColumn.values()[column].label());
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return rows.get(row).isKey() && KeyColumn.values()[column] != KeyColumn.FOUND;
    }

    @Override
    public Object getValueAt(int at, int column) {
        KeyRow row = rows.get(at);
        KeyColumn which = KeyColumn.values()[column];
        if (!row.isKey()) {
            return which == KeyColumn.NAME ? MaskedValue.ofLine(row.line()) : "";
        }
        return switch (which) {
            case VALUE -> MaskedValue.of(row.cell(which));
            case FOUND -> found(at);
            case EXPECTED -> row.cell(which);
            default -> MaskedValue.ofLine(row.cell(which));
        };
    }

    private String found(int row) {
        CheckedKey checked = found.get(row);
        if (checked == null) {
            return "";
        }
        return checked.key().map(key -> key.key().checkValue()).orElseGet(() -> PanelLabels.get("keys.found.problem"));
    }

    @Override
    public void setValueAt(Object text, int row, int column) {
        KeyColumn which = KeyColumn.values()[column];
        String typed = String.valueOf(text);
        boolean isUntouched = typed.equals(getValueAt(row, column)) || which == KeyColumn.VALUE && typed.isBlank();
        if (isUntouched) {
            return;
        }
        rows.get(row).change(which, typed);
        found.clear();
        fireTableRowsUpdated(0, rows.size() - 1);
        edited.run();
    }
}
