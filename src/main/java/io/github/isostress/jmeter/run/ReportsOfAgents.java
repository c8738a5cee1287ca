package io.github.isostress.jmeter.run;

import io.github.isostress.jmeter.agent.BeforeTheAgents;
import java.rmi.Remote;
import java.util.List;
import java.util.Optional;

/** Gives agents the desk for their reports, along with the plan. JMeter's controller finds it as a service. Stateless. */
public final class ReportsOfAgents implements BeforeTheAgents {
    @Override
    public Optional<Remote> prepare(List<String> hosts) {
        return TestRun.sendTo(hosts).map(Remote.class::cast);
    }
}
