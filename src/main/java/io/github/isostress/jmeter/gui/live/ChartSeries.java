package io.github.isostress.jmeter.gui.live;

import io.github.isostress.health.live.LiveSecond;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One value of each second, as a chart draws it.
 *
 * @param label what it is called
 * @param colour in which it is drawn
 * @param width of its line: a wide one can be seen below another
 * @param value of a second; NaN if it has none
 */
record ChartSeries(String label, ChartColour colour, float width, ToDoubleFunction<LiveSecond> value) {
    /** The largest value; 0 if there is none. */
    double largest(List<LiveSecond> seconds) {
        return seconds.stream()
                .mapToDouble(value)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** The value of the last second that has one; NaN if none has. */
    double last(List<LiveSecond> seconds) {
        return seconds.isEmpty() ? Double.NaN : value.applyAsDouble(seconds.get(seconds.size() - 1));
    }
}
