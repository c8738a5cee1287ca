package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.health.record.RecordedDurations;
import org.HdrHistogram.Histogram;

/**
 * Times in whole microseconds, right to 3 significant digits; one of more than an hour counts as an hour. Memory grows
 * with the longest alone. Used by one thread.
 */
final class Times {
    private static final double[] PERCENTS = {50, 90, 99, 99.9, 99.99, 100};
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram histogram;

    /** None as yet. */
    Times() {
        this(new Histogram(SIGNIFICANT_DIGITS));
    }

    private Times(Histogram histogram) {
        this.histogram = histogram;
    }

    /** Those of a record, as far as it has them. */
    static Times of(RecordedDurations recorded) {
        return new Times(recorded.durations().histogram());
    }

    void add(long micros) {
        histogram.recordValue(Math.max(0, Math.min(micros, TimeLine.LONGEST_MICROS)));
    }

    long count() {
        return histogram.getTotalCount();
    }

    /** All of them; not to be changed. */
    Histogram histogram() {
        return histogram;
    }

    /** Puts in, in microseconds, the mean and the percentiles 50, 90, 99, 99.9, 99.99 and 100. */
    void tell(ObjectNode node) {
        node.put("mean", Math.round(histogram.getMean()));
        ArrayNode percentiles = node.putArray("percentiles");
        for (double percent : PERCENTS) {
            percentiles.add(percent == 100 ? histogram.getMaxValue() : histogram.getValueAtPercentile(percent));
        }
    }
}
