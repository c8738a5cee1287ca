package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The late seconds of a run that have the same cause. Immutable. */
record LateGroup(LateCause cause, List<LateSecond> members) {
    /** A run's, that of most late requests first. */
    static List<LateGroup> of(JudgedSeconds run) {
        Map<LateCause, List<LateSecond>> byCause =
                LateSecond.of(run).stream().collect(Collectors.groupingBy(LateCause::of));
        return byCause.entrySet().stream()
                .map(entry -> new LateGroup(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(LateGroup::requests).reversed().thenComparing(LateGroup::cause))
                .toList();
    }

    /** The seconds themselves. */
    JudgedSeconds seconds() {
        return new JudgedSeconds(members.stream().map(LateSecond::second).toList());
    }

    /** How many requests were late. */
    long requests() {
        return seconds().sum(WatchedSecond::late);
    }

    /** The cause in words, as after "while". */
    String during() {
        return cause.during(new JudgedSeconds(members.stream()
                .flatMap(late -> Stream.of(late.before(), late.second()))
                .filter(cause::hasSign)
                .distinct()
                .toList()));
    }
}
