package io.github.isostress.jmeter.agent;

import static io.github.isostress.jmeter.agent.ArrivedAssignment.arrive;
import static io.github.isostress.jmeter.agent.ArrivedAssignment.begin;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.run.TestRun;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.rmi.Remote;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an agent does with what its controller has assigned to it. */
@ExtendWith(JMeterEnvironment.class)
class AssignedRunTest {
    private static final List<String> HOSTS = List.of("a:1099", "b:1099", "c:1099");
    private static final String OWN_HOST = ArrivedAssignment.OWN_HOST;

    interface Reports extends Remote {}

    record Desk(String name) implements Reports, Serializable {}

    @AfterEach
    void forget() {
        ArrivedAssignment.forget();
        List.of("set.here", "of.plan").forEach(JMeterUtils.getJMeterProperties()::remove);
    }

    private static PlanProperties properties(Map<String, String> values) {
        return PlanProperties.namedIn("${__P(set.here)} ${__P(of.plan)}", values::get);
    }

    private static Assignment assignment(PlanProperties properties) {
        return Assignment.of(HOSTS, properties, List.of(new Desk("controller")));
    }

    @Test
    void shouldBeOneOfTheControllersAgentsWhenTheRunBegins() throws Exception {
        JMeterUtils.setProperty(OWN_HOST, "b:1099");

        assertThat(arrive(assignment(properties(Map.of())))).isSameAs(AssignmentCarrier.INSTANCE);
        assertThat(Assignment.ofRun()).isEmpty();
        begin();

        assertThat(AgentIdentity.ofRun())
                .isEqualTo(new AgentIdentity("b:1099", 2, 3, "the agents that the controller starts"));
        Assignment assigned = Assignment.ofRun().orElseThrow();
        assertThat(assigned.hosts()).isEqualTo(HOSTS);
        assertThat(assigned.remote(Reports.class)).contains(new Desk("controller"));
        AssignedRun.end();
        assertThat(AgentIdentity.ofRun()).isEqualTo(AgentIdentity.ALONE);
    }

    @Test
    void shouldHaveTheControllersPropertiesForOneRunWhenTheyAreSetThere() throws Exception {
        JMeterUtils.setProperty("set.here", "of this agent");

        arrive(assignment(properties(Map.of("set.here", "of the controller", "of.plan", "too"))));
        assertThat(JMeterUtils.getProperty("set.here")).isEqualTo("of this agent");
        begin();
        assertThat(JMeterUtils.getProperty("set.here")).isEqualTo("of the controller");
        assertThat(JMeterUtils.getProperty("of.plan")).isEqualTo("too");
        TestRun.begin(HashTree::new);
        TestRun.end();

        assertThat(JMeterUtils.getProperty("set.here")).isEqualTo("of this agent");
        assertThat(JMeterUtils.getProperty("of.plan")).isNull();
    }

    @Test
    void shouldKeepWhatWasSetMeanwhileWhenTheRunEnds() throws Exception {
        arrive(assignment(properties(Map.of("set.here", "of the controller"))));
        begin();

        JMeterUtils.setProperty("set.here", "by a script");
        AssignedRun.end();

        assertThat(JMeterUtils.getProperty("set.here")).isEqualTo("by a script");
    }

    @Test
    void shouldForgetTheRunBeforeWhenThatHasNotEnded() throws Exception {
        arrive(assignment(properties(Map.of("set.here", "first"))));
        begin();

        arrive(assignment(properties(Map.of("of.plan", "second"))));
        begin();

        assertThat(JMeterUtils.getProperty("set.here")).isNull();
        assertThat(JMeterUtils.getProperty("of.plan")).isEqualTo("second");
    }

    /** Each controller's plan comes in a thread of its own, and JMeter refuses it only when it is there. */
    @Test
    void shouldGoOnWithItsRunWhenAnotherControllerIsRefused() throws Exception {
        arrive(assignment(properties(Map.of("set.here", "first"))));
        begin();

        Thread other = new Thread(() -> {
            try {
                arrive(assignment(properties(Map.of("set.here", "second"))));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        other.start();
        other.join();

        assertThat(JMeterUtils.getProperty("set.here")).isEqualTo("first");
        begin();
        assertThat(Assignment.ofRun())
                .as("the refused one was for another thread")
                .isEmpty();
    }

    @Test
    void shouldCarryNothingWhenAnElementGoesElsewhere() throws Exception {
        Iso8583Connection connection = new Iso8583Connection();

        String sent = new String(ArrivedAssignment.bytes(connection), StandardCharsets.ISO_8859_1);

        assertThat(sent).contains("AssignmentCarrier").doesNotContain("whyNoProperties");
        assertThat(arrive(connection)).isInstanceOf(Iso8583Connection.class);
        begin();
        assertThat(Assignment.ofRun()).isEmpty();
    }

    @Test
    void shouldSayWhyPropertiesMayBeMissingWhenTheControllerHasNotSentThem() throws Exception {
        assertThat(AssignedRun.whyPropertiesMayBeMissing()).as("no agent").isEmpty();
        JMeterUtils.setProperty(OWN_HOST, "b:1099");
        assertThat(AssignedRun.whyPropertiesMayBeMissing())
                .hasValueSatisfying(why -> assertThat(why).startsWith("the controller's plugin is older"));

        arrive(assignment(PlanProperties.find()));
        begin();
        assertThat(AssignedRun.whyPropertiesMayBeMissing())
                .hasValueSatisfying(why -> assertThat(why).startsWith("the controller could not read its plan: "));

        arrive(assignment(properties(Map.of())));
        begin();
        assertThat(AssignedRun.whyPropertiesMayBeMissing()).isEmpty();
    }
}
