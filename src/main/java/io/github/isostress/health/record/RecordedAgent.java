package io.github.isostress.health.record;

import io.github.isostress.words.Plural;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One of the remote agents that made a run's load. Immutable.
 *
 * @param name by which the controller knows it, as in "10.1.2.3:1099"
 * @param run what it has reported of its part; without the plan, which is that of all. Empty if it left no report
 */
public record RecordedAgent(String name, Optional<RunRecord> run) {
    private static final int MOST_CODES = 3;

    /** What became of it, in one line: as in {@code 10.1.2.3:1099 VALID: 600 requests, 66.7 a second, p99 2.301 ms}. */
    public String line() {
        return name + " " + run.map(RecordedAgent::words).orElse("left no report");
    }

    private static String words(RunRecord run) {
        String verdict = run.verdict().map(given -> given.validity() + ": ").orElse("");
        return verdict
                + run.figures()
                        .map(RecordedFigures::all)
                        .map(RecordedAgent::words)
                        .orElse("no figures")
                + failures(run);
    }

    private static String words(RecordedSamples requests) {
        return requests.count() == 0
                ? "no request was sent"
                : String.format(
                        Locale.ROOT,
                        "%s, %,.1f a second, p99 %.3f ms",
                        Plural.grouped(requests.count(), "request"),
                        requests.perSecond(),
                        requests.durations().p99());
    }

    /** By code, the most frequent first. */
    private static String failures(RunRecord run) {
        Map<String, Long> counts = run.failures().stream()
                .collect(Collectors.groupingBy(
                        RecordedFailure::code, TreeMap::new, Collectors.summingLong(RecordedFailure::count)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_CODES)
                .map(each -> String.format(Locale.ROOT, ", %,d x %s", each.getValue(), each.getKey()))
                .collect(Collectors.joining());
    }
}
