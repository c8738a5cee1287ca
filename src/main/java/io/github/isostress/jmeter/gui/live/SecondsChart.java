package io.github.isostress.jmeter.gui.live;

import io.github.isostress.health.live.LiveFigures;
import io.github.isostress.health.live.LiveSecond;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.ThemeColours;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.UIManager;

/** A small chart of the last seconds, with what its series are called and their last values. */
final class SecondsChart extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int LEAST_SECONDS = 30;
    private static final int GAP = 4;
    private static final int LEAST_WIDTH = 150;
    private static final int LINES = 9;

    private final String name;
    private final ChartScale scale;
    private final transient SeriesDrawing drawing;
    private final transient List<ChartSeries> series;
    private transient List<LiveSecond> seconds = List.of();

    /**
     * An empty chart.
     *
     * @param key of its labels
     * @param drawing of its series
     */
    SecondsChart(String key, ChartScale scale, SeriesDrawing drawing, ChartSeries... series) {
        this.name = PanelLabels.get(key);
        this.scale = scale;
        this.drawing = drawing;
        this.series = List.of(series);
        setOpaque(false);
        setName(key);
        setBorder(BorderFactory.createTitledBorder(name));
        setToolTipText(PanelLabels.get(key + ".tip"));
        getAccessibleContext().setAccessibleName(name);
    }

    /** Shows these seconds, oldest first. */
    void show(List<LiveSecond> shown) {
        seconds = shown;
        getAccessibleContext().setAccessibleDescription(legend());
        repaint();
    }

    /** What the series are called, and their last values. */
    String legend() {
        return series.stream().map(this::legend).collect(Collectors.joining(", "));
    }

    private String legend(ChartSeries each) {
        return each.label() + " " + scale.words(each.last(seconds));
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(LEAST_WIDTH, LINES * metrics().getHeight());
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    private FontMetrics metrics() {
        return getFontMetrics(UIManager.getFont("Label.font"));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D canvas = (Graphics2D) graphics.create();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Object smooth = UIManager.getDefaults().get(RenderingHints.KEY_TEXT_ANTIALIASING);
        canvas.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, smooth == null ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON : smooth);
        canvas.setFont(UIManager.getFont("Label.font"));
        Rectangle room = inside();
        int legendHeight = paintLegend(canvas, room);
        room.y += legendHeight;
        room.height -= legendHeight;
        paintPlot(canvas, room);
        canvas.dispose();
    }

    private Rectangle inside() {
        var insets = getInsets();
        return new Rectangle(
                insets.left + GAP,
                insets.top,
                getWidth() - insets.left - insets.right - 2 * GAP,
                getHeight() - insets.top - insets.bottom - GAP);
    }

    /** In as many lines as it needs; returns how high they are. */
    private int paintLegend(Graphics2D canvas, Rectangle room) {
        FontMetrics metrics = canvas.getFontMetrics();
        int x = room.x;
        int line = 0;
        for (ChartSeries each : series) {
            String words = legend(each);
            int square = metrics.getAscent() / 2;
            int width = square + GAP + metrics.stringWidth(words);
            if (x > room.x && x + width > room.x + room.width) {
                x = room.x;
                line++;
            }
            int baseline = room.y + line * metrics.getHeight() + metrics.getAscent();
            canvas.setColor(each.colour().on(this));
            canvas.fillRect(x, baseline - square, square, square);
            canvas.setColor(getForeground());
            canvas.drawString(words, x + square + GAP, baseline);
            x += width + 2 * GAP;
        }
        return (line + 1) * metrics.getHeight() + GAP;
    }

    private void paintPlot(Graphics2D canvas, Rectangle room) {
        FontMetrics metrics = canvas.getFontMetrics();
        double top = scale.top(drawing.largest(series, seconds));
        List<Double> marks = scale.marks(top);
        int left = marks.stream()
                        .mapToInt(mark -> metrics.stringWidth(scale.words(mark)))
                        .max()
                        .orElse(0)
                + GAP;
        int below = metrics.getHeight();
        Rectangle plot = new Rectangle(
                room.x + left,
                room.y + metrics.getAscent() / 2,
                room.width - left,
                room.height - below - metrics.getAscent() / 2);
        if (plot.width <= 0 || plot.height <= 0) {
            return;
        }
        for (double mark : marks) {
            int y = plot.y + plot.height - (int) Math.round(scale.height(mark, top) * plot.height);
            canvas.setColor(ThemeColours.clear(this));
            canvas.drawLine(plot.x, y, plot.x + plot.width, y);
            canvas.setColor(ThemeColours.quiet(this));
            String words = scale.words(mark);
            canvas.drawString(words, plot.x - GAP - metrics.stringWidth(words), y + metrics.getAscent() / 2 - 1);
        }
        int shown = Math.min(LiveFigures.TOLD_SECONDS, Math.max(LEAST_SECONDS, seconds.size()));
        String from = "-" + shown + " s";
        String to = PanelLabels.get("results.chart.now");
        int baseline = plot.y + plot.height + metrics.getAscent() + 1;
        canvas.drawString(from, plot.x, baseline);
        canvas.drawString(to, plot.x + plot.width - metrics.stringWidth(to), baseline);
        drawing.draw(canvas, new PlotArea(this, plot, scale, top, shown), series, seconds);
    }
}
