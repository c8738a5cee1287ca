package io.github.isostress.jmeter.gui.live;

import io.github.isostress.health.live.LiveView;
import io.github.isostress.health.live.LiveWindow;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.RowsTable;
import java.util.List;
import java.util.function.Function;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;

/** The figures of a run, since its start and over the last seconds. */
final class FiguresTable extends RowsTable<FiguresTable.Seen> {
    private static final long serialVersionUID = 1L;
    private static final String KEY = "results.figures";

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

    private static final List<Column<Seen>> COLUMNS = List.of(
            new Column<>(
                    KEY + ".figure",
                    200,
                    seen -> PanelLabels.get(KEY + "." + seen.row().key())),
            new Column<>(KEY + ".sinceStart", 80, seen -> seen.figure(LiveView::sinceStart)),
            new Column<>(KEY + ".lastSeconds", 80, seen -> seen.figure(LiveView::lastSeconds)));

    record Row(String key, Function<LiveWindow, String> figure) {}

    /**
     * A row of these figures.
     *
     * @param view null for none
     */
    record Seen(Row row, LiveView view) {
        String figure(Function<LiveView, LiveWindow> window) {
            return view == null ? LiveNumbers.NONE : row.figure().apply(window.apply(view));
        }
    }

    FiguresTable() {
        super(KEY, COLUMNS);
        getTableHeader().setReorderingAllowed(false);
        DefaultTableCellRenderer right = new DefaultTableCellRenderer();
        right.setHorizontalAlignment(SwingConstants.TRAILING);
        for (int column = 1; column < COLUMNS.size(); column++) {
            getColumnModel().getColumn(column).setCellRenderer(right);
        }
        look(null);
    }

    private static String time(long count, long micros) {
        return count == 0 ? LiveNumbers.NONE : LiveNumbers.whole(micros);
    }

    /** Shows these figures; null for none. The selection stays. */
    void look(LiveView view) {
        update(ROWS.stream().map(row -> new Seen(row, view)).toList());
    }
}
