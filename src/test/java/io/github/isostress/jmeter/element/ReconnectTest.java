package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingPreset;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.AwaitingTimer;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a lost connection is opened again, and how fast many are opened. */
@ExtendWith(JMeterEnvironment.class)
class ReconnectTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    @Test
    void shouldPauseLongerEachTimeWhenTheHostRefuses() throws Exception {
        SmallPlan plan = new SmallPlan(1, 4);
        plan.group().add(refused("100 x2"));
        plan.group().add(request("echo", ECHO_TEST));

        List<SampleResult> samples = plan.run();

        assertThat(samples).hasSize(4).extracting(SampleResult::getResponseCode).containsOnly("CONNECTION_REFUSED");
        long millis = PacedPlan.lastEnd(samples) - PacedPlan.firstStart(samples);
        long attempts = samples.stream().mapToLong(SampleResult::getTime).sum();
        // Each time is told in whole milliseconds.
        assertThat(millis - attempts)
                .as("the pauses, which are in no sample")
                .isGreaterThanOrEqualTo(100 + 200 + 400 - samples.size());
        assertThat(samples.get(1).getResponseDataAsString()).contains("after an attempt that failed; waited ");
    }

    @Test
    void shouldSayThatThereIsNoPauseWhenTheHostRefusesAndNoneIsSet() throws Exception {
        SmallPlan plan = new SmallPlan(1, 2);
        plan.group().add(refused("none"));
        plan.group().add(request("echo", ECHO_TEST));

        assertThat(plan.run().get(1).getResponseDataAsString())
                .contains("after an attempt that failed, at once, since the reconnect pause is none");
    }

    /** Each connection loses 40 answers of 200 and is otherwise sound. */
    @Test
    void shouldConnectOnceWhenManyAnswersAreLost() throws Exception {
        int threads = 2;
        int loops = 200;
        try (EmbeddedHost host = TestHosts.ruled("share 20%: no answer")) {
            SmallPlan plan = new SmallPlan(threads, loops);
            plan.group().add(connection("switch", host));
            plan.group().add(request("purchase", "0 0200\n3 000000\n11 ${__isoStan()}", 40));
            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "switch connect")).hasSize(threads);
            assertThat(labelled(samples, "purchase")).hasSize(threads * loops);
            assertThat(labelled(samples, "purchase").stream()
                            .filter(sample -> sample.getResponseCode().equals("RESPONSE_TIMEOUT"))
                            .count())
                    .isGreaterThanOrEqualTo(host.record().played().get("no answer"));
        }
    }

    private static Iso8583Connection refused(String pause) {
        Iso8583Connection connection = connection("switch", String.valueOf(TestHosts.portWithoutHost()));
        connection.set(SCHEMA.reconnectPause, pause);
        return connection;
    }

    @Test
    void shouldSpaceConnectsOfAllThreadsWhenSoManyASecondAreAllowed() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(6, 1);
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.connectsPerSecond, "10");
            plan.group().add(connection);
            plan.group().add(request("echo", ECHO_TEST));

            long start = System.nanoTime();
            List<SampleResult> samples = plan.run();

            assertThat(samples).hasSize(12).allMatch(SampleResult::isSuccessful);
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThanOrEqualTo(500);
        }
    }

    /** The host closes after each answer, and the next request comes more than a second later. */
    @Test
    void shouldLoseNoRequestWhenTheHostHasClosedTheConnectionWhileItWasIdle() throws Exception {
        byte[] request = frame("0800");
        byte[] answer = frame("0810");
        AtomicInteger closed = new AtomicInteger();
        try (ScriptedPeer peer = ScriptedPeer.playing(
                Step.read(request.length), Step.send(answer), Step.vanish(), client -> closed.incrementAndGet())) {
            SmallPlan plan = new SmallPlan(1, 2);
            Iso8583Connection connection = connection("switch", String.valueOf(peer.port()));
            plan.group().add(connection);
            Iso8583Request echo = request("echo", "0 0800\n7 1121203000\n11 000001");
            echo.set(Iso8583RequestSchema.INSTANCE.successCodes, "*");
            plan.group().add(echo);
            // The second comes more than a second after the host has closed.
            plan.group().add(new AwaitingTimer(() -> plan.samples().isEmpty() || closed.get() == 1));
            plan.pauseBeforeSamples(1500);
            List<SampleResult> samples = plan.run();

            assertThat(labels(samples)).containsEntry("echo", 2L).containsEntry("switch connect", 2L);
            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(labelled(samples, "switch connect").get(1).getResponseDataAsString())
                    .contains("since the host had closed it while it was idle");
        }
    }

    private static byte[] frame(String mti) {
        return FramingPreset.BINARY2
                .framing()
                .wrap(TestMessages.pack(TestMessages.message("iso87ascii", mti, "000001")));
    }
}
