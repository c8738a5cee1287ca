package io.github.isostress.jmeter.editor;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;

/** Which rows of the template's table are selected, counted from 0. Used on the event thread. */
final class RowSelection {
    private final JTable table;
    private final ElementRows rows;

    /** Nothing is selected yet; several rows can be. */
    RowSelection(JTable table, ElementRows rows) {
        this.table = table;
        this.rows = rows;
        table.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
    }

    /** From the top. */
    List<Integer> all() {
        return Arrays.stream(table.getSelectedRows()).boxed().toList();
    }

    /** Those that are lines of the template itself. */
    List<Integer> own() {
        return all().stream().filter(rows::isOwn).toList();
    }

    /** Those that the template inherits. */
    List<Integer> inherited() {
        return all().stream().filter(row -> !rows.isOwn(row)).toList();
    }

    /** The row that the keyboard is at; -1 if there is none. */
    int lead() {
        return table.getSelectionModel().getLeadSelectionIndex();
    }

    /** Runs it when the selection has changed: once for all the rows of a change. */
    void onChange(Runnable listener) {
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) {
                listener.run();
            }
        });
    }

    /** Selects rows as far as there are such, and shows the first of them. */
    void choose(Collection<Integer> chosen) {
        ListSelectionModel model = table.getSelectionModel();
        model.setValueIsAdjusting(true);
        table.clearSelection();
        chosen.stream()
                .filter(row -> row >= 0 && row < table.getRowCount())
                .sorted()
                .forEach(row -> table.addRowSelectionInterval(row, row));
        model.setValueIsAdjusting(false);
        if (table.getSelectedRow() >= 0) {
            table.scrollRectToVisible(table.getCellRect(table.getSelectedRow(), 0, true));
        }
    }
}
