package io.github.isostress.jmeter.gui.live;

import io.github.isostress.health.live.LiveSecond;
import io.github.isostress.health.live.LiveView;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.health.verdict.Validity;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import io.github.isostress.jmeter.live.LiveRun;
import io.github.isostress.jmeter.live.LiveState;
import java.awt.Dimension;
import java.awt.event.HierarchyEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** A run while it goes on, shown anew once a second as long as someone can see it. Used on the event thread. */
public final class LivePane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int REFRESH_MILLIS = 1_000;
    private static final float LINE = 1.6f;
    private static final float WIDE_LINE = 5;
    /** What is hidden keeps its row, or the rows below it would have the heights of others. */
    private static final String CONSTRAINTS = "fill, insets 4, wrap 6, hidemode 2";

    private static final String THIRDS = "[sizegroup sixth, grow, fill, 60lp:60lp:]".repeat(6);

    private final transient LiveRun run;
    private final SentenceArea verdict = new SentenceArea("results.verdict", 1);
    private final SentenceArea state = new SentenceArea("results.state", 2);
    private final FiguresTable figures = new FiguresTable();
    private final CodesTable codes = new CodesTable();
    private final List<SecondsChart> charts = List.of(
            new SecondsChart(
                    "results.rate",
                    ChartScale.LINEAR,
                    SeriesDrawing.LINES,
                    asked(),
                    series("achieved", ChartColour.BLUE, LiveSecond::ended)),
            new SecondsChart(
                    "results.latency",
                    ChartScale.LOGARITHMIC,
                    SeriesDrawing.LINES,
                    series("p99", ChartColour.AMBER, second -> unlessNone(second, second.p99Micros())),
                    series("p50", ChartColour.BLUE, second -> unlessNone(second, second.medianMicros()))),
            new SecondsChart(
                    "results.outcomes",
                    ChartScale.LINEAR,
                    SeriesDrawing.BARS,
                    series("succeeded", ChartColour.TEAL, LiveSecond::succeeded),
                    series("declined", ChartColour.AMBER, LiveSecond::declined),
                    series("failed", ChartColour.RED, LiveSecond::failed)));

    private final Timer refresh = new Timer(REFRESH_MILLIS, event -> refresh());

    /** Shows that run. */
    public LivePane(LiveRun run) {
        super(new MigLayout(CONSTRAINTS, THIRDS, "[][][grow 40, fill][grow 60, fill]"));
        this.run = run;
        add(verdict, "span 6, wmin 0, wrap");
        add(state, "span 6, wmin 0, wrap");
        add(scrolled(figures), "span 3");
        add(scrolled(codes), "span 3, wrap");
        charts.forEach(chart -> add(chart, "span 2"));
        addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                refreshWhileShowing();
            }
        });
        refresh();
    }

    private static ChartSeries series(String key, ChartColour colour, ToDoubleFunction<LiveSecond> value) {
        return new ChartSeries(PanelLabels.get("results.series." + key), colour, LINE, value);
    }

    /** Below what was achieved, which it mostly equals. */
    private static ChartSeries asked() {
        return new ChartSeries(
                PanelLabels.get("results.series.asked"),
                ChartColour.GREY,
                WIDE_LINE,
                second -> second.due() == 0 ? Double.NaN : second.due());
    }

    private static double unlessNone(LiveSecond second, long micros) {
        return second.ended() == 0 ? Double.NaN : micros;
    }

    private static JScrollPane scrolled(JTable table) {
        // As narrow as its place may be: JMeter gives a panel as much room as it asks for, and then scrolls.
        table.setPreferredScrollableViewportSize(new Dimension(0, table.getPreferredSize().height));
        return new JScrollPane(table);
    }

    private void refreshWhileShowing() {
        if (isShowing()) {
            refresh();
            refresh.start();
        } else {
            refresh.stop();
        }
    }

    /** A verdict that is not known takes no room. */
    private void showVerdict(Optional<RunVerdict> known) {
        verdict.setVisible(known.isPresent());
        String words = known.map(StateWords::of).orElse("");
        if (known.filter(judged -> judged.validity() != Validity.VALID).isPresent()) {
            verdict.refuse(words);
        } else {
            verdict.tell(words);
        }
    }

    /** Shows the run as it is now. */
    public void refresh() {
        Optional<LiveState> now = run.state();
        LiveView view = now.map(LiveState::view).orElse(null);
        showVerdict(now.flatMap(LiveState::verdict));
        state.tell(StateWords.of(now));
        figures.look(view);
        codes.update(view == null ? List.of() : view.codes());
        charts.forEach(chart -> chart.show(view == null ? List.of() : view.seconds()));
    }
}
