package io.github.isostress.jmeter.shared;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.pause;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.AwaitingTimer;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Elements;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.CountingRelay;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the host does to one request harms that one alone, or all that are under way on its connection, alike. */
@ExtendWith(JMeterEnvironment.class)
class SharedLinkFaultsTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String PURCHASE = "0 0200\n3 000000\n4 1000\n11 ${__isoStan()}\n41 TERM0001";
    private static final String FRAMING = "binary2 max=3000";
    private static final int THREADS = 10;

    /** For what the host leaves unanswered: a wrong answer comes before, and one that is late comes as long after. */
    private static final int TIMEOUT_MILLIS = 3_000;

    /** For what has its answer, or its end, by then on any machine. */
    private static final int LONG_MILLIS = 120_000;

    private static final int PAUSE_MILLIS = 200;

    /** In one of seven requests of each thread. */
    @ParameterizedTest
    @CsvSource({
        "no answer, RESPONSE_TIMEOUT, ",
        "late 6000, RESPONSE_TIMEOUT, late",
        "wrong key 41, RESPONSE_TIMEOUT, unmatched",
        "wrong mti, WRONG_MTI, unmatched",
        "garbage, RESPONSE_TIMEOUT, unmatched",
        "wrong key 4, ECHO_MISMATCH, ",
        "decline 51, 51, ",
        "twice, 00, duplicate",
        "two in one packet, 00, duplicate",
        "speak first, 00, unsolicited",
        "delay 30, 00, ",
    })
    void shouldHarmNoOtherRequestWhenTheHostFailsOne(String fault, String code, String kind) throws Exception {
        boolean isTimeout = Set.of("RESPONSE_TIMEOUT", "WRONG_MTI").contains(code);
        try (EmbeddedHost host = TestHosts.ruled(FRAMING, "iso87ascii", "mti 0200 amount 666 : " + fault);
                CountingRelay relay = new CountingRelay(host.port())) {
            SmallPlan plan = plan(relay, 1, "shared 2");
            addPurchases(plan, 3);
            plan.group().add(purchase(PURCHASE.replace("1000", "666"), isTimeout ? TIMEOUT_MILLIS : LONG_MILLIS));
            addPurchases(plan, 3);
            plan.group().add(pause(0)).add(untilAllHaveCome(plan, kind));
            List<SampleResult> samples = plan.run();

            Map<String, Long> codes = Elements.codes(labelled(samples, "purchase"));
            assertThat(codes)
                    .as("%s", Elements.labels(samples))
                    .isEqualTo(code.equals("00") ? Map.of("00", 70L) : Map.of("00", 60L, code, 10L));
            if (kind != null) {
                assertThat(labelled(samples, "switch " + kind)).hasSize(THREADS);
            }
            assertThat(labelled(samples, "switch connect")).hasSize(2);
            assertThatBytesAgree(samples, relay);
        }
    }

    private static void addPurchases(SmallPlan plan, int count) {
        for (int i = 0; i < count; i++) {
            plan.group().add(purchase(PURCHASE, LONG_MILLIS));
        }
    }

    /** The run goes on until what the host sends besides has come, if it sends any such thing. */
    private static AwaitingTimer untilAllHaveCome(SmallPlan plan, String kind) {
        return new AwaitingTimer(
                () -> kind == null || labelled(plan.samples(), "switch " + kind).size() >= THREADS);
    }

    /** The last of those that are under way brings it about. */
    @ParameterizedTest
    @CsvSource({
        "close, CLOSED_BY_HOST",
        "reset, CONNECTION_RESET",
        "cut 50% then close, CLOSED_INSIDE_FRAME",
        "garbage without frame, FRAME_LENGTH",
        "oversize length, FRAME_LENGTH",
    })
    void shouldFailAllUnderWayAtOnceAndAlikeWhenTheStreamIsLost(String fault, String code) throws Exception {
        String rules = "mti 0200 every 10 : " + fault + "\nmti 0200 every 25 : approve\nmti 0200 : no answer";
        try (EmbeddedHost host = TestHosts.ruled(FRAMING, "iso87ascii", rules);
                CountingRelay relay = new CountingRelay(host.port())) {
            List<SampleResult> samples = run(relay, 2, LONG_MILLIS, "shared 1");

            assertThat(labelled(samples, "purchase"))
                    .hasSize(2 * THREADS)
                    .allSatisfy(sample -> assertThat(sample.getResponseCode()).isEqualTo(code))
                    .allSatisfy(sample -> assertThat(sample.getTime()).isLessThan(LONG_MILLIS / 2));
            assertThat(labelled(samples, "switch connect")).hasSizeBetween(2, 3);
            assertThatBytesAgree(samples, relay);
        }
    }

    /** The part blocks the way of all that comes after it. */
    @ParameterizedTest
    @CsvSource({"cut 50%", "cut 10 bytes"})
    void shouldGoOnOverAnotherConnectionWhenOnlyAPartOfAFrameComes(String fault) throws Exception {
        try (EmbeddedHost host = TestHosts.ruled(FRAMING, "iso87ascii", "mti 0200 every 25 : " + fault);
                CountingRelay relay = new CountingRelay(host.port())) {
            List<SampleResult> samples = run(relay, 10, TIMEOUT_MILLIS, "shared 2");

            List<SampleResult> purchases = labelled(samples, "purchase");
            assertThat(purchases).hasSize(THREADS * 10);
            assertThat(purchases).filteredOn(SampleResult::isSuccessful).hasSizeGreaterThan(purchases.size() / 2);
            assertThatBytesAgree(samples, relay);
        }
    }

    private static void assertThatBytesAgree(List<SampleResult> samples, CountingRelay relay) {
        relay.awaitEnd();
        assertThat(samples.stream().mapToLong(SampleResult::getBytesAsLong).sum())
                .as("received, %s", Elements.labels(samples))
                .isEqualTo(relay.bytesToClients());
        assertThat(samples.stream().mapToLong(SampleResult::getSentBytes).sum())
                .as("sent, %s", Elements.labels(samples))
                .isEqualTo(relay.bytesToServer());
    }

    private static List<SampleResult> run(CountingRelay relay, int loops, int timeoutMillis, String keep)
            throws Exception {
        SmallPlan plan = plan(relay, loops, keep);
        plan.group().add(purchase(PURCHASE, timeoutMillis));
        plan.group().add(pause(PAUSE_MILLIS));
        return plan.run();
    }

    private static SmallPlan plan(CountingRelay relay, int loops, String keep) {
        SmallPlan plan = new SmallPlan(THREADS, loops);
        Iso8583Connection connection = connection("switch", String.valueOf(relay.port()));
        connection.set(SCHEMA.framing, FRAMING);
        connection.set(SCHEMA.keep, keep);
        connection.set(SCHEMA.reconnectPause, "none");
        plan.group().add(connection);
        return plan;
    }

    private static Iso8583Request purchase(String template, int timeoutMillis) {
        Iso8583Request purchase = request("purchase", template, timeoutMillis);
        // A wrong STAN may be that of another request.
        purchase.set(Iso8583RequestSchema.INSTANCE.matchElements, "11 41");
        return purchase;
    }
}
