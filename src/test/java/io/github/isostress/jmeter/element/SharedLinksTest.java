package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.HoldingRelay;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connections that all threads use at once. */
@ExtendWith(JMeterEnvironment.class)
class SharedLinksTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String DISTINCT = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 301\n";

    private static SmallPlan plan(EmbeddedHost host, int threads, int loops, String keep, Iso8583Request request) {
        return plan(host.port(), threads, loops, keep, request);
    }

    private static SmallPlan plan(int port, int threads, int loops, String keep, Iso8583Request request) {
        SmallPlan plan = new SmallPlan(threads, loops);
        Iso8583Connection connection = connection("switch", String.valueOf(port));
        connection.set(SCHEMA.keep, keep);
        plan.group().add(connection);
        plan.group().add(request);
        return plan;
    }

    @Test
    void shouldSendOverTwoConnectionsWhenTwentyThreadsShareThem() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            List<SampleResult> samples =
                    plan(host, 20, 50, "shared 2", request("echo", DISTINCT)).run();

            assertThat(labels(samples)).containsEntry("echo", 1_000L).containsEntry("switch connect", 2L);
            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(host.record().connections()).isEqualTo(2);
            Elements.await(() -> host.record().open() == 0);
        }
    }

    @Test
    void shouldHaveManyUnderWayOnOneConnectionWhenTheHostIsSlow() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : delay 200")) {
            List<SampleResult> samples = plan(host, 10, 1, "shared links 1", request("echo", DISTINCT))
                    .run();

            assertThat(labelled(samples, "echo")).hasSize(10).allMatch(SampleResult::isSuccessful);
            assertThat(host.record().connections()).isEqualTo(1);
        }
    }

    /** The first has its answer when the second is over. */
    @Test
    void shouldRefuseTheSecondWhenTwoRequestsHaveTheSameKeys() throws Exception {
        try (EmbeddedHost host = TestHosts.approving();
                HoldingRelay relay = new HoldingRelay(host.port())) {
            relay.holdAfter(0);
            SmallPlan plan = plan(relay.port(), 2, 1, "shared 1", request("echo", Elements.ECHO_TEST));
            plan.start();
            Elements.await(() -> labelled(plan.samples(), "echo").size() == 1);
            relay.letPass();

            assertThat(labelled(plan.await(), "echo"))
                    .extracting(SampleResult::getResponseCode)
                    .containsExactlyInAnyOrder("00", "KEYS_UNDER_WAY");
        }
    }

    @Test
    void shouldWaitOutsideTheLatencyWhenTheWindowIsFull() throws Exception {
        try (EmbeddedHost host = TestHosts.approving();
                HoldingRelay relay = new HoldingRelay(host.port())) {
            relay.holdAfter(0);
            SmallPlan plan = new SmallPlan(3, 1);
            Iso8583Connection connection = connection("switch", String.valueOf(relay.port()));
            connection.set(SCHEMA.keep, "shared 1");
            connection.set(SCHEMA.window, "1");
            plan.group().add(connection);
            plan.group().add(request("echo", DISTINCT));

            plan.start();
            Elements.await(() -> host.record().requestsReceived() == 1 && Elements.waitingForAPlace() == 2);
            relay.letPass();
            List<SampleResult> samples = plan.await();

            assertThat(labelled(samples, "echo")).hasSize(3).allMatch(SampleResult::isSuccessful);
            assertThat(labelled(samples, "switch window wait"))
                    .hasSize(2)
                    .allMatch(wait -> wait.getResponseCode().equals("WAITED"));
        }
    }

    @Test
    void shouldTellALateAnswerAloneWhenARequestHasTimedOut() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("every 2 : delay 4000")) {
            SmallPlan plan = plan(host, 1, 1, "shared 1", request("echo", DISTINCT));
            plan.group().add(request("echo", DISTINCT, 1_000));
            plan.group().add(request("echo", DISTINCT));
            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "echo"))
                    .extracting(SampleResult::getResponseCode)
                    .containsExactly("00", "RESPONSE_TIMEOUT", "00");
            assertThat(labelled(samples, "switch late")).hasSize(1);
            assertThat(host.record().connections()).isEqualTo(1);
        }
    }

    @Test
    void shouldTakeAnswersInTheirOrderWhenMessagesAreRaw() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583Request request = request("echo", Elements.ECHO_TEST);
            request.set(Iso8583RequestSchema.INSTANCE.matchElements, "in order");
            List<SampleResult> samples = plan(host, 5, 20, "shared 1", request).run();

            assertThat(labelled(samples, "echo")).hasSize(100).allMatch(SampleResult::isSuccessful);
        }
    }

    @Test
    void shouldFailAllUnderWayAtOnceAndGoOnWhenTheHostClosesTheConnection() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("every 50 : close")) {
            List<SampleResult> samples =
                    plan(host, 10, 20, "shared 1", request("echo", DISTINCT)).run();

            assertThat(labelled(samples, "echo")).hasSize(200);
            assertThat(labelled(samples, "echo").stream()
                            .filter(sample -> !sample.isSuccessful())
                            .map(SampleResult::getResponseCode))
                    .isNotEmpty()
                    .isSubsetOf("CLOSED_BY_HOST", "SEND_FAILED", "CONNECTION_RESET");
        }
    }
}
