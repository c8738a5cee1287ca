package io.github.isostress.jmeter.editor;

import java.util.Collections;
import java.util.List;
import javax.swing.JTable;
import javax.swing.table.TableColumn;

/** The columns of the template's table: how wide they are, and whether rows show their origin. */
final class TableColumns {
    private final JTable table;
    /** In the order of {@link Column}, shown or not. */
    private final List<TableColumn> all;

    /** Takes over a table that has all columns. */
    TableColumns(JTable table) {
        this.table = table;
        all = Collections.list(table.getColumnModel().getColumns());
    }

    /** Gives the columns the widths that suit them. */
    void fit(int characterWidth) {
        for (Column column : Column.values()) {
            all.get(column.ordinal()).setPreferredWidth(column.characters() * characterWidth);
        }
    }

    /** Shows or hides the origin: where nothing is inherited, it would only take room. */
    void showOrigin(boolean wanted) {
        TableColumn origin = all.get(Column.ORIGIN.ordinal());
        table.removeColumn(origin);
        if (wanted) {
            table.addColumn(origin);
        }
    }
}
