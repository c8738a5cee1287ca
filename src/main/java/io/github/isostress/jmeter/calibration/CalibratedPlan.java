package io.github.isostress.jmeter.calibration;

import java.util.List;
import java.util.Optional;

/**
 * What a calibration takes from a plan. Immutable.
 *
 * @param groups those that send requests, one at least
 * @param host the plan's own embedded host; the first if there are several
 */
record CalibratedPlan(List<PlannedGroup> groups, Optional<PlannedHost> host) {
    /** How many threads all groups have. */
    int threads() {
        return groups.stream().mapToInt(PlannedGroup::threads).sum();
    }

    /** With so many threads at most, each group its part of them, one at least. */
    CalibratedPlan withAtMost(int most) {
        int threads = threads();
        return threads <= most
                ? this
                : new CalibratedPlan(
                        groups.stream()
                                .map(group -> group.with(Math.max(1, group.threads() * most / threads)))
                                .toList(),
                        host);
    }
}
