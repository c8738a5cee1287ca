package io.github.isostress.jmeter.gui.live;

import java.awt.Component;
import java.awt.Rectangle;

/**
 * Where a chart draws its seconds, the last one at the right edge.
 *
 * @param chart on which it is
 * @param place in the chart
 * @param scale of the values
 * @param top the value at the upper edge
 * @param seconds how many seconds it is wide
 */
record PlotArea(Component chart, Rectangle place, ChartScale scale, double top, int seconds) {
    /**
     * Where a second begins, from left to right.
     *
     * @param fromEnd how many seconds before the right edge
     */
    double x(double fromEnd) {
        return place.x + place.width * (1 - fromEnd / seconds);
    }

    /** Where a value is drawn, from above. */
    double y(double value) {
        return place.y + place.height * (1 - Math.min(1, scale.height(value, top)));
    }
}
