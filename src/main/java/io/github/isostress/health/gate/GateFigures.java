package io.github.isostress.health.gate;

import io.github.isostress.health.Durations;
import io.github.isostress.health.Result;
import java.util.Map;

/**
 * The requests that a gate is about, of one label or all. The durations may still grow.
 *
 * @param results how many of those that were sent had which result
 * @param roundTrips from the first byte sent to the last byte of the answer
 * @param responses from when they were due to the last byte of the answer; empty without a schedule
 * @param perSecond how many were sent in a second
 */
public record GateFigures(Map<Result, Long> results, Durations roundTrips, Durations responses, double perSecond) {
    /** Those of a label of which nothing was sent. */
    static final GateFigures NONE = new GateFigures(Map.of(), new Durations(), new Durations(), 0);

    /** How many had this result. */
    long of(Result result) {
        return results.getOrDefault(result, 0L);
    }

    /** How many were sent. */
    long sent() {
        return results.values().stream().mapToLong(Long::longValue).sum();
    }
}
