package io.github.isostress.jmeter.gui.live;

import io.github.isostress.health.live.LiveSecond;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** How a chart draws its series. Stateless. */
enum SeriesDrawing {
    /** Each as a line of its own; it is broken where a second has no value. */
    LINES {
        @Override
        double largest(List<ChartSeries> series, List<LiveSecond> seconds) {
            return series.stream()
                    .mapToDouble(each -> each.largest(seconds))
                    .max()
                    .orElse(0);
        }

        @Override
        void draw(Graphics2D canvas, PlotArea area, List<ChartSeries> series, List<LiveSecond> seconds) {
            for (ChartSeries each : series) {
                canvas.setStroke(new BasicStroke(each.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                canvas.setColor(each.colour().on(area.chart()));
                canvas.draw(line(area, each, seconds));
            }
        }

        private Path2D line(PlotArea area, ChartSeries series, List<LiveSecond> seconds) {
            Path2D line = new Path2D.Double();
            boolean isBroken = true;
            for (int i = 0; i < seconds.size(); i++) {
                double value = series.value().applyAsDouble(seconds.get(i));
                if (Double.isFinite(value)) {
                    double x = area.x(seconds.size() - i - HALF);
                    if (isBroken) {
                        line.moveTo(x, area.y(value));
                    }
                    line.lineTo(x, area.y(value));
                }
                isBroken = !Double.isFinite(value);
            }
            return line;
        }
    },
    /** Each second as a bar, in which the first series is at the bottom. */
    BARS {
        @Override
        double largest(List<ChartSeries> series, List<LiveSecond> seconds) {
            return seconds.stream()
                    .mapToDouble(second -> series.stream()
                            .mapToDouble(each -> each.value().applyAsDouble(second))
                            .sum())
                    .max()
                    .orElse(0);
        }

        @Override
        void draw(Graphics2D canvas, PlotArea area, List<ChartSeries> series, List<LiveSecond> seconds) {
            for (int i = 0; i < seconds.size(); i++) {
                // Whole pixels: else the ground shines through between two bars.
                double x = Math.rint(area.x(seconds.size() - i));
                double width = Math.rint(area.x(seconds.size() - i - 1)) - x;
                double sum = 0;
                for (ChartSeries each : series) {
                    double bottom = area.y(sum);
                    sum += each.value().applyAsDouble(seconds.get(i));
                    canvas.setColor(each.colour().on(area.chart()));
                    canvas.fill(new Rectangle2D.Double(x, area.y(sum), width, bottom - area.y(sum)));
                }
            }
        }
    };

    private static final double HALF = 0.5;

    /** The largest value that it would draw; 0 if there is none. */
    abstract double largest(List<ChartSeries> series, List<LiveSecond> seconds);

    /** Draws the seconds, oldest first. */
    abstract void draw(Graphics2D canvas, PlotArea area, List<ChartSeries> series, List<LiveSecond> seconds);
}
