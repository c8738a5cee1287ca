package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A second in which late requests were over. They may have been sent in the second before it, so that what made them
 * late is looked for in both. Immutable.
 *
 * @param second in which they were over
 * @param before the second before it; the same one if there is none
 */
record LateSecond(WatchedSecond second, WatchedSecond before) {
    /** All of them in a run. */
    static List<LateSecond> of(JudgedSeconds run) {
        List<LateSecond> late = new ArrayList<>();
        WatchedSecond before = null;
        for (WatchedSecond second : run.seconds()) {
            if (second.late() > 0) {
                late.add(new LateSecond(second, before == null ? second : before));
            }
            before = second;
        }
        return late;
    }

    boolean has(Predicate<WatchedSecond> sign) {
        return sign.test(second) || sign.test(before);
    }

    /** The longest pause of both, in microseconds. */
    long longestPauseMicros() {
        return Math.max(second.longestPauseMicros(), before.longestPauseMicros());
    }
}
