package io.github.isostress.health.record;

import io.github.isostress.health.Durations;
import java.util.stream.Stream;

/**
 * Durations in short. Immutable. Times are in milliseconds, right to 3 significant digits; all are 0 if there are no
 * durations.
 *
 * @param count how many durations
 * @param mean their mean
 * @param p50 what half of them do not exceed
 * @param p90 what 90 % do not exceed
 * @param p95 what 95 % do not exceed
 * @param p99 what 99 % do not exceed
 * @param p999 what 99.9 % do not exceed
 * @param p9999 what 99.99 % do not exceed
 * @param max the longest
 * @param histogram all of them, as {@link Durations#encoded}; empty if there are none, and in records of format 1
 */
public record RecordedDurations(
        long count,
        double mean,
        double p50,
        double p90,
        double p95,
        double p99,
        double p999,
        double p9999,
        double max,
        String histogram) {
    /** None. */
    static final RecordedDurations NONE = of(new Durations());

    private static final double MICROS_IN_A_MILLISECOND = 1e3;

    /** Those of these durations. */
    public static RecordedDurations of(Durations durations) {
        return new RecordedDurations(
                durations.count(),
                durations.meanMicros() / MICROS_IN_A_MILLISECOND,
                durations.millis(50),
                durations.millis(90),
                durations.millis(95),
                durations.millis(99),
                durations.millis(99.9),
                durations.millis(99.99),
                durations.millis(100),
                durations.encoded());
    }

    /** Records of format 1 have no histograms. */
    public RecordedDurations {
        histogram = histogram == null ? "" : histogram;
    }

    /** Those of several machines together. */
    static RecordedDurations merged(Stream<RecordedDurations> all) {
        Durations sum = new Durations();
        all.map(RecordedDurations::durations).forEach(sum::add);
        return of(sum);
    }

    /**
     * All of them, as far as they are recorded.
     *
     * @throws IllegalArgumentException with one clear sentence if the histogram cannot be decoded
     */
    public Durations durations() {
        return Durations.decoded(histogram);
    }
}
