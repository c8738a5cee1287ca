package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.RunningHost;
import io.github.isostress.jmeter.element.RunningHosts;
import io.github.isostress.jmeter.element.WrittenHost;
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
        return RunningHosts.rehearse(evaluated, inPlan, written(host, scope), keys(evaluated, scope));
    }

    /**
     * Ends a host that was started by hand and starts it with other settings, as {@link #start} does. Blocks.
     *
     * @param running goes on if the other settings cannot be used
     */
    public static RunningHost restart(RunningHost running, Iso8583Host host, Object inPlan, PlanScope scope) {
        Iso8583Host evaluated = PlanVariables.evaluated(host, scope.variables());
        return RunningHosts.restart(running, evaluated, inPlan, written(host, scope), keys(evaluated, scope));
    }

    /** Whether a host was started by hand and would start with other settings now. Reads no file. */
    public static boolean isOutdated(RunningHost running, Iso8583Host host, PlanScope scope) {
        return running.isOutdated(written(host, scope));
    }

    private static WrittenHost written(Iso8583Host host, PlanScope scope) {
        return new WrittenHost(host, scope.keys(), scope.variables());
    }

    private static Keys keys(Iso8583Host evaluated, PlanScope scope) {
        return new HostReader(evaluated).namesKeys() ? scope.evaluatedKeys() : Keys.NONE;
    }
}
