package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.RowsTable;
import io.github.isostress.message.template.ComputedValue;
import io.github.isostress.message.value.FormulaText;
import java.awt.Dimension;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import org.apache.commons.lang3.StringUtils;

/**
 * The values of a message that formulas have given, one a row, in the order of computing: which formula, the value as
 * far as it may be shown, and what went in. Used on the event thread.
 */
final class ComputedTable extends RowsTable<ComputedValue> {
    private static final long serialVersionUID = 1L;
    private static final String KEY = "request.preview.computed";
    private static final int MOST_ROWS = 6;

    private static final List<Column<ComputedValue>> COLUMNS = List.of(
            new Column<>(KEY + ".element", 60, value -> value.line().path().toString()),
            new Column<>(
                    KEY + ".formula",
                    80,
                    value -> FormulaText.parse(value.line().value()).name()),
            new Column<>(KEY + ".value", 180, ComputedValue::shown),
            new Column<>(
                    KEY + ".from",
                    380,
                    value -> String.join(", ", value.explained().lines().toList())));

    /** Shows nothing yet. */
    ComputedTable() {
        super(KEY, COLUMNS);
        getTableHeader().setReorderingAllowed(false);
    }

    /** The table under its title. */
    JComponent titled() {
        JScrollPane titled = new JScrollPane(this);
        titled.setBorder(BorderFactory.createTitledBorder(PanelLabels.get(KEY)));
        return titled;
    }

    /** Shows other values; as many rows as there are, up to six. */
    @Override
    public void show(List<ComputedValue> computed) {
        super.show(computed);
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
}
