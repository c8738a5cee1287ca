package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.listening;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.AwaitingTimer;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.ConnectingJposHost;
import io.github.isostress.support.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that connect to the test, with jPOS's channel at their end. */
@ExtendWith(JMeterEnvironment.class)
class HostConnectsTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String ACCEPT = "switch accept";
    private static final String PORT_PROPERTY = "iso8583.listen.port";
    private static final long SOON_MILLIS = 20_000;

    private final int port = Ports.free();

    HostConnectsTest() throws IOException {}

    private Iso8583Connection connection() {
        return listening("switch", port);
    }

    private static SmallPlan plan(int threads, int loops, Iso8583Connection connection) {
        SmallPlan plan = new SmallPlan(threads, loops);
        plan.group().add(connection);
        plan.group().add(request("echo", ECHO_TEST));
        return plan;
    }

    @Test
    void shouldGiveEachThreadAClientThatSignsOnToo() throws Exception {
        Iso8583Connection connection = connection();
        connection.set(SCHEMA.signOn, "0 0800\n7 0101000000\n11 000009\n70 001\n");
        try (ConnectingJposHost one = ConnectingJposHost.approving(port);
                ConnectingJposHost other = ConnectingJposHost.approving(port)) {
            List<SampleResult> samples = plan(2, 3, connection).run();

            assertThat(labels(samples)).isEqualTo(Map.of(ACCEPT, 2L, "switch sign-on", 2L, "echo", 6L));
            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(one.requests()).isEqualTo(4);
            assertThat(other.requests()).isEqualTo(4);
        }
    }

    @Test
    void shouldTellWhoConnectedWhere() throws Exception {
        try (ConnectingJposHost host = ConnectingJposHost.approving(port)) {
            SampleResult accept =
                    labelled(plan(1, 1, connection()).run(), ACCEPT).get(0);

            assertThat(accept.getResponseCode()).isEqualTo("ACCEPTED");
            assertThat(accept.getResponseMessage()).isEqualTo("A client has connected");
            assertThat(accept.getSamplerData()).contains("Accept on 127.0.0.1:" + port + ", framing length=binary2");
            assertThat(accept.getResponseDataAsString())
                    .contains("local address   /127.0.0.1:" + port, "remote address  /127.0.0.1:")
                    .doesNotContain("to connect");
            assertThat(accept.getConnectTime()).isEqualTo(accept.getTime());
            assertThat(host.requests()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "connect"})
    void shouldTakeTheNextClientWhenOneHasLeft(String evaluate) throws Exception {
        Iso8583Connection connection = connection();
        connection.set(SCHEMA.evaluate, evaluate);
        try (ConnectingJposHost first = ConnectingJposHost.leavingAfter(port, 1)) {
            SmallPlan plan = plan(1, 4, connection);
            plan.start();
            Elements.await(() -> first.requests() == 2);
            try (ConnectingJposHost second = ConnectingJposHost.approving(port)) {
                List<SampleResult> samples = plan.await();

                assertThat(labelled(samples, "echo"))
                        .extracting(SampleResult::getResponseCode)
                        .containsExactly("00", "CLOSED_BY_HOST", "00", "00");
                assertThat(labelled(samples, ACCEPT)).hasSize(2).allMatch(SampleResult::isSuccessful);
                assertThat(second.requests()).isEqualTo(2);
            }
        }
    }

    @Test
    void shouldShareClientsInAPool() throws Exception {
        Iso8583Connection connection = connection();
        connection.set(SCHEMA.keep, "pool of 2");
        try (ConnectingJposHost one = ConnectingJposHost.approving(port);
                ConnectingJposHost other = ConnectingJposHost.approving(port)) {
            List<SampleResult> samples = plan(4, 5, connection).run();

            assertThat(labelled(samples, "echo")).hasSize(20).allMatch(SampleResult::isSuccessful);
            assertThat(labelled(samples, ACCEPT)).hasSizeLessThanOrEqualTo(2);
            assertThat(one.requests() + other.requests()).isEqualTo(20);
        }
    }

    @Test
    void shouldFailOneSampleAnAttemptWhenThePortIsInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            List<SampleResult> samples = plan(1, 3, connection()).run();

            assertThat(labels(samples)).isEqualTo(Map.of(ACCEPT, 3L));
            assertThat(samples).extracting(SampleResult::getResponseCode).containsOnly("PORT_IN_USE");
            assertThat(samples.get(0).getResponseDataAsString()).contains("127.0.0.1:" + other.getLocalPort());
        }
    }

    @Test
    void shouldFailOneSampleAnAttemptWhenNobodyConnects() throws Exception {
        Iso8583Connection connection = connection();
        connection.set(SCHEMA.acceptTimeout, "50");

        List<SampleResult> samples = plan(1, 2, connection).run();

        assertThat(labels(samples)).isEqualTo(Map.of(ACCEPT, 2L));
        assertThat(samples).extracting(SampleResult::getResponseCode).containsOnly("NOBODY_CONNECTED");
        assertThat(samples).allMatch(sample -> sample.getTime() >= 49);
    }

    @Test
    void shouldEndAtOnceWhenStoppedWhileItWaitsForAClient() throws Exception {
        SmallPlan plan = plan(3, 1, connection());
        plan.start();
        Elements.await(() -> plan.begunSamples() == 3);

        long start = System.nanoTime();
        List<SampleResult> samples = plan.stop();

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(SOON_MILLIS);
        assertThat(samples).extracting(SampleResult::getResponseCode).containsOnly("INTERRUPTED");
        assertThat(Ports.isClosed(port)).isTrue();
    }

    @Test
    void shouldPublishThePortWhenItIsAFreeOne() throws Exception {
        Iso8583Connection connection = connection();
        connection.set(SCHEMA.listenPort, "0");
        SmallPlan plan = plan(1, 1, connection);
        plan.start();
        Elements.await(() -> JMeterUtils.getProperty(PORT_PROPERTY) != null);
        try (ConnectingJposHost host =
                ConnectingJposHost.approving(Integer.parseInt(JMeterUtils.getProperty(PORT_PROPERTY)))) {
            List<SampleResult> samples = plan.await();

            assertThat(labelled(samples, "echo")).hasSize(1).allMatch(SampleResult::isSuccessful);
            assertThat(host.requests()).isOne();
        }
        assertThat(JMeterUtils.getProperty(PORT_PROPERTY)).isNull();
    }

    @Test
    void shouldListenFromTheStartBeforeAnySample() throws Exception {
        SmallPlan plan = plan(1, 1, connection());
        plan.pauseBeforeSamples(120_000);
        plan.start();
        Elements.await(() -> !Ports.isClosed(port));

        assertThat(plan.samples()).isEmpty();
        plan.stop();
    }

    /** The first client is the probe of the port that has gone by then. */
    @Test
    void shouldTellOfAClientThatLeftBesideTheOneThatIsTaken() throws Exception {
        SmallPlan plan = plan(1, 1, connection());
        AtomicBoolean probed = new AtomicBoolean();
        plan.group().add(new AwaitingTimer(probed::get));
        plan.start();
        Elements.await(() -> !Ports.isClosed(port));
        probed.set(true);
        try (ConnectingJposHost host = ConnectingJposHost.approving(port)) {
            Elements.await(() -> host.requests() == 1);
            List<SampleResult> samples = plan.await();

            assertThat(labelled(samples, ACCEPT))
                    .extracting(SampleResult::getResponseCode)
                    .containsExactly("CLIENT_LEFT", "ACCEPTED");
            assertThat(labelled(samples, "echo")).hasSize(1).allMatch(SampleResult::isSuccessful);
        }
    }

    @Test
    void shouldNotListenWhenWeConnect() throws Exception {
        Iso8583Connection connection = connection();
        connection.set(SCHEMA.direction, "");
        connection.set(SCHEMA.port, String.valueOf(port));

        List<SampleResult> samples = plan(1, 1, connection).run();

        assertThat(samples).extracting(SampleResult::getResponseCode).containsExactly("CONNECTION_REFUSED");
    }
}
