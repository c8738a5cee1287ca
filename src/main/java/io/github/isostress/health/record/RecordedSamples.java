package io.github.isostress.health.record;

import io.github.isostress.health.LabelFigures;
import io.github.isostress.health.Result;
import io.github.isostress.health.gate.GateFigures;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The samples of one label. Immutable.
 *
 * @param label what may be shown of it
 * @param count how many there were; of requests, those that were sent
 * @param notSent requests that were not sent, which are not among them
 * @param succeeded how many of those that there were succeeded
 * @param declined how many the host declined
 * @param failed how many failed
 * @param perSecond how many began in a second
 * @param durations how long they took: the round trip of a request
 * @param codes how often each response code came
 * @param response how long the answers of requests took from when they were due; none of those without a schedule
 * @param firstMillis when the first one was due, in milliseconds since 1970; 0 if there was none
 * @param lastMillis when the last one began; 0 if there was none
 */
public record RecordedSamples(
        String label,
        long count,
        long notSent,
        long succeeded,
        long declined,
        long failed,
        double perSecond,
        RecordedDurations durations,
        Map<String, Long> codes,
        RecordedDurations response,
        long firstMillis,
        long lastMillis) {
    private static final double MILLIS_IN_A_SECOND = 1e3;

    /** Copies the codes. Records of format 1 do not have responses of each label. */
    public RecordedSamples {
        codes = Collections.unmodifiableMap(new TreeMap<>(codes));
        response = response == null ? RecordedDurations.NONE : response;
    }

    static RecordedSamples of(String label, LabelFigures figures) {
        Map<Result, Long> results = figures.counts();
        return new RecordedSamples(
                label,
                figures.count(),
                figures.notSent(),
                results.getOrDefault(Result.SUCCEEDED, 0L),
                results.getOrDefault(Result.DECLINED, 0L),
                results.getOrDefault(Result.FAILED, 0L),
                figures.rate(),
                RecordedDurations.of(figures.durations()),
                figures.codes(),
                RecordedDurations.of(figures.responses()),
                figures.firstMillis(),
                figures.lastMillis());
    }

    /**
     * Several as one, as of several machines: counts and histograms are added, and the rate is that from the first one
     * of all to the last one.
     *
     * @param all with the same label; not empty
     */
    static RecordedSamples merged(List<RecordedSamples> all) {
        return all.size() == 1 ? all.get(0) : sum(all);
    }

    private static RecordedSamples sum(List<RecordedSamples> all) {
        long count = sum(all, RecordedSamples::count);
        long first = all.stream()
                .mapToLong(RecordedSamples::firstMillis)
                .filter(millis -> millis > 0)
                .min()
                .orElse(0);
        long last = all.stream().mapToLong(RecordedSamples::lastMillis).max().orElse(0);
        return new RecordedSamples(
                all.get(0).label(),
                count,
                sum(all, RecordedSamples::notSent),
                sum(all, RecordedSamples::succeeded),
                sum(all, RecordedSamples::declined),
                sum(all, RecordedSamples::failed),
                last <= first ? 0 : (count - 1) * MILLIS_IN_A_SECOND / (last - first),
                RecordedDurations.merged(all.stream().map(RecordedSamples::durations)),
                all.stream()
                        .flatMap(each -> each.codes().entrySet().stream())
                        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.summingLong(Map.Entry::getValue))),
                RecordedDurations.merged(all.stream().map(RecordedSamples::response)),
                first,
                last);
    }

    private static long sum(List<RecordedSamples> all, ToLongFunction<RecordedSamples> number) {
        return all.stream().mapToLong(number).sum();
    }

    /** What gates look at. */
    GateFigures inGates() {
        return new GateFigures(
                Map.of(Result.SUCCEEDED, succeeded, Result.DECLINED, declined, Result.FAILED, failed),
                durations.durations(),
                response.durations(),
                perSecond);
    }

    /** From when the first one was due to when the last one began. */
    public double seconds() {
        return Math.max(0, lastMillis - firstMillis) / MILLIS_IN_A_SECOND;
    }
}
