package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.RunningHost;
import io.github.isostress.jmeter.element.RunningHosts;
import io.github.isostress.jmeter.setting.HostReader;

/** Starts an embedded host by hand, outside a test run. Stateless and thread-safe. */
public final class HostRehearsal {
    private HostRehearsal() {}

    /**
     * Starts a host as a test run would start it, whether or not it is to start with the test. Blocks.
     *
     * @param host the element with the settings to use; it is copied
     * @param inPlan the plan's element, by which {@link RunningHosts#find} knows the host though the name may change
     * @param scope variables and keys of the plan
     * @throws IllegalArgumentException with one clear sentence if it cannot start or already runs
     */
    public static RunningHost start(Iso8583Host host, Object inPlan, PlanScope scope) {
        Iso8583Host evaluated = PlanVariables.evaluated(host, scope.variables());
        boolean namesKeys = new HostReader(evaluated).namesKeys();
        return RunningHosts.rehearse(evaluated, inPlan, namesKeys ? scope.evaluatedKeys() : Keys.NONE);
    }
}
