package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.RunningHost;
import io.github.isostress.jmeter.element.RunningHosts;
import java.util.Map;

/** Starts an embedded host by hand, outside a test run. Stateless and thread-safe. */
public final class HostRehearsal {
    private HostRehearsal() {}

    /**
     * Starts a host as a test run would start it, whether or not it is to start with the test. Blocks.
     *
     * @param host the element with the settings to use; it is copied
     * @param inPlan the plan's element, by which {@link RunningHosts#find} knows the host though the name may change
     * @param variables the values of the plan's variables, expressions as they were written
     * @throws IllegalArgumentException with one clear sentence if it cannot start or already runs
     */
    public static RunningHost start(Iso8583Host host, Object inPlan, Map<String, String> variables) {
        return RunningHosts.rehearse(PlanVariables.evaluated(host, variables), inPlan);
    }
}
