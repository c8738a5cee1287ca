package io.github.isostress.jmeter.agent;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a plan does on one of several machines. */
@ExtendWith(JMeterEnvironment.class)
class MachineInPlanTest {
    private static final String ECHO =
            "0 0800\n7 0101000000\n11 ${__isoStan()}\n41 T${__isoThread(4)}${__isoAgent()}${__isoAgent(count)}X\n70 301\n";

    @AfterEach
    void forget() {
        JMeterUtils.getJMeterProperties().remove("agent.id");
    }

    private static String terminal(SampleResult sample) {
        return sample.getSamplerData().replaceAll("(?s).*(T\\d{6}X).*", "$1");
    }

    @Test
    void shouldNumberEveryThreadOfEveryGroupOnceWhenMachinesShareThem() throws Exception {
        JMeterUtils.setProperty("agent.id", "2/3");
        SmallPlan plan = new SmallPlan(3, 4);
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.plan().add(connection("switch", host));
            plan.group().add(request("first", ECHO));
            plan.otherGroup("others", 2).add(request("second", ECHO));

            List<SampleResult> samples = plan.run().stream()
                    .filter(sample -> Set.of("first", "second").contains(sample.getSampleLabel()))
                    .toList();

            Map<String, Set<String>> terminals = samples.stream()
                    .collect(Collectors.groupingBy(
                            SampleResult::getThreadName,
                            Collectors.mapping(MachineInPlanTest::terminal, Collectors.toSet())));
            assertThat(samples).hasSize(14).allMatch(SampleResult::isSuccessful);
            assertThat(terminals.values()).allMatch(ofThread -> ofThread.size() == 1);
            assertThat(terminals.values().stream().flatMap(Set::stream))
                    .containsExactlyInAnyOrder("T000223X", "T000523X", "T000823X", "T001123X", "T001423X");
        }
    }

    /** A panel evaluates them, too. */
    @Test
    void shouldGiveTheFirstNumberWhenThereIsNoThread() {
        JMeterUtils.setProperty("agent.id", "2/3");

        assertThat(new CompoundVariable("${__isoThread()} ${__isoThread(3)} ${__isoAgent(number)} ${__isoAgent(name)}")
                        .execute())
                .isEqualTo("2 002 2 " + JMeterUtils.getLocalHostName());
    }

    @Test
    void shouldFailEverySampleWhenTheMachineHasNoNumber() throws Exception {
        JMeterUtils.setProperty("agent.id", "zwei");
        SmallPlan plan = new SmallPlan(1, 2);
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.plan().add(connection("switch", host));
            plan.group().add(request("echo", "0 0800\n7 0101000000\n11 000001\n70 301\n"));

            assertThat(plan.run()).hasSize(2).allSatisfy(sample -> {
                assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
                assertThat(sample.getResponseDataAsString()).contains("property agent.id is 'zwei', it must be");
            });
        }
    }

    @Test
    void shouldStartNoHostBySilenceWhenAnAgentDoesNotKnowThePlansProperties() throws Exception {
        JMeterUtils.setProperty("__jm.D_TG", "b:1099");
        try {
            SmallPlan plan = new SmallPlan(1, 1);
            Iso8583Host silent = new Iso8583Host();
            silent.setName("embedded host");
            silent.setProperty("Iso8583Host.start", "${__isoIfBlank(host,true,false)}");
            plan.plan().add(silent);
            plan.plan().add(connection("switch", "1"));
            plan.group().add(request("echo", "0 0800\n7 0101000000\n11 000001\n70 301\n"));

            assertThat(plan.run()).singleElement().satisfies(sample -> {
                assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
                assertThat(sample.getResponseDataAsString())
                        .contains("'embedded host' did not start: ")
                        .contains("set them by -G, such as -Ghost=... -Gport=...");
            });
        } finally {
            JMeterUtils.getJMeterProperties().remove("__jm.D_TG");
        }
    }
}
