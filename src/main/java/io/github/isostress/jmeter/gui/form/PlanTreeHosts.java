package io.github.isostress.jmeter.gui.form;

import io.github.isostress.jmeter.PlanHosts.PlanHost;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.RunningHost;
import io.github.isostress.jmeter.element.RunningHosts;
import io.github.isostress.jmeter.setting.HostReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.gui.tree.JMeterTreeNode;

/** The embedded hosts of the plan in JMeter's tree that listen, whether or not they run now. Used on the event thread. */
final class PlanTreeHosts {
    private static final int NO_PORT = 0;

    private final List<PlanHost> hosts = new ArrayList<>();

    private PlanTreeHosts() {}

    /** Those of a node and of all below it, but for what is disabled. */
    static List<PlanHost> of(JMeterTreeNode node) {
        PlanTreeHosts found = new PlanTreeHosts();
        found.collect(node);
        return List.copyOf(found.hosts);
    }

    private void collect(JMeterTreeNode node) {
        if (node.getTestElement() instanceof Iso8583Host host) {
            planHost(host).ifPresent(hosts::add);
        }
        PlanTreeScope.enabledChildren(node).forEach(this::collect);
    }

    private static Optional<PlanHost> planHost(Iso8583Host host) {
        Optional<RunningHost> running = RunningHosts.find(host, host.getName());
        if (running.isPresent()) {
            return running.get().asPlanHost();
        }
        boolean connects = host.get(host.getSchema().direction).equals(HostReader.CONNECT);
        return connects
                ? Optional.empty()
                : Optional.of(new PlanHost(host.getName(), host.get(host.getSchema().address), NO_PORT));
    }
}
