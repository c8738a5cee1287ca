package io.github.isostress.health.record;

import io.github.isostress.health.LabelFigures;
import io.github.isostress.health.ObservedLink;
import io.github.isostress.health.RunFigures;
import io.github.isostress.health.gate.GatedRun;
import io.github.isostress.health.verdict.RunVerdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of a run, of all machines that made its load. Immutable.
 *
 * @param all the requests of all labels
 * @param requests those of each label, those with most first
 * @param lag how late they were sent, of those that had a schedule
 * @param response how long their answers took from when they were due
 * @param connections what happened to connections
 * @param links what each shared link carried, machine by machine
 */
public record RecordedFigures(
        RecordedSamples all,
        List<RecordedSamples> requests,
        RecordedDurations lag,
        RecordedDurations response,
        List<RecordedSamples> connections,
        List<ObservedLink> links) {
    private static final String ALL = "all requests";

    /** Copies the lists. Records of earlier versions have no links. */
    public RecordedFigures {
        requests = List.copyOf(requests);
        connections = List.copyOf(connections);
        links = links == null ? List.of() : List.copyOf(links);
    }

    /**
     * Those of a run.
     *
     * @param shown makes of a label what may be shown of it
     */
    public static RecordedFigures of(RunFigures figures, UnaryOperator<String> shown) {
        LabelFigures all = figures.allRequests();
        return new RecordedFigures(
                RecordedSamples.of(ALL, all),
                recorded(figures.requests(), shown),
                RecordedDurations.of(figures.lags()),
                RecordedDurations.of(all.responses()),
                recorded(figures.events(), shown),
                figures.links().stream()
                        .map(link -> link.named(shown.apply(link.links())))
                        .toList());
    }

    /**
     * What gates look at.
     *
     * @param due how many requests were due by a schedule; 0 if there was none, or if it is not known
     */
    public GatedRun inGates(long due, Optional<RunVerdict> verdict) {
        return new GatedRun(
                all.inGates(),
                requests.stream().collect(Collectors.toMap(RecordedSamples::label, RecordedSamples::inGates)),
                lag.count(),
                due,
                verdict);
    }

    /** Those of several machines together: histograms are added, as {@link RecordedSamples#merged} does. */
    static RecordedFigures merged(List<RecordedFigures> all) {
        return new RecordedFigures(
                RecordedSamples.merged(all.stream().map(RecordedFigures::all).toList()),
                mergedByLabel(all.stream().map(RecordedFigures::requests)),
                RecordedDurations.merged(all.stream().map(RecordedFigures::lag)),
                RecordedDurations.merged(all.stream().map(RecordedFigures::response)),
                mergedByLabel(all.stream().map(RecordedFigures::connections)),
                all.stream().flatMap(each -> each.links().stream()).toList());
    }

    /** The labels with most samples first. */
    private static List<RecordedSamples> mergedByLabel(Stream<List<RecordedSamples>> all) {
        return joined(all.flatMap(List::stream))
                .sorted(Comparator.comparing((RecordedSamples each) -> -each.count())
                        .thenComparing(RecordedSamples::label))
                .toList();
    }

    /** Each label once. */
    private static Stream<RecordedSamples> joined(Stream<RecordedSamples> all) {
        Map<String, List<RecordedSamples>> byLabel =
                all.collect(Collectors.groupingBy(RecordedSamples::label, LinkedHashMap::new, Collectors.toList()));
        return byLabel.values().stream().map(RecordedSamples::merged);
    }

    /** Labels that look alike once they are masked become one. */
    private static List<RecordedSamples> recorded(Map<String, LabelFigures> byLabel, UnaryOperator<String> shown) {
        return joined(byLabel.entrySet().stream()
                        .map(entry -> RecordedSamples.of(shown.apply(entry.getKey()), entry.getValue())))
                .toList();
    }
}
