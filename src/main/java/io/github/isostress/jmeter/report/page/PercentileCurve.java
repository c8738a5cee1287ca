package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.HdrHistogram.Histogram;

/** Times as a curve over percentiles, of which each further nine takes as much room as the one before. */
final class PercentileCurve {
    private static final int POINTS_TO_A_NINE = 24;
    private static final int LEAST_NINES = 4;
    private static final int MOST_NINES = 6;

    private PercentileCurve() {}

    /**
     * Puts in how many times there are, their mean, percentiles and longest in microseconds, which share of them the mean
     * is not shorter than, and the points: the nines, as in 2 for 99 %, and the microseconds. As many nines are told as
     * the number of times allows, and 4 at least: up to the 99.99th percentile.
     */
    static void tell(Times spread, ObjectNode node) {
        Histogram times = spread.histogram();
        long count = spread.count();
        node.put("count", count);
        spread.tell(node);
        double mean = times.getMean();
        node.put("percentOfMean", count == 0 ? 0 : times.getPercentileAtOrBelowValue((long) mean));
        int nines = (int) Math.max(LEAST_NINES, Math.min(MOST_NINES, Math.floor(Math.log10(Math.max(1, count)))));
        ArrayNode at = node.putArray("nines");
        ArrayNode micros = node.putArray("micros");
        for (int point = 0; count > 0 && point <= nines * POINTS_TO_A_NINE; point++) {
            double place = (double) point / POINTS_TO_A_NINE;
            at.add(Math.round(place * 1e4) / 1e4);
            micros.add(times.getValueAtPercentile(100 * (1 - Math.pow(10, -place))));
        }
    }
}
