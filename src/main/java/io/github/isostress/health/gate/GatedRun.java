package io.github.isostress.health.gate;

import io.github.isostress.health.LabelFigures;
import io.github.isostress.health.verdict.RunVerdict;
import java.util.Map;
import java.util.Optional;

/**
 * What the gates of a run look at.
 *
 * @param all the requests of all labels
 * @param byLabel those of each label
 * @param scheduled how many requests that had a schedule were sent
 * @param due how many requests were due by a schedule, as many as were sent at least: the last ones may be sent when
 *     nothing is watched any more; 0 if there was none, or if it is not known
 * @param verdict what the run said of itself; empty if it is not known
 */
public record GatedRun(
        GateFigures all, Map<String, GateFigures> byLabel, long scheduled, long due, Optional<RunVerdict> verdict) {
    /** Counts those as due that were sent. */
    public GatedRun {
        due = due == 0 ? 0 : Math.max(due, scheduled);
    }

    /** Whether its requests may be among those of labels that are not told apart. */
    boolean mayBeAmongOthers(String label) {
        return !byLabel.containsKey(label) && byLabel.containsKey(LabelFigures.FURTHER_LABELS);
    }

    GateFigures ofLabel(String label) {
        return byLabel.getOrDefault(label, GateFigures.NONE);
    }
}
