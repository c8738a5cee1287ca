package io.github.isostress.jmeter;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan of host, connection and request, each as the menu adds it. */
@ExtendWith(JMeterEnvironment.class)
class PlanHostsTest {
    private final SmallPlan plan = new SmallPlan(2, 1);

    private static Iso8583Host host(String name) {
        Iso8583Host host = new Iso8583Host();
        host.setName(name);
        return host;
    }

    private List<SampleResult> run(Iso8583Connection connection) throws Exception {
        plan.group().add(connection);
        plan.group().add(request("echo", ECHO_TEST));
        return plan.run();
    }

    private static void assertAnswered(List<SampleResult> samples) {
        assertThat(samples).hasSize(4).allMatch(SampleResult::isSuccessful);
    }

    private static void assertRefused(List<SampleResult> samples, String... words) {
        assertThat(samples).hasSize(2).allSatisfy(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
            assertThat(sample.getResponseDataAsString()).contains(words);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "${__P(iso8583.host.port,)}"})
    void shouldRunAsItIs(String port) throws Exception {
        plan.plan().add(host("own"));

        assertAnswered(run(connection("switch", port)));
    }

    @Test
    void shouldRunAsItIsWhenTheHostComesLastAndPublishesItsPortElsewhere() throws Exception {
        Iso8583Host host = host("own");
        host.set(Iso8583HostSchema.INSTANCE.portProperty, "port.of.mine");
        plan.group().add(connection("switch", ""));
        plan.group().add(request("echo", ECHO_TEST));
        plan.group().add(host);

        assertAnswered(plan.run());
    }

    @Test
    void shouldMeanTheHostThatStartsWhenAnotherOneDoesNotListen() throws Exception {
        Iso8583Host stays = host("stays");
        stays.set(Iso8583HostSchema.INSTANCE.start, false);
        plan.plan().add(stays);
        plan.plan().add(host("own"));

        assertAnswered(run(connection("switch", "")));
    }

    @Test
    void shouldNameTheCureWhenThereAreTwoHosts() throws Exception {
        plan.plan().add(host("one"));
        plan.plan().add(host("other"));

        assertRefused(
                run(connection("switch", "")),
                "'switch': host '127.0.0.1' has no port, and none is set for hosts without one: write the port of the"
                        + " host that is meant; embedded hosts of the plan are 'one' on port ",
                ", 'other' on port ");
    }

    @Test
    void shouldNameTheCureWhenTheHostIsElsewhere() throws Exception {
        Iso8583Connection connection = connection("switch", "");
        connection.set(Iso8583ConnectionSchema.INSTANCE.host, "10.1.2.3");
        plan.plan().add(host("own"));

        assertRefused(
                run(connection),
                "host '10.1.2.3' has no port",
                "write the port; the plan's embedded host 'own' on port ",
                " is reached at 127.0.0.1");
    }

    @Test
    void shouldNameTheExpressionWhenItHasGivenNoPort() throws Exception {
        plan.plan().add(host("own"));

        assertRefused(
                run(connection("switch", "${__P(prot,)}")),
                "host '127.0.0.1' has no port, since the port is ${__P(prot,)}, which has given nothing: write the port,"
                        + " or leave it blank for that of the plan's embedded host 'own'");
    }
}
