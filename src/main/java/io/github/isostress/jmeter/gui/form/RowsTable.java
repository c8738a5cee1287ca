package io.github.isostress.jmeter.gui.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import org.apache.jmeter.util.JMeterUtils;

/**
 * A table that is only read, with one thing a row. Used on the event thread.
 *
 * @param <R> what a row shows; immutable
 */
public class RowsTable<R> extends JTable {
    private static final long serialVersionUID = 1L;

    private final transient Rows<R> rows;

    /**
     * A column.
     *
     * @param title the key of its title among the labels
     * @param share of the table's width, in proportion to those of the other columns
     * @param cell what it has of a row; not null
     */
    public record Column<R>(String title, int share, Function<R, Object> cell) {}

    /**
     * Without a row yet.
     *
     * @param label the key of its label, and with {@code .tip} of its tooltip
     */
    public RowsTable(String label, List<Column<R>> columns) {
        this(columns);
        setName(label);
        setToolTipText(PanelLabels.get(label + ".tip"));
        getAccessibleContext().setAccessibleName(PanelLabels.get(label));
    }

    /** Without a row, and without a name yet. */
    RowsTable(List<Column<R>> columns) {
        this(new Rows<>(columns));
    }

    private RowsTable(Rows<R> rows) {
        super(rows);
        this.rows = rows;
        JMeterUtils.applyHiDPI(this);
        TabKey.leaves(this);
        for (int column = 0; column < rows.columns.size(); column++) {
            getColumnModel()
                    .getColumn(column)
                    .setPreferredWidth(rows.columns.get(column).share());
        }
    }

    /** Shows these rows and selects none. */
    public void show(List<R> shown) {
        rows.shown = List.copyOf(shown);
        rows.fireTableDataChanged();
    }

    /** Shows these rows in place of those before. The selection stays if they are as many. */
    public void update(List<R> shown) {
        if (shown.size() != rows.shown.size()) {
            show(shown);
        } else if (!shown.isEmpty()) {
            rows.shown = List.copyOf(shown);
            rows.fireTableRowsUpdated(0, shown.size() - 1);
        }
    }

    /** What the selected row shows; empty if none is selected. */
    public Optional<R> selected() {
        return getSelectedRow() < 0 ? Optional.empty() : Optional.of(rows.shown.get(getSelectedRow()));
    }

    private static final class Rows<R> extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private final transient List<Column<R>> columns;
        private transient List<R> shown = List.of();

        Rows(List<Column<R>> columns) {
            this.columns = columns;
        }

        @Override
        public int getRowCount() {
            return shown.size();
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public String getColumnName(int column) {
            return PanelLabels.get(columns.get(column).title());
        }

        @Override
        public Object getValueAt(int row, int column) {
            return columns.get(column).cell().apply(shown.get(row));
        }
    }
}
