package io.github.isostress.health.live;

import io.github.isostress.health.Durations;

/**
 * How some durations are spread, in microseconds. Immutable.
 *
 * @param count how many there are; all else is 0 if there are none
 * @param p50 what half of them do not exceed
 * @param p90 what 90 % of them do not exceed
 * @param p99 what 99 % of them do not exceed
 * @param p999 what 99.9 % of them do not exceed
 * @param longest the longest of them
 */
public record Percentiles(long count, long p50, long p90, long p99, long p999, long longest) {
    static Percentiles of(Durations durations) {
        return new Percentiles(
                durations.count(),
                durations.micros(50),
                durations.micros(90),
                durations.micros(99),
                durations.micros(99.9),
                durations.micros(100));
    }
}
