package io.github.isostress.jmeter.gui.form;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanHosts.PlanHost;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.element.RunningHost;
import io.github.isostress.jmeter.element.RunningHosts;
import io.github.isostress.jmeter.rehearsal.HostRehearsal;
import io.github.isostress.jmeter.rehearsal.Trial;
import io.github.isostress.jmeter.setting.HostReader;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.util.List;
import org.apache.jmeter.gui.tree.JMeterTreeModel;
import org.apache.jmeter.gui.tree.JMeterTreeNode;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jmeter.threads.ThreadGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The embedded hosts of the plan under edit, and a trial over a connection that names no port. */
@ExtendWith(JMeterEnvironment.class)
class PlanTreeHostsTest {
    private final JMeterTreeModel model = new JMeterTreeModel(new TestPlan("plan"));
    private final JMeterTreeNode plan = (JMeterTreeNode) ((JMeterTreeNode) model.getRoot()).getChildAt(0);
    private final JMeterTreeNode group = add(plan, new ThreadGroup(), "group");
    private final JMeterTreeNode connection = add(group, new Iso8583Connection(), "switch");
    private final Iso8583Request request = new Iso8583Request();
    private final JMeterTreeNode requestNode = add(group, request, "echo");

    private static JMeterTreeNode add(JMeterTreeNode parent, TestElement element, String name) {
        element.setName(name);
        JMeterTreeNode node = new JMeterTreeNode(element, null);
        parent.add(node);
        return node;
    }

    private Iso8583Host addHost(String name) {
        Iso8583Host host = new Iso8583Host();
        add(plan, host, name);
        return host;
    }

    private RunningHost start(Iso8583Host host) {
        return HostRehearsal.start(host, host, PlanTreeScope.of(connection).withoutFiles());
    }

    private List<SampleResult> tried() {
        request.set(Iso8583RequestSchema.INSTANCE.template, ECHO_TEST);
        return Trial.of(PlanTreeScope.of(requestNode).resolve(), request).run();
    }

    @AfterEach
    void stop() {
        RunningHosts.stopRehearsals();
    }

    @Test
    void shouldBeThoseThatListenWhereverTheyStand() {
        addHost("own").set(Iso8583HostSchema.INSTANCE.address, "0.0.0.0");
        addHost("dials").set(Iso8583HostSchema.INSTANCE.direction, HostReader.CONNECT);
        addHost("disabled").setEnabled(false);
        add(group, new Iso8583Host(), "in the group");

        assertThat(PlanTreeScope.of(connection).hosts())
                .containsExactlyInAnyOrder(
                        new PlanHost("own", "0.0.0.0", 0), new PlanHost("in the group", "127.0.0.1", 0));
    }

    @Test
    void shouldBeFoundByATrialWhenItWasStartedByHand() {
        Iso8583Host host = addHost("own");
        assertThat(tried())
                .singleElement()
                .satisfies(refused -> assertThat(refused.getResponseDataAsString())
                        .contains(
                                "host '127.0.0.1' has no port",
                                "start the plan's embedded host 'own' (Start now in its panel), or write the port"));

        RunningHost running = start(host);

        assertThat(PlanTreeScope.of(connection).hosts())
                .containsExactly(new PlanHost("own", "127.0.0.1", running.port()));
        assertThat(tried()).hasSize(2).allMatch(SampleResult::isSuccessful);
    }
}
