package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run says of itself: whether its figures are the host's, and if not, why. Immutable.
 *
 * @param validity the worst that a reason makes of it
 * @param reasons the worst first; none if it is VALID
 */
public record RunVerdict(Validity validity, List<Reason> reasons) {
    /** Of a run in which nothing was found. */
    public static final RunVerdict VALID = new RunVerdict(Validity.VALID, List.of());

    /** Copies the reasons. */
    public RunVerdict {
        reasons = List.copyOf(reasons);
    }

    /**
     * Judges a run, at its end or so far.
     *
     * @param seconds of the run, in their order
     * @param calibrated what the machine can carry, where that was measured
     */
    public static RunVerdict of(List<WatchedSecond> seconds, Optional<CalibratedLoad> calibrated, Limits limits) {
        JudgedSeconds judged = JudgedSeconds.of(seconds, limits.startSeconds());
        return of(Stream.of(
                        new LatenessRules(judged, limits).reasons(),
                        new BusyMachineRules(judged, limits).reasons(),
                        new ConditionRules(judged, limits).reasons(),
                        new LossRules(seconds, limits).reasons(),
                        calibrated.stream().flatMap(load -> new CalibrationRule(judged, limits).reasons(load)))
                .flatMap(reasons -> reasons)
                .toList());
    }

    /** The verdict of these reasons. */
    public static RunVerdict of(List<Reason> reasons) {
        List<Reason> worstFirst = new ArrayList<>(reasons);
        worstFirst.sort(Comparator.comparing(Reason::validity).reversed());
        return worstFirst.isEmpty() ? VALID : new RunVerdict(worstFirst.get(0).validity(), worstFirst);
    }

    /** This verdict with one more reason. */
    public RunVerdict and(Reason reason) {
        return of(Stream.concat(reasons.stream(), Stream.of(reason)).toList());
    }

    /** The verdict in lines, a reason each: {@code SUSPECT: ...}. */
    public List<String> lines() {
        return reasons.isEmpty()
                ? List.of("VALID: no rule found a reason to doubt the figures")
                : reasons.stream()
                        .map(reason -> reason.validity() + ": " + reason.sentence())
                        .toList();
    }
}
