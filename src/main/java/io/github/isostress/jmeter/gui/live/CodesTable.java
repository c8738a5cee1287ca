package io.github.isostress.jmeter.gui.live;

import io.github.isostress.failure.Failure;
import io.github.isostress.health.live.CountedCode;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.TabKey;
import io.github.isostress.vocabulary.ResponseCodes;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import org.apache.jmeter.util.JMeterUtils;

/** The codes with which samples have ended: successes, then declines, then failures, each with what it means. */
final class CodesTable extends JTable {
    private static final long serialVersionUID = 1L;
    private static final String KEY = "results.codes";
    private static final List<String> COLUMNS = List.of("code", "result", "count", "meaning");
    private static final List<Integer> SHARES = List.of(90, 100, 60, 120);

    private final Codes codes;

    CodesTable() {
        super(new Codes());
        codes = (Codes) getModel();
        setName(KEY);
        setToolTipText(PanelLabels.get(KEY + ".tip"));
        getAccessibleContext().setAccessibleName(PanelLabels.get(KEY));
        getTableHeader().setReorderingAllowed(false);
        JMeterUtils.applyHiDPI(this);
        TabKey.leaves(this);
        for (int column = 0; column < COLUMNS.size(); column++) {
            getColumnModel().getColumn(column).setPreferredWidth(SHARES.get(column));
        }
        setDefaultRenderer(Object.class, plain(SwingConstants.LEADING));
        getColumnModel().getColumn(COLUMNS.indexOf("count")).setCellRenderer(plain(SwingConstants.TRAILING));
    }

    /** A code is the host's text: Swing would take markup in it for its own. */
    private static DefaultTableCellRenderer plain(int alignment) {
        DefaultTableCellRenderer renderer = new DefaultTableCellRenderer();
        renderer.putClientProperty("html.disable", true);
        renderer.setHorizontalAlignment(alignment);
        return renderer;
    }

    /** Shows these codes. The selection stays where no row has come or gone. */
    void show(List<CountedCode> shown) {
        boolean hasSameRows = shown.size() == codes.shown.size();
        codes.shown = shown;
        if (hasSameRows && !shown.isEmpty()) {
            codes.fireTableRowsUpdated(0, shown.size() - 1);
        } else if (!hasSameRows) {
            codes.fireTableDataChanged();
        }
    }

    /** A cell in full, for its column may be narrower; the blank keeps Swing from taking markup for its own. */
    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        int column = columnAtPoint(event.getPoint());
        return row < 0 || column < 0 ? super.getToolTipText(event) : " " + getValueAt(row, column);
    }

    private static final class Codes extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private transient List<CountedCode> shown = List.of();

        @Override
        public int getRowCount() {
            return shown.size();
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.size();
        }

        @Override
        public String getColumnName(int column) {
            return PanelLabels.get(KEY + "." + COLUMNS.get(column));
        }

        @Override
        public Object getValueAt(int row, int column) {
            CountedCode code = shown.get(row);
            return switch (COLUMNS.get(column)) {
                case "code" -> code.code();
                case "result" ->
                    PanelLabels.get("results.result." + code.result().name().toLowerCase(Locale.ROOT));
                case "count" -> LiveNumbers.whole(code.count());
                default -> meaning(code.code());
            };
        }

        private static String meaning(String code) {
            return Failure.ofCode(code)
                    .map(Failure::sentence)
                    .or(() -> ResponseCodes.meaning(code))
                    .orElse("");
        }
    }
}
