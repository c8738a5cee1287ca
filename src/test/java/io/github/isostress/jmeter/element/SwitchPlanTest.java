package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.HostReader;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A plan that brings a switch of its own and the issuer behind it. */
@ExtendWith(JMeterEnvironment.class)
class SwitchPlanTest {
    private static final Iso8583HostSchema SCHEMA = Iso8583HostSchema.INSTANCE;
    private static final int ANSWERS = 50;

    private static Iso8583Host host(String name, String rules) {
        Iso8583Host host = new Iso8583Host();
        host.setName(name);
        host.set(SCHEMA.rules, rules);
        host.set(SCHEMA.portProperty, name + ".port");
        return host;
    }

    private static Iso8583Host connectingTo(String place, String rules) {
        Iso8583Host host = host("issuer", rules);
        host.set(SCHEMA.direction, HostReader.CONNECT);
        host.set(SCHEMA.connectTo, place);
        host.set(SCHEMA.reconnectPause, "10");
        return host;
    }

    private static SmallPlan plan(int loops, Iso8583Host... hosts) {
        SmallPlan plan = new SmallPlan(1, loops);
        for (Iso8583Host host : hosts) {
            plan.plan().add(host);
        }
        plan.group().add(connection("acquirer", "${__P(switch.port)}"));
        plan.group().add(request("echo", ECHO_TEST));
        return plan;
    }

    /** The switch declines until it has reached the issuer, which takes a moment, and never again. */
    private static void assertThatTheIssuerAnswers(Iso8583Host... hosts) throws Exception {
        SmallPlan plan = plan(-1, hosts);
        plan.start();
        Elements.await(() -> Elements.codes(plan.samples()).getOrDefault("05", 0L) >= ANSWERS);
        List<String> codes = labelled(plan.shutDown(), "echo").stream()
                .map(SampleResult::getResponseCode)
                .toList();

        assertThat(codes).isSubsetOf("05", "91");
        assertThat(codes.subList(codes.indexOf("05"), codes.size())).containsOnly("05");
    }

    @Test
    void shouldReachTheIssuerThroughTheSwitchWhenBothAreInThePlan() throws Exception {
        assertThatTheIssuerAnswers(
                host("issuer", "always : decline 05"),
                host("switch", "always : forward to 127.0.0.1:${__P(issuer.port)} takes 2 ms"));
    }

    @Test
    void shouldReachTheIssuerThroughTheSwitchWhenTheIssuerConnects() throws Exception {
        int port = TestHosts.portWithoutHost();

        assertThatTheIssuerAnswers(
                host("switch", "always : forward to clients on 127.0.0.1:" + port + " takes 2 ms"),
                connectingTo("localhost:" + port, "always : decline 05"));
    }

    @Test
    void shouldSayWhatIsWrongInEverySampleWhenTheHostCannotConnectAtAll() throws Exception {
        assertThat(labelled(plan(2, host("switch", ""), connectingTo("h:x", "")).run(), "echo"))
                .hasSize(2)
                .allSatisfy(sample -> assertThat(sample.getResponseDataAsString())
                        .contains("'issuer' did not start: connect to: host 'h:x': port 'x' is no whole number"));
    }
}
