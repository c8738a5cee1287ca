package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import io.github.isostress.words.Plural;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The rules about the condition of the machine and its JVM, whether requests were late or not. */
final class ConditionRules {
    private final JudgedSeconds run;
    private final Limits limits;

    ConditionRules(JudgedSeconds run, Limits limits) {
        this.run = run;
        this.limits = limits;
    }

    Stream<Reason> reasons() {
        return Stream.of(
                        worst(ValidityRule.PAUSES, WatchedSecond::longestPauseMicros, this::pause),
                        worst(
                                ValidityRule.FILES,
                                second -> share(second.openFiles(), second.mostFiles()),
                                second -> InWords.count(second.openFiles()) + " files and sockets were open, of "
                                        + InWords.count(second.mostFiles()) + " that the process may have"),
                        worst(
                                ValidityRule.PORTS,
                                second -> share(second.portsTaken(), second.portsInAll()),
                                second -> InWords.count(second.portsTaken()) + " ephemeral ports were in use, of "
                                        + InWords.count(second.portsInAll())),
                        worst(
                                ValidityRule.HEAP,
                                WatchedSecond::heapAfterGc,
                                second -> InWords.percent(second.heapAfterGc())
                                        + " of the heap was in use after a garbage collection, and collections took "
                                        + InWords.percent(run.shareOfTime(WatchedSecond::gcMicros)) + " of the time"),
                        worst(
                                ValidityRule.CLOCK,
                                second -> Math.abs(second.clockStepMicros()),
                                second -> "the clock of this machine was set "
                                        + (second.clockStepMicros() > 0 ? "forward" : "back") + " by "
                                        + InWords.millis(Math.abs(second.clockStepMicros()))
                                        + ": the times of day in the results have a step, round trips have none"))
                .flatMap(reasons -> reasons);
    }

    /** NaN where one of the two is unknown. */
    private static double share(long part, long all) {
        return part < 0 || all <= 0 ? Double.NaN : (double) part / all;
    }

    /** The reason of the second with the highest figure, if that is above the rule's limit. */
    private Stream<Reason> worst(
            ValidityRule rule, ToDoubleFunction<WatchedSecond> figure, Function<WatchedSecond, String> sentence) {
        double highest = run.highest(figure);
        Validity validity = limits.of(rule).of(highest);
        return validity == Validity.VALID
                ? Stream.empty()
                : run.where(second -> figure.applyAsDouble(second) == highest).seconds().stream()
                        .limit(1)
                        .map(second -> new Reason(rule, validity, sentence.apply(second)));
    }

    private String pause(WatchedSecond worst) {
        double suspect = limits.of(ValidityRule.PAUSES).suspect();
        long stalls = run.where(second -> second.longestPauseMicros() > suspect)
                .seconds()
                .size();
        long late = LateSecond.of(run).stream()
                .filter(second -> second.longestPauseMicros() > suspect)
                .mapToLong(second -> second.second().late())
                .sum();
        return "the JVM stood still for " + InWords.millis(worst.longestPauseMicros())
                + (worst.gcMicros() * 2 >= worst.longestPauseMicros() ? ", for garbage collection" : "")
                + InWords.at(worst)
                + (stalls == 1 ? "" : ", the longest of " + Plural.grouped(stalls, "such second"))
                + (run.sum(WatchedSecond::sent) == 0 ? "" : ": " + Lateness.late(late, run) + " for it");
    }
}
