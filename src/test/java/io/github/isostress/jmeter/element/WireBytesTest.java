package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.pause;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.AwaitingTimer;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.CountingRelay;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of all samples are those that pass between host and plugin, each counted once, whatever the host does. */
@ExtendWith(JMeterEnvironment.class)
class WireBytesTest {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final String PURCHASE = "0 0200\n3 000000\n4 000000010000\n11 ${__isoStan()}\n41 TERM0001";
    private static final String NETWORK = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 ";
    private static final String FRAMING = "binary2 max=3000";
    private static final int SHORT_MILLIS = 60;
    private static final int LONG_MILLIS = 10_000;
    private static final int LOOPS = 4;

    /** Each has its answer, or its end, however long that takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "always : approve",
                "mti 0200 : decline 51",
                "mti 0200 every 2 : garbage without frame",
                "mti 0200 every 2 : oversize length",
                "mti 0200 every 2 : cut 50% then close",
                "mti 0200 every 2 : two in one packet",
                "mti 0200 : twice",
                "mti 0200 every 2 : close",
                "mti 0200 every 2 : reset",
                "mti 0200 every 2 : delay 10",
                "mti 0200 : speak first then approve",
                "mti 0200 every 3 : drop all connections",
                "mti 0200 every 2 : stop accepting 1 s then approve",
                "on connect : speak first",
                "on connect every 2 : close",
                "on connect every 2 : reset",
                "on connect : delay 20",
            })
    void shouldCountEveryByteOnceWhenTheHostFollowsARule(String rule) throws Exception {
        assertThatBytesAgree(rule, new Settings("thread", "network management", LONG_MILLIS, 50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mti 0200 every 2 : wrong key",
                "mti 0200 every 2 : wrong mti",
                "mti 0200 every 2 : garbage",
                "mti 0200 every 2 : cut 10 bytes",
                "mti 0200 every 2 : late 90",
                "mti 0200 every 2 : no answer",
                "mti 0200 : speak first then no answer",
            })
    void shouldCountEveryByteOnceWhenRequestsAreNotAnswered(String rule) throws Exception {
        assertThatBytesAgree(rule, new Settings("thread", "network management", SHORT_MILLIS, 50));
    }

    @Test
    void shouldCountEveryByteOnceWhenTheyComeOneByOne() throws Exception {
        assertThatBytesAgree(
                "mti 0200 every 2 : byte by byte 1", new Settings("thread", "network management", LONG_MILLIS, 0));
    }

    /** Long enough for an echo on an idle connection. */
    @ParameterizedTest
    @ValueSource(strings = {"mti 0200 : late 100", "mti 0200 : speak first then late 100", "mti 0200 : twice"})
    void shouldCountEveryByteOnceWhenItComesWhileTheConnectionIsIdle(String rule) throws Exception {
        assertThatBytesAgree(rule, new Settings("thread", "network management", SHORT_MILLIS, 300));
    }

    /** Answers no request of the host, so that idle connections are not read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mti 0200 : speak first then approve",
                "mti 0200 : speak first then no answer",
                "mti 0200 : twice",
                "on connect : speak first"
            })
    void shouldCountEveryByteOnceWhenNothingIsAnswered(String rule) throws Exception {
        assertThatBytesAgree(rule, new Settings("thread", "none", SHORT_MILLIS, 50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "2 samples", "iteration", "pool of 1"})
    void shouldCountEveryByteOnceWhenConnectionsAreClosedEarly(String keep) throws Exception {
        assertThatBytesAgree(
                "mti 0200 : twice\nalways : speak first then approve",
                new Settings(keep, "network management", LONG_MILLIS, 50));
    }

    /** With a pause after each request, which begins when its late answer has been sent, if there is one. */
    private record Settings(String keep, String unsolicited, int timeoutMillis, int pauseMillis) {}

    private static void assertThatBytesAgree(String rules, Settings settings) throws Exception {
        try (EmbeddedHost host = TestHosts.ruled(FRAMING, "iso87ascii", rules);
                CountingRelay relay = new CountingRelay(host.port())) {
            List<SampleResult> samples = run(host, rules.contains("late"), relay, settings);
            relay.awaitEnd();

            assertThat(samples.stream().mapToLong(SampleResult::getBytesAsLong).sum())
                    .as("received, %s", labels(samples))
                    .isEqualTo(relay.bytesToClients());
            assertThat(samples.stream().mapToLong(SampleResult::getSentBytes).sum())
                    .as("sent, %s", labels(samples))
                    .isEqualTo(relay.bytesToServer());
        }
    }

    /** An answer that comes while the client closes is in no sample. */
    private static List<SampleResult> run(EmbeddedHost host, boolean isLate, CountingRelay relay, Settings settings)
            throws Exception {
        SmallPlan plan = new SmallPlan(1, LOOPS);
        Iso8583Connection connection = connection("switch", String.valueOf(relay.port()));
        connection.set(CONNECTION.framing, FRAMING);
        connection.set(CONNECTION.unsolicited, settings.unsolicited());
        connection.set(CONNECTION.keep, settings.keep());
        connection.set(CONNECTION.signOn, NETWORK + "001");
        connection.set(CONNECTION.signOff, NETWORK + "002");
        connection.set(CONNECTION.sessionMessageTimeout, String.valueOf(LONG_MILLIS));
        plan.group().add(connection);
        plan.group().add(request("purchase", PURCHASE, settings.timeoutMillis()));
        plan.group()
                .add(pause(settings.pauseMillis()))
                .add(new AwaitingTimer(() -> !isLate
                        // The sign-on's answer is one more.
                        || host.record().requestsAnswered()
                                > labelled(plan.samples(), "purchase").size()));
        return plan.run();
    }
}
