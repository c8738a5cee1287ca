package io.github.isostress.jmeter.shared;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Elements;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.CountingRelay;
import io.github.isostress.support.DeafHost;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestHosts;
import java.util.ArrayList;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that are lost, or of no use any longer, while many requests are under way on them. */
@ExtendWith(JMeterEnvironment.class)
class SharedLinkLossTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String PURCHASE = "0 0200\n3 000000\n4 1000\n11 ${__isoStan()}\n41 TERM0001";
    private static final String ECHO = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 301";
    private static final int MANY = 500;
    private static final int LONG_MILLIS = 60_000;

    /** Far more than it takes, for busy machines. */
    private static final long SOON_MILLIS = 20_000;

    private static Iso8583Connection shared(String keep, int port) {
        Iso8583Connection connection = connection("switch", String.valueOf(port));
        connection.set(SCHEMA.keep, keep);
        connection.set(SCHEMA.reconnectPause, "20");
        return connection;
    }

    /**
     * What a host's close may be told as besides these codes: where it has bytes of ours that it has not read, TCP sends
     * a reset, and the system tells that to whichever of reader and writer asks first.
     */
    private static List<String> withLosses(String... codes) {
        List<String> all = new ArrayList<>(List.of(codes));
        all.add(Failure.CLOSED_BY_HOST.name());
        all.add(Failure.CONNECTION_RESET.name());
        all.add(Failure.SEND_FAILED.name());
        return all;
    }

    @Test
    void shouldFailAllUnderWayAlikeAndGoOnWhenTheHostEndsAndIsStartedAgain() throws Exception {
        SmallPlan plan = new SmallPlan(MANY, 2);
        int port = Ports.free();
        plan.group().add(shared("shared 2", port));
        plan.group().add(request("purchase", PURCHASE, LONG_MILLIS));
        try (EmbeddedHost ending = TestHosts.onPort(port, "always : no answer")) {
            plan.start();
            Elements.await(() -> ending.record().requestsReceived() == MANY);
        }
        try (EmbeddedHost again = TestHosts.onPort(port, "always : approve")) {
            List<SampleResult> samples = plan.await();

            List<SampleResult> purchases = labelled(samples, "purchase");
            List<SampleResult> failed =
                    purchases.stream().filter(sample -> !sample.isSuccessful()).toList();
            List<SampleResult> connects = labelled(samples, "switch connect");
            long inVain =
                    connects.stream().filter(sample -> !sample.isSuccessful()).count();
            // An attempt in vain stands for the request that waited, if one did.
            assertThat((long) purchases.size()).isBetween(2 * MANY - inVain, 2L * MANY);
            // The host ends one connection after the other: the second may have requests of the first one's threads.
            assertThat(failed)
                    .hasSizeBetween(MANY, 2 * MANY)
                    .allSatisfy(sample -> assertThat(withLosses()).contains(sample.getResponseCode()));
            assertThat(again.record().requestsReceived()).isEqualTo(purchases.size() - failed.size());
            assertThat(connects).filteredOn(SampleResult::isSuccessful).hasSizeGreaterThanOrEqualTo(4);
            long firstEnd =
                    failed.stream().mapToLong(SampleResult::getEndTime).min().orElseThrow();
            long lastEnd =
                    failed.stream().mapToLong(SampleResult::getEndTime).max().orElseThrow();
            assertThat(lastEnd - firstEnd).isLessThan(SOON_MILLIS);
        }
    }

    @Test
    void shouldUseTheOtherConnectionWhenOneHostHasGone() throws Exception {
        SmallPlan plan = new SmallPlan(20, 100);
        int port = Ports.free();
        try (EmbeddedHost staying = TestHosts.approving()) {
            Iso8583Connection connection = shared("shared 2", port);
            connection.set(SCHEMA.host, "127.0.0.1:" + port + ", 127.0.0.1:" + staying.port());
            plan.group().add(connection);
            plan.group().add(request("purchase", PURCHASE, LONG_MILLIS));
            EmbeddedHost going = TestHosts.onPort(port, "always : no answer");
            try (going) {
                plan.start();
                Elements.await(() -> going.record().requestsReceived() > 0
                        && staying.record().requestsReceived() > 0);
            }
            List<SampleResult> purchases = labelled(plan.await(), "purchase");

            assertThat(purchases).hasSize(2_000);
            List<SampleResult> failed =
                    purchases.stream().filter(sample -> !sample.isSuccessful()).toList();
            // Each thread may have one more on the way, which the host that goes does not read any more.
            int received = (int) going.record().requestsReceived();
            assertThat(failed)
                    .hasSizeBetween(received, received + 20)
                    .allSatisfy(sample -> assertThat(withLosses()).contains(sample.getResponseCode()));
            assertThat(staying.record().requestsReceived()).isEqualTo(2_000 - failed.size());
        }
    }

    /** Its window closes, so that writes block. */
    @Test
    void shouldEndEveryRequestInTimeWhenTheHostStopsReading() throws Exception {
        try (DeafHost host = new DeafHost()) {
            SmallPlan plan = new SmallPlan(50, 2);
            Iso8583Connection connection = shared("shared 2", host.port());
            connection.set(SCHEMA.sendBuffer, "4096");
            plan.group().add(connection);
            plan.group().add(request("purchase", PURCHASE + "\n48 " + "x".repeat(900), 500));
            List<SampleResult> purchases = labelled(plan.run(), "purchase");

            assertThat(purchases)
                    .hasSize(100)
                    .allSatisfy(sample -> assertThat(sample.getTime()).isLessThan(500 + SOON_MILLIS));
            assertThat(Elements.codes(purchases).keySet())
                    .isSubsetOf(Failure.RESPONSE_TIMEOUT.name(), Failure.SEND_FAILED.name());
        }
    }

    /** Threads write while the reader finds that the connection is lost: a write may be the one that hears of a reset. */
    @ParameterizedTest
    @CsvSource({"reset, CONNECTION_RESET", "close, CLOSED_BY_HOST"})
    void shouldSayWhatTheHostDidWhenItEndsConnectionsUnderLoad(String fault, String code) throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0200 every 50 : " + fault)) {
            SmallPlan plan = new SmallPlan(30, 100);
            Iso8583Connection connection = shared("shared 2", host.port());
            connection.set(SCHEMA.reconnectPause, "none");
            plan.group().add(connection);
            plan.group().add(request("purchase", PURCHASE, LONG_MILLIS));
            List<SampleResult> samples = plan.run();

            List<SampleResult> purchases = labelled(samples, "purchase");
            assertThat(purchases).hasSize(3_000);
            assertThat(Elements.codes(purchases).keySet()).contains("00", code).isSubsetOf(withLosses("00"));
            assertThat(labelled(samples, "switch connect")).allMatch(SampleResult::isSuccessful);
        }
    }

    /** Neither side hears that the other has gone. */
    @Test
    void shouldGoOnOverANewConnectionWhenTheEchoOfAHalfOpenOneIsNotAnswered() throws Exception {
        try (EmbeddedHost host = TestHosts.approving();
                CountingRelay relay = new CountingRelay(host.port())) {
            SmallPlan plan = new SmallPlan(5, -1);
            Iso8583Connection connection = shared("shared 1", relay.port());
            connection.set(SCHEMA.echo, ECHO);
            connection.set(SCHEMA.echoIdle, "1");
            connection.set(SCHEMA.echoWhen, "always");
            // What is answered has its answer by then on any machine.
            connection.set(SCHEMA.sessionMessageTimeout, "10000");
            plan.group().add(connection);
            plan.pauseBeforeSamples(10);
            plan.group().add(request("purchase", PURCHASE, 300));
            plan.start();
            Elements.await(() -> host.record().requestsReceived() > 5);
            relay.swallow();
            Elements.await(() -> host.record().connections() == 2);
            long then = host.record().requestsReceived();
            Elements.await(() -> host.record().requestsReceived() > then + 50);
            List<SampleResult> samples = plan.stop();

            assertThat(labelled(samples, "purchase"))
                    .extracting(SampleResult::getResponseCode)
                    .contains("00", Failure.RESPONSE_TIMEOUT.name());
            assertThat(labelled(samples, "switch echo")).anyMatch(sample -> !sample.isSuccessful());
            assertThat(labelled(samples, "switch connect")).hasSize(2);
        }
    }
}
