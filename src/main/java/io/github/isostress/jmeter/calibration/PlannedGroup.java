package io.github.isostress.jmeter.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A thread group that sends requests. Immutable.
 *
 * @param name the group's
 * @param threads how many it has
 * @param isSameUser whether each iteration is taken for the same user, who keeps the connection
 * @param requests in the order of the plan, one at least
 */
record PlannedGroup(String name, int threads, boolean isSameUser, List<PlannedRequest> requests) {
    /** The variables of one of its threads. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        requests.forEach(request -> variables.putAll(request.scope().variables()));
        return variables;
    }

    /** With another number of threads. */
    PlannedGroup with(int others) {
        return new PlannedGroup(name, others, isSameUser, requests);
    }
}
