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
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** JMeter's Stop ends every wait of a sample at once: the sample fails, and no connection stays open. */
@ExtendWith(JMeterEnvironment.class)
class StopTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    /** Far more than the promised 200 ms, for busy machines; the bench measures. */
    private static final long SOON_MILLIS = 20_000;

    private final SmallPlan plan = new SmallPlan(3, 1);

    @Test
    void shouldEndAtOnceWhenSamplesWaitForAnAnswer() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : no answer")) {
            plan.group().add(connection("switch", host));
            plan.group().add(request("echo", ECHO_TEST, 60_000));
            plan.start();
            Elements.await(() -> host.record().requestsReceived() == 3);

            List<SampleResult> samples = stopSoon();

            assertThat(labelled(samples, "echo"))
                    .hasSize(3)
                    .extracting(SampleResult::getResponseCode)
                    .containsOnly("INTERRUPTED");
            Elements.await(() -> host.record().open() == 0);
        }
    }

    private List<SampleResult> stopSoon() throws Exception {
        long start = System.nanoTime();
        List<SampleResult> samples = plan.stop();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(SOON_MILLIS);
        return samples;
    }

    @Test
    void shouldEndAtOnceWhenSamplesWaitForTheHandshake() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent())) {
            Iso8583Connection connection = connection("switch", String.valueOf(peer.port()));
            connection.set(SCHEMA.useTls, true);
            connection.set(SCHEMA.connectTimeout, "60000");
            plan.group().add(connection);
            plan.group().add(request("echo", ECHO_TEST));
            plan.start();
            Elements.await(() -> peer.connections() == 3);

            assertThat(labelled(stopSoon(), "switch connect"))
                    .hasSize(3)
                    .extracting(SampleResult::getResponseCode)
                    .containsOnly("INTERRUPTED");
        }
    }

    @Test
    void shouldEndAtOnceWhenSamplesWaitForTheSignOn() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : no answer")) {
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.signOn, ECHO_TEST);
            connection.set(SCHEMA.sessionMessageTimeout, "60000");
            plan.group().add(connection);
            plan.group().add(request("echo", ECHO_TEST));
            plan.start();
            Elements.await(() -> host.record().requestsReceived() == 3);

            assertThat(labelled(stopSoon(), "switch sign-on"))
                    .hasSize(3)
                    .extracting(SampleResult::getResponseCode)
                    .containsOnly("INTERRUPTED");
        }
    }

    @Test
    void shouldEndAtOnceWhenSamplesWaitForTheirTurnToConnect() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.connectsPerSecond, "0.01");
            plan.group().add(connection);
            plan.group().add(request("echo", ECHO_TEST));
            plan.start();
            Elements.await(() -> labels(plan.samples()).containsKey("echo") && plan.begunSamples() == 3);

            assertThat(labelled(stopSoon(), "echo"))
                    .hasSize(3)
                    .extracting(SampleResult::getResponseCode)
                    .containsOnly("00", "INTERRUPTED");
        }
    }

    @Test
    void shouldEndAtOnceWhenSamplesWaitForAPool() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : no answer")) {
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.keep, "pool of 1");
            connection.set(SCHEMA.poolWait, "60000");
            plan.group().add(connection);
            plan.group().add(request("echo", ECHO_TEST, 60_000));
            plan.start();
            Elements.await(() -> host.record().requestsReceived() == 1 && plan.begunSamples() == 3);

            assertThat(labelled(stopSoon(), "echo"))
                    .hasSize(3)
                    .extracting(SampleResult::getResponseCode)
                    .containsOnly("INTERRUPTED");
            Elements.await(() -> host.record().open() == 0);
        }
    }
}
