package io.github.isostress.jmeter.run;

import io.github.isostress.health.LabelFigures;
import io.github.isostress.health.RunFigures;
import io.github.isostress.health.condition.WatchedSecond;
import io.github.isostress.health.gate.GateFigures;
import io.github.isostress.health.gate.GatedRun;
import io.github.isostress.health.verdict.RunVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the gates of a run the figures of this JVM. */
final class FiguresInGates {
    private FiguresInGates() {}

    static GatedRun of(RunFigures figures, List<WatchedSecond> seconds, Optional<RunVerdict> verdict) {
        Map<String, GateFigures> byLabel = new LinkedHashMap<>();
        figures.requests().forEach((label, ofLabel) -> byLabel.put(label, of(ofLabel)));
        return new GatedRun(
                of(figures.allRequests()),
                byLabel,
                figures.lags().count(),
                seconds.stream().mapToLong(WatchedSecond::due).sum(),
                verdict);
    }

    private static GateFigures of(LabelFigures figures) {
        return new GateFigures(figures.counts(), figures.durations(), figures.responses(), figures.rate());
    }
}
