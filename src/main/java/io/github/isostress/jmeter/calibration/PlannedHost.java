package io.github.isostress.jmeter.calibration;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.host.seal.HostSeals;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import io.github.isostress.jmeter.rehearsal.PlanVariables;
import io.github.isostress.jmeter.setting.HostReader;

/**
 * The embedded host of a plan, as it was written.
 *
 * @param host the element
 * @param scope the keys in its scope
 */
record PlannedHost(Iso8583Host host, PlanScope scope) {
    /**
     * What it verifies and signs: answers are verified then as in the run.
     *
     * @throws IllegalArgumentException with one clear sentence if its settings cannot be used
     */
    HostSeals seals(RunContext run) {
        return PlanVariables.lend(scope.variables(), run, () -> {
            HostReader reader = new HostReader(scope.live(host));
            return reader.seals(reader.namesKeys() ? scope.evaluatedKeys() : Keys.NONE);
        });
    }
}
