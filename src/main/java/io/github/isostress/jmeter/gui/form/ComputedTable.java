package io.github.isostress.jmeter.gui.form;

import io.github.isostress.message.template.ComputedValue;
import io.github.isostress.message.value.FormulaText;
import java.awt.Dimension;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.util.JMeterUtils;

/**
 * The values of a message that formulas have given, one a row, in the order of computing: which formula, the value as
 * far as it may be shown, and what went in. Used on the event thread.
 */
public final class ComputedTable extends JTable {
    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS = List.of("element", "formula", "value", "from");
    private static final int MOST_ROWS = 6;

    /** The columns share the width of the table in these proportions. */
    private static final List<Integer> SHARES = List.of(60, 80, 180, 380);

    private final Values values = new Values();

    /** Shows nothing yet. */
    public ComputedTable() {
        setModel(values);
        setName("request.preview.computed");
        setToolTipText(PanelLabels.get("request.preview.computed.tip"));
        getAccessibleContext().setAccessibleName(PanelLabels.get("request.preview.computed"));
        getTableHeader().setReorderingAllowed(false);
        JMeterUtils.applyHiDPI(this);
        TabKey.leaves(this);
        for (int column = 0; column < COLUMNS.size(); column++) {
            getColumnModel().getColumn(column).setPreferredWidth(SHARES.get(column));
        }
    }

    /** The table under its title. */
    public JComponent titled() {
        JScrollPane titled = new JScrollPane(this);
        titled.setBorder(BorderFactory.createTitledBorder(PanelLabels.get("request.preview.computed")));
        return titled;
    }

    /** Shows other values; as many rows as there are, up to six. */
    public void show(List<ComputedValue> computed) {
        values.computed = List.copyOf(computed);
        values.fireTableDataChanged();
        int rows = Math.min(MOST_ROWS, computed.size());
        setPreferredScrollableViewportSize(new Dimension(0, rows * getRowHeight()));
        revalidate();
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        int column = columnAtPoint(event.getPoint());
        return row < 0 || column < 0
                ? getToolTipText()
                : StringUtils.defaultIfEmpty(getValueAt(row, column).toString(), getToolTipText());
    }

    private static final class Values extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private transient List<ComputedValue> computed = List.of();

        @Override
        public int getRowCount() {
            return computed.size();
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.size();
        }

        @Override
        public String getColumnName(int column) {
            return PanelLabels.get("request.preview.computed." + COLUMNS.get(column));
        }

        @Override
        public String getValueAt(int row, int column) {
            ComputedValue value = computed.get(row);
            return switch (COLUMNS.get(column)) {
                case "element" -> value.line().path().toString();
                case "formula" -> FormulaText.parse(value.line().value()).name();
                case "value" -> value.shown();
                default -> String.join(", ", value.explained().lines().toList());
            };
        }
    }
}
