package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.rehearsal.HostRehearsal;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import io.github.isostress.jmeter.setting.HostReader;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hosts that a user starts by hand, beside those of a test. */
@ExtendWith(JMeterEnvironment.class)
class RunningHostsTest {
    private static final String PROPERTY = "rehearsed.port";
    private static final Iso8583HostSchema SCHEMA = Iso8583HostSchema.INSTANCE;

    @AfterEach
    void stop() {
        RunningHosts.stopRehearsals();
        JMeterUtils.getJMeterProperties().remove(PROPERTY);
    }

    private static Iso8583Host host(String name) {
        Iso8583Host host = new Iso8583Host();
        host.setName(name);
        host.set(SCHEMA.portProperty, PROPERTY);
        return host;
    }

    private static RunningHost rehearse(Iso8583Host host) {
        return HostRehearsal.start(host, host, new PlanScope(Optional.empty(), Map.of()));
    }

    private static SmallPlan plan(Iso8583Host host, int loops) {
        SmallPlan plan = new SmallPlan(1, loops);
        plan.plan().add(host);
        plan.group().add(connection("switch", "${__P(" + PROPERTY + ")}"));
        plan.group().add(request("echo", ECHO_TEST));
        return plan;
    }

    @Test
    void shouldPublishItsPortWhenItListensAndTakeItBackWhenItEnds() {
        JMeterUtils.setProperty(PROPERTY, "17");

        RunningHost running = rehearse(host("embedded"));

        assertThat(JMeterUtils.getProperty(PROPERTY)).isEqualTo(String.valueOf(running.port()));
        assertThat(running.isRehearsal()).isTrue();
        RunningHosts.stop(running);
        assertThat(JMeterUtils.getProperty(PROPERTY)).isEqualTo("17");
        assertThat(RunningHosts.all()).isEmpty();
    }

    @Test
    void shouldBeFoundByElementOrNameWhenItListens() {
        Iso8583Host element = host("embedded");
        RunningHost running = rehearse(element);

        assertThat(RunningHosts.find(element, "renamed")).contains(running);
        assertThat(RunningHosts.find(new Object(), "embedded")).contains(running);
        assertThat(RunningHosts.find(new Object(), "renamed")).isEmpty();
    }

    @Test
    void shouldBeRefusedWhenItListensAlready() {
        RunningHost running = rehearse(host("embedded"));

        assertThatThrownBy(() -> rehearse(host("embedded")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'embedded' runs already: it listens on 127.0.0.1:" + running.port() + ", property "
                        + PROPERTY);
    }

    @Test
    void shouldGiveTheWordBackWhenAnotherWithTheSamePropertyEnds() {
        RunningHost first = rehearse(host("first"));
        RunningHost second = rehearse(host("second"));
        assertThat(JMeterUtils.getProperty(PROPERTY)).isEqualTo(String.valueOf(second.port()));

        RunningHosts.stop(first);

        assertThat(JMeterUtils.getProperty(PROPERTY)).isEqualTo(String.valueOf(second.port()));
        RunningHosts.stop(second);
        assertThat(JMeterUtils.getProperty(PROPERTY)).isNull();
    }

    @Test
    void shouldServeAPlanThatStartsNoHostWhenItIsRehearsed() throws Exception {
        RunningHost running = rehearse(host("embedded"));
        Iso8583Host notStarted = host("embedded");
        notStarted.set(SCHEMA.start, false);

        List<SampleResult> samples = plan(notStarted, 3).run();

        assertThat(samples).hasSize(4).allMatch(SampleResult::isSuccessful);
        assertThat(running.counts().received()).isEqualTo(3);
        // The host counts an answer when it has sent it.
        Elements.await(() -> running.counts().answered() == 3);
        assertThat(running.counts().connections()).isEqualTo(1);
        assertThat(RunningHosts.all()).containsExactly(running);
    }

    @Test
    void shouldEndWhenATestStartsTheSameHost() throws Exception {
        RunningHost rehearsal = rehearse(host("embedded"));

        List<SampleResult> samples = plan(host("embedded"), 3).run();

        assertThat(samples).hasSize(4).allMatch(SampleResult::isSuccessful);
        assertThat(rehearsal.counts().received()).isZero();
        assertThat(RunningHosts.all()).isEmpty();
        assertThat(JMeterUtils.getProperty(PROPERTY)).isNull();
    }

    @Test
    void shouldRunOnWithoutAPortWhenItConnectsAndATestListensOnAFreeOne() throws Exception {
        Iso8583Host connecting = host("connecting");
        connecting.set(SCHEMA.direction, HostReader.CONNECT);
        connecting.set(SCHEMA.connectPort, String.valueOf(TestHosts.portWithoutHost()));
        RunningHost rehearsal = rehearse(connecting);
        assertThat(JMeterUtils.getProperty(PROPERTY)).isNull();

        assertThat(plan(host("embedded"), 1).run()).allMatch(SampleResult::isSuccessful);

        assertThat(RunningHosts.all()).containsExactly(rehearsal);
    }

    @Test
    void shouldEndWhenATestWantsItsPort() throws Exception {
        RunningHost rehearsal = rehearse(host("an earlier name"));
        Iso8583Host onTheSamePort = host("embedded");
        onTheSamePort.set(SCHEMA.port, String.valueOf(rehearsal.port()));

        List<SampleResult> samples = plan(onTheSamePort, 1).run();

        assertThat(samples).hasSize(2).allMatch(SampleResult::isSuccessful);
    }

    @Test
    void shouldBeRefusedWhenATestRunsTheSameHost() throws Exception {
        SmallPlan plan = plan(host("embedded"), -1);
        plan.start();
        try {
            Elements.await(() -> !plan.samples().isEmpty());

            assertThatThrownBy(() -> rehearse(host("embedded"))).hasMessageEndingWith(", for the test that is running");
            assertThat(RunningHosts.find(null, "embedded"))
                    .hasValueSatisfying(
                            running -> assertThat(running.isRehearsal()).isFalse());
        } finally {
            plan.stop();
        }
        assertThat(RunningHosts.all()).isEmpty();
    }

    @Test
    void shouldUseThePlansVariablesWhenItsFieldsDo() {
        Iso8583Host host = host("embedded");
        host.set(SCHEMA.packager, "${packager}");
        host.set(SCHEMA.rules, "${what} : no answer");

        assertThat(HostRehearsal.start(
                                host,
                                host,
                                new PlanScope(Optional.empty(), Map.of("packager", "iso87ascii", "what", "every 2")))
                        .isRehearsal())
                .isTrue();
    }

    @Test
    void shouldNameTheVariableWhenItHasNoValue() {
        Iso8583Host host = host("embedded");
        host.set(SCHEMA.port, "${no_port}");

        assertThatThrownBy(() -> rehearse(host)).hasMessage("port: a variable or function in ${no_port} has no value");
    }
}
