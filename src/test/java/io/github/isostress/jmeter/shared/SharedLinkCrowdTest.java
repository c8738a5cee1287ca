package io.github.isostress.jmeter.shared;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Elements;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.Map;
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
        Iso8583Connection connection = connection("switch", host);
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
            assertThat(host.record().requestsAnswered()).isEqualTo(10_000);
        }
    }

    @Test
    void shouldNotSendTheSecondWhenTwoRequestsWithTheSameKeysAreUnderWay() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0200 : delay 2000")) {
            SmallPlan plan = new SmallPlan(2, 1);
            plan.group().add(shared("shared 1", host));
            plan.group().add(request("purchase", PURCHASE.replace("${__isoStan()}", "000001"), LONG_MILLIS));
            List<SampleResult> purchases = labelled(plan.run(), "purchase");

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
        try (EmbeddedHost host = TestHosts.ruled("mti 0200 : delay 700")) {
            SmallPlan plan = new SmallPlan(6, 1);
            Iso8583Connection connection = shared("shared 1", host);
            connection.set(SCHEMA.window, "2");
            plan.group().add(connection);
            plan.group().add(request("purchase", PURCHASE, LONG_MILLIS));
            List<SampleResult> samples = plan.run();

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
        List<SampleResult> samples = echoes("always", 1);

        assertThat(labelled(samples, "switch echo")).hasSizeBetween(2, Elements.seconds(samples));
    }

    @Test
    void shouldSendNoEchoUnderLoadWhenItIsDueWhenIdle() throws Exception {
        assertThat(labelled(echoes("when idle", 3), "switch echo")).isEmpty();
    }

    /** In three and a half seconds with a request every 20 ms. */
    private static List<SampleResult> echoes(String when, int idleSeconds) throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1, 175);
            Iso8583Connection connection = shared("shared 1", host);
            connection.set(SCHEMA.echo, NETWORK + "301");
            connection.set(SCHEMA.echoIdle, String.valueOf(idleSeconds));
            connection.set(SCHEMA.echoWhen, when);
            plan.group().add(connection);
            plan.pauseBeforeSamples(20);
            plan.group().add(request("purchase", PURCHASE, LONG_MILLIS));
            List<SampleResult> samples = plan.run();

            assertThat(samples).allMatch(SampleResult::isSuccessful);
            return samples;
        }
    }

    @Test
    void shouldSendAnEchoOnEachConnectionWhenBothAreIdle() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(2, 2);
            Iso8583Connection connection = shared("shared 2", host);
            connection.set(SCHEMA.echo, NETWORK + "301");
            connection.set(SCHEMA.echoIdle, "1");
            plan.group().add(connection);
            plan.pauseBeforeSamples(1_800);
            plan.group().add(request("purchase", PURCHASE, LONG_MILLIS));
            List<SampleResult> samples = plan.run();

            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(labelled(samples, "switch echo")).hasSizeBetween(2, 2 * Elements.seconds(samples));
        }
    }
}
