package io.github.isostress.host;

import static io.github.isostress.host.RawClient.PACKAGER;
import static io.github.isostress.host.RawClient.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.session.RandomDuration;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Delays before an answer. */
class DelayTest {
    private static final int DRAWS = 20_001;

    private static EmbeddedHost host(String rules) {
        return TestHosts.ruled("binary2", PACKAGER, rules);
    }

    private static double[] sortedMillis(RandomDuration duration) {
        SplittableRandom random = new SplittableRandom(1);
        double[] millis = new double[DRAWS];
        Arrays.setAll(millis, i -> duration.nanos(random) / 1e6);
        Arrays.sort(millis);
        return millis;
    }

    @Test
    void shouldAnswerNotBeforeTheTimeIsUpWhenDelayed() throws Exception {
        try (EmbeddedHost host = host("always : delay 50 then decline 51");
                RawClient client = new RawClient(host)) {
            long start = System.nanoTime();

            assertThat(client.ask("000001").getString(39)).isEqualTo("51");
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
            assertThat(host.record().played()).containsExactly(Map.entry("decline 51", 1L), Map.entry("delay", 1L));
        }
    }

    @Test
    void shouldApproveWhenNothingFollowsTheDelay() throws Exception {
        try (EmbeddedHost host = host("always : delay uniform 1-2");
                RawClient client = new RawClient(host)) {
            assertThat(client.ask("000001").getString(39)).isEqualTo("00");
        }
    }

    @Test
    void shouldSpreadEvenlyWhenUniform() {
        double[] millis = sortedMillis(new RandomDuration.Uniform(50, 200));

        assertThat(millis[0]).isBetween(50.0, 51.0);
        assertThat(millis[DRAWS / 2]).isBetween(120.0, 130.0);
        assertThat(millis[DRAWS - 1]).isBetween(199.0, 200.0);
    }

    @Test
    void shouldHaveMedianTailAndBoundWhenLognormal() {
        double[] millis = sortedMillis(new RandomDuration.Lognormal(5, 0.5, 20));

        assertThat(millis[DRAWS / 2]).isBetween(4.8, 5.2);
        assertThat(millis[DRAWS * 84 / 100]).as("one sigma above").isBetween(7.8, 8.7);
        assertThat(millis[DRAWS - 1]).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay 60 min", "byte by byte 60 min", "late 60 min", "delay 60 min then close"})
    void shouldEndAtOnceWhenClosedWhileManyAnswersAreDue(String behaviour) throws Exception {
        int clients = 50;
        List<RawClient> all = new ArrayList<>();
        EmbeddedHost host = host("always : " + behaviour);
        try {
            for (int i = 0; i < clients; i++) {
                RawClient client = new RawClient(host);
                all.add(client);
                client.send(purchase("000001"));
            }
            Await.until("all have asked", () -> host.record().requestsReceived() == clients);
            long start = System.nanoTime();
            host.close();

            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(120));
            Await.until("none is open", () -> host.record().open() == 0);
            assertThat(host.record().requestsAnswered()).isZero();
        } finally {
            host.close();
            for (RawClient client : all) {
                client.close();
            }
        }
    }

    @Test
    void shouldEndTheDelayWhenAllConnectionsAreDropped() throws Exception {
        try (EmbeddedHost host = host("always : delay 60 min");
                RawClient client = new RawClient(host)) {
            client.send(purchase("000001"));
            Await.until("the delay has begun", () -> host.record().played().containsKey("delay"));
            host.dropAllConnections();

            assertThat(client.readToEnd()).isEmpty();
            Await.until("its thread has ended", () -> host.record().open() == 0);
        }
    }
}
