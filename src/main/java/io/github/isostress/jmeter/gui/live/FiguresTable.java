package io.github.isostress.jmeter.gui.live;

import io.github.isostress.health.live.LiveView;
import io.github.isostress.health.live.LiveWindow;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.TabKey;
import java.util.List;
import java.util.function.Function;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import org.apache.jmeter.util.JMeterUtils;

/** The figures of a run, since its start and over the last seconds. */
final class FiguresTable extends JTable {
    private static final long serialVersionUID = 1L;
    private static final String KEY = "results.figures";
    private static final List<String> COLUMNS = List.of("figure", "sinceStart", "lastSeconds");
    private static final List<Integer> SHARES = List.of(200, 80, 80);

    private static final List<Row> ROWS = List.of(
            new Row("asked", window -> LiveNumbers.mean(window.asked())),
            new Row("achieved", window -> LiveNumbers.mean(window.achieved())),
            new Row("underWay", window -> LiveNumbers.mean(window.meanUnderWay())),
            new Row(
                    "p50",
                    window -> time(
                            window.roundTrips().count(), window.roundTrips().p50())),
            new Row(
                    "p90",
                    window -> time(
                            window.roundTrips().count(), window.roundTrips().p90())),
            new Row(
                    "p99",
                    window -> time(
                            window.roundTrips().count(), window.roundTrips().p99())),
            new Row(
                    "p999",
                    window -> time(
                            window.roundTrips().count(), window.roundTrips().p999())),
            new Row(
                    "longest",
                    window -> time(
                            window.roundTrips().count(), window.roundTrips().longest())),
            new Row(
                    "lagP99",
                    window -> time(window.lags().count(), window.lags().p99())),
            new Row(
                    "lagLongest",
                    window -> time(window.lags().count(), window.lags().longest())));

    private final Figures figures;

    private record Row(String key, Function<LiveWindow, String> figure) {}

    FiguresTable() {
        super(new Figures());
        figures = (Figures) getModel();
        setName(KEY);
        setToolTipText(PanelLabels.get(KEY + ".tip"));
        getAccessibleContext().setAccessibleName(PanelLabels.get(KEY));
        getTableHeader().setReorderingAllowed(false);
        JMeterUtils.applyHiDPI(this);
        TabKey.leaves(this);
        DefaultTableCellRenderer right = new DefaultTableCellRenderer();
        right.setHorizontalAlignment(SwingConstants.TRAILING);
        for (int column = 0; column < COLUMNS.size(); column++) {
            getColumnModel().getColumn(column).setPreferredWidth(SHARES.get(column));
            if (column > 0) {
                getColumnModel().getColumn(column).setCellRenderer(right);
            }
        }
    }

    private static String time(long count, long micros) {
        return count == 0 ? LiveNumbers.NONE : LiveNumbers.whole(micros);
    }

    /** Shows these figures; null for none. The selection stays. */
    void show(LiveView view) {
        figures.view = view;
        figures.fireTableRowsUpdated(0, ROWS.size() - 1);
    }

    private static final class Figures extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private transient LiveView view;

        @Override
        public int getRowCount() {
            return ROWS.size();
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
            if (column == 0) {
                return PanelLabels.get(KEY + "." + ROWS.get(row).key());
            }
            if (view == null) {
                return LiveNumbers.NONE;
            }
            return ROWS.get(row).figure().apply(column == 1 ? view.sinceStart() : view.lastSeconds());
        }
    }
}
