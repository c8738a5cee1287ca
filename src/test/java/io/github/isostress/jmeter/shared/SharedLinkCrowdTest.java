package io.github.isostress.jmeter.shared;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.AwaitingTimer;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Elements;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.HoldingRelay;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many threads on few connections: what each may do there at once. */
@ExtendWith(JMeterEnvironment.class)
class SharedLinkCrowdTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String PURCHASE = "0 0200\n3 000000\n4 1000\n11 ${__isoStan()}\n41 TERM0001";
    private static final String NETWORK = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 ";
    private static final int LONG_MILLIS = 30_000;

    private static Iso8583Connection shared(String keep, EmbeddedHost host) {
        return shared(keep, host.port());
    }

    private static Iso8583Connection shared(String keep, int port) {
        Iso8583Connection connection = connection("switch", String.valueOf(port));
        connection.set(SCHEMA.keep, keep);
        return connection;
    }

    @Test
    void shouldGiveEachItsAnswerWhenAThousandThreadsUseOneConnection() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1_000, 10);
            plan.group().add(shared("shared 1", host));
            plan.group().add(request("purchase", PURCHASE, LONG_MILLIS));

            assertThat(labels(plan.run())).isEqualTo(Map.of("switch connect", 1L, "purchase", 10_000L));
            // The host counts an answer when it has sent it.
            Elements.await(() -> host.record().requestsAnswered() == 10_000);
        }
    }

    /** The first has its answer when the second is over. */
    @Test
    void shouldNotSendTheSecondWhenTwoRequestsWithTheSameKeysAreUnderWay() throws Exception {
        try (EmbeddedHost host = TestHosts.approving();
                HoldingRelay relay = new HoldingRelay(host.port())) {
            relay.holdAfter(0);
            SmallPlan plan = new SmallPlan(2, 1);
            plan.group().add(shared("shared 1", relay.port()));
            plan.group().add(request("purchase", PURCHASE.replace("${__isoStan()}", "000001"), LONG_MILLIS));
            plan.start();
            Elements.await(() -> labelled(plan.samples(), "purchase").size() == 1);
            relay.letPass();
            List<SampleResult> purchases = labelled(plan.await(), "purchase");

            assertThat(purchases)
                    .extracting(SampleResult::getResponseCode)
                    .containsExactlyInAnyOrder("00", Failure.KEYS_UNDER_WAY.name());
            assertThat(purchases)
                    .filteredOn(sample -> !sample.isSuccessful())
                    .allMatch(sample -> sample.getSentBytes() == 0);
            assertThat(host.record().requestsReceived()).isEqualTo(1);
        }
    }

    @Test
    void shouldWaitForAPlaceOutsideItsLatencyWhenTheWindowIsFull() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0200 : delay 700");
                HoldingRelay relay = new HoldingRelay(host.port())) {
            relay.holdAfter(0);
            SmallPlan plan = new SmallPlan(6, 1);
            Iso8583Connection connection = shared("shared 1", relay.port());
            connection.set(SCHEMA.window, "2");
            plan.group().add(connection);
            plan.group().add(request("purchase", PURCHASE, LONG_MILLIS));
            plan.start();
            Elements.await(() -> host.record().requestsReceived() == 2 && Elements.waitingForAPlace() == 4);
            relay.letPass();
            List<SampleResult> samples = plan.await();

            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(labelled(samples, "switch window wait")).hasSize(4).anyMatch(sample -> sample.getTime() > 150);
            assertThat(mostAtOnce(labelled(samples, "purchase"))).isLessThanOrEqualTo(2);
        }
    }

    private static long mostAtOnce(List<SampleResult> samples) {
        return samples.stream()
                .mapToLong(one -> samples.stream()
                        .filter(other -> other.getStartTime() <= one.getStartTime() + 5
                                && other.getEndTime() > one.getStartTime() + 5)
                        .count())
                .max()
                .orElseThrow();
    }

    @Test
    void shouldSignOnAndOffOncePerConnectionWhenManyThreadsShareThem() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(20, 5);
            Iso8583Connection connection = shared("shared 2", host);
            connection.set(SCHEMA.signOn, NETWORK + "001");
            connection.set(SCHEMA.signOff, NETWORK + "002");
            plan.plan().add(connection);
            plan.group().add(request("purchase", PURCHASE, LONG_MILLIS));
            List<SampleResult> samples = plan.run();

            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(labels(samples))
                    .isEqualTo(Map.of(
                            "switch connect", 2L, "switch sign-on", 2L, "purchase", 100L, "switch sign-off", 2L));
            assertThat(host.record().requestsReceived()).isEqualTo(104);
        }
    }

    @Test
    void shouldSendEchoesUnderLoadWhenTheyAreAlwaysDue() throws Exception {
        List<SampleResult> samples = echoes("always", 1, plan -> Elements.await(() -> echoesOf(plan.samples()) >= 2));

        assertThat(echoesOf(samples)).isBetween(2L, (long) Elements.seconds(samples));
    }

    @Test
    void shouldSendNoEchoUnderLoadWhenItIsDueWhenIdle() throws Exception {
        List<SampleResult> samples = echoes(
                "when idle",
                3,
                plan -> Elements.await(() -> echoesOf(plan.samples()) > 0 || secondsOf(plan.samples()) > 4));

        // Where a busy machine stands still, the connection is idle.
        assertThat(echoesOf(samples)).isLessThanOrEqualTo(pauses(labelled(samples, "purchase"), 2_900));
    }

    private static long echoesOf(List<SampleResult> samples) {
        return labelled(samples, "switch echo").stream()
                .filter(SampleResult::isSuccessful)
                .count();
    }

    private static int secondsOf(List<SampleResult> samples) {
        return samples.isEmpty() ? 0 : Elements.seconds(samples);
    }

    /** How many seconds at most have passed in pauses of at least so many milliseconds between the ends of samples. */
    private static long pauses(List<SampleResult> samples, long millis) {
        long[] ends =
                samples.stream().mapToLong(SampleResult::getEndTime).sorted().toArray();
        return IntStream.range(1, ends.length)
                .mapToLong(i -> ends[i] - ends[i - 1])
                .filter(pause -> pause >= millis)
                .map(pause -> pause / millis)
                .sum();
    }

    /** What is done while a plan runs. */
    @FunctionalInterface
    private interface Meanwhile {
        void passes(SmallPlan plan);
    }

    /** With a request every 20 ms. */
    private static List<SampleResult> echoes(String when, int idleSeconds, Meanwhile meanwhile) throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1, -1);
            Iso8583Connection connection = shared("shared 1", host);
            connection.set(SCHEMA.echo, NETWORK + "301");
            connection.set(SCHEMA.echoIdle, String.valueOf(idleSeconds));
            connection.set(SCHEMA.echoWhen, when);
            plan.group().add(connection);
            plan.pauseBeforeSamples(20);
            plan.group().add(request("purchase", PURCHASE, LONG_MILLIS));
            plan.start();
            meanwhile.passes(plan);
            List<SampleResult> samples = plan.shutDown();

            // An echo that is under way at the end is broken off.
            assertThat(samples)
                    .filteredOn(sample -> !sample.getSampleLabel().equals("switch echo"))
                    .allMatch(SampleResult::isSuccessful);
            return samples;
        }
    }

    @Test
    void shouldSendAnEchoOnEachConnectionWhenBothAreIdle() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(2, 1);
            Iso8583Connection connection = shared("shared 2", host);
            connection.set(SCHEMA.echo, NETWORK + "301");
            connection.set(SCHEMA.echoIdle, "1");
            plan.group().add(connection);
            plan.group().add(request("purchase", PURCHASE, LONG_MILLIS));
            plan.group().add(Elements.pause(0)).add(new AwaitingTimer(() -> echoesOf(plan.samples()) >= 2));
            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "purchase")).hasSize(2).allMatch(SampleResult::isSuccessful);
            assertThat(echoesOf(samples)).isBetween(2L, 2L * Elements.seconds(samples));
        }
    }
}
