package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.support.TestHosts;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long a connection lives, from a thread's first request to its end, and how long an embedded host. */
@ExtendWith(JMeterEnvironment.class)
class ConnectionLifeTest {
    @Test
    void shouldDoNothingWhenAThreadFinishesThatNeverConnected() {
        Iso8583Connection connection = connection("switch", "not even a port");

        connection.threadStarted();
        connection.threadFinished();

        assertThat(connection.getName()).isEqualTo("switch");
    }

    @Test
    void shouldEndWithNothingOpenWhenARunEnds() throws Exception {
        SmallPlan plan = new SmallPlan(5, 2);
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.group().add(request("echo", ECHO_TEST));
            RunContext during = CurrentRun.context();

            assertThat(plan.run()).hasSize(15);

            Elements.await(() -> host.record().open() == 0);
            assertThat(host.record().connections()).isEqualTo(5);
            assertThat(CurrentRun.context()).isNotSameAs(during);
        }
    }

    @Test
    void shouldPublishItsPortForTheRunOnlyWhenTheHostElementStarts() throws Exception {
        SmallPlan plan = new SmallPlan(2, 2);
        Iso8583Host host = new Iso8583Host();
        host.setName("embedded");
        host.set(Iso8583HostSchema.INSTANCE.portProperty, "test.port");
        plan.plan().add(host);
        plan.group().add(connection("switch", "${__P(test.port,)}"));
        plan.group().add(request("echo", ECHO_TEST));

        assertThat(plan.run()).hasSize(6).allMatch(SampleResult::isSuccessful);

        assertThat(JMeterUtils.getProperty("test.port")).isNull();
    }

    @Test
    void shouldPublishNoPortWhenTheHostElementIsNotToStart() throws Exception {
        Iso8583Host host = new Iso8583Host();
        host.set(Iso8583HostSchema.INSTANCE.start, "false");
        host.set(Iso8583HostSchema.INSTANCE.portProperty, "test.port");

        host.testStarted();

        assertThat(JMeterUtils.getProperty("test.port")).isNull();
        CurrentRun.context().check();
        host.testEnded();
    }
}
