package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules about requests that were sent late: each cause by itself, and this machine's causes together. */
final class LatenessRules {
    private final JudgedSeconds run;
    private final Limits limits;
    private final Lateness lateness;
    private final List<LateGroup> groups;

    LatenessRules(JudgedSeconds run, Limits limits) {
        this.run = run;
        this.limits = limits;
        this.lateness = new Lateness(run);
        this.groups = LateGroup.of(run);
    }

    Stream<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        for (LateGroup group : groups) {
            ValidityRule rule = group.cause().rule();
            Validity validity = rule == ValidityRule.LATE ? Validity.VALID : validity(rule, group.seconds());
            if (validity != Validity.VALID) {
                reasons.add(new Reason(rule, validity, lateness.sentence(group)));
            }
        }
        addWhatIsNotTold(reasons);
        return reasons.stream();
    }

    /** This machine's causes together, where those that have a reason of their own do not say it all. */
    private void addWhatIsNotTold(List<Reason> reasons) {
        List<LateGroup> machine = groups.stream()
                .filter(group -> !group.cause().rule().isOfThePlan())
                .toList();
        Validity all = validity(ValidityRule.LATE, secondsOf(machine));
        Validity told = reasons.stream()
                .filter(reason -> !reason.rule().isOfThePlan())
                .map(Reason::validity)
                .reduce(limits.of(ValidityRule.PAUSES).of(run.most(WatchedSecond::longestPauseMicros)), Validity::or);
        JudgedSeconds notTold = secondsOf(
                machine.stream().filter(group -> !isTold(group, reasons)).toList());
        if (all.compareTo(told) > 0 || validity(ValidityRule.LATE, notTold) != Validity.VALID) {
            reasons.add(new Reason(ValidityRule.LATE, all, lateness.sentence(machine)));
        }
    }

    private static JudgedSeconds secondsOf(List<LateGroup> groups) {
        return new JudgedSeconds(groups.stream()
                .flatMap(group -> group.seconds().seconds().stream())
                .toList());
    }

    /** Pauses have a rule that tells of the late requests, too. */
    private boolean isTold(LateGroup group, List<Reason> reasons) {
        return group.cause() == LateCause.PAUSE
                ? group.members().stream()
                        .anyMatch(
                                late -> limits.of(ValidityRule.PAUSES).of(late.longestPauseMicros()) != Validity.VALID)
                : reasons.stream()
                        .anyMatch(reason -> reason.rule() == group.cause().rule());
    }

    private Validity validity(ValidityRule rule, JudgedSeconds late) {
        return limits.of(rule).of(lateness.share(late));
    }
}
