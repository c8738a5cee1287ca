package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.HoldingRelay;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a connection is kept. */
@ExtendWith(JMeterEnvironment.class)
class KeepTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    /** Two threads, three iterations of two requests each. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            thread       |  2
            iteration    |  6
            sample       | 12
            4 samples    |  4
            pool of 1    |  1
            """)
    void shouldOpenSoManyConnectionsWhenTheyAreKeptSoLong(String keep, int connections) throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            List<SampleResult> samples = plan(host, keep).run();

            assertThat(labels(samples)).containsEntry("first", 6L).containsEntry("second", 6L);
            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(host.record().connections()).isEqualTo(connections);
            assertThat(labelled(samples, "switch connect")).hasSize(connections);
            Elements.await(() -> host.record().open() == 0);
        }
    }

    @Test
    void shouldConnectForEachIterationWhenTheThreadGroupWantsAnotherUser() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = plan(host, "thread");
            plan.threadGroup().setIsSameUserOnNextIteration(false);

            plan.run();

            assertThat(host.record().connections()).isEqualTo(6);
        }
    }

    private static SmallPlan plan(EmbeddedHost host, String keep) {
        SmallPlan plan = new SmallPlan(2, 3);
        Iso8583Connection connection = connection("switch", host);
        connection.set(SCHEMA.keep, keep);
        plan.group().add(connection);
        plan.group().add(request("first", ECHO_TEST));
        plan.group().add(request("second", ECHO_TEST));
        return plan;
    }

    @Test
    void shouldReportTheWaitByItselfWhenAPoolHasTooFewConnections() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : delay 300")) {
            SmallPlan plan = new SmallPlan(6, 2);
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.keep, "pool links of 2");
            plan.group().add(connection);
            plan.group().add(request("echo", ECHO_TEST));

            List<SampleResult> samples = plan.run();

            assertThat(host.record().connections()).isEqualTo(2);
            assertThat(labelled(samples, "echo")).hasSize(12).allMatch(SampleResult::isSuccessful);
            List<SampleResult> waits = labelled(samples, "switch pool wait");
            assertThat(waits).isNotEmpty().allMatch(SampleResult::isSuccessful);
            assertThat(waits).extracting(SampleResult::getResponseCode).containsOnly("WAITED");
            assertThat(waits).anyMatch(wait -> wait.getTime() >= 50);
        }
    }

    @Test
    void shouldFailTheSampleWhenNoConnectionOfThePoolBecomesFreeInTime() throws Exception {
        try (EmbeddedHost host = TestHosts.approving();
                HoldingRelay relay = new HoldingRelay(host.port())) {
            relay.holdAfter(0);
            SmallPlan plan = new SmallPlan(2, 1);
            Iso8583Connection connection = connection("switch", String.valueOf(relay.port()));
            connection.set(SCHEMA.keep, "pool of 1");
            connection.set(SCHEMA.poolWait, "50");
            plan.group().add(connection);
            plan.group().add(request("echo", ECHO_TEST));

            plan.start();
            Elements.await(() -> !labelled(plan.samples(), "switch pool wait").isEmpty());
            relay.letPass();
            List<SampleResult> samples = plan.await();

            assertThat(labelled(samples, "echo")).hasSize(1).allMatch(SampleResult::isSuccessful);
            assertThat(labelled(samples, "switch pool wait")).singleElement().satisfies(wait -> {
                assertThat(wait.isSuccessful()).isFalse();
                assertThat(wait.getResponseCode()).isEqualTo("POOL_TIMEOUT");
                assertThat(wait.getResponseDataAsString()).contains("pool switch of 1: none became free in 50 ms");
            });
        }
    }

    @Test
    void shouldSayWhatIsPossibleWhenKeepIsNotUnderstood() throws Exception {
        SmallPlan plan = new SmallPlan(1, 1);
        Iso8583Connection connection = connection("switch", "5000");
        connection.set(SCHEMA.keep, "for ever");
        plan.group().add(connection);
        plan.group().add(request("echo", ECHO_TEST));

        assertThat(plan.run()).singleElement().satisfies(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
            assertThat(sample.getResponseDataAsString())
                    .contains("'switch': keep 'for ever' is none of thread, iteration, sample, N samples, pool of N");
        });
    }
}
