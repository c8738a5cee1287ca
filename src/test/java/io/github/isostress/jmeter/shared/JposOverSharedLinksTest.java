package io.github.isostress.jmeter.shared;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.listening;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Elements;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.CallingRelay;
import io.github.isostress.support.JposHost;
import io.github.isostress.support.JposMuxes;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestMessages;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.channel.NACChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** jPOS as the other end of connections that many threads share: a second opinion on framing, matching and answering. */
@ExtendWith(JMeterEnvironment.class)
class JposOverSharedLinksTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String PURCHASE =
            "0 0200\n3 000000\n4 1000\n7 0101000000\n11 ${__isoStan()}\n37 ${__isoRrn()}\n41 TERM0001";
    private static final String PACKAGER = "iso87ascii";
    private static final int THREADS = 50;
    private static final int LOOPS = 20;
    private static final int LONG_MILLIS = 30_000;
    private static final int QUESTIONS = 20;

    private final SmallPlan plan = new SmallPlan(THREADS, LOOPS);

    private void send(Iso8583Connection connection) {
        send(plan, connection);
    }

    private static void send(SmallPlan plan, Iso8583Connection connection) {
        connection.set(SCHEMA.keep, "shared 2");
        plan.group().add(connection);
        plan.group().add(request("purchase", PURCHASE, LONG_MILLIS));
    }

    private static Iso8583Connection weConnect(int port) {
        return connection("switch", String.valueOf(port));
    }

    private static void assertThatAllSucceed(List<SampleResult> samples) {
        assertThat(samples).allMatch(SampleResult::isSuccessful);
        assertThat(labelled(samples, "purchase")).hasSize(THREADS * LOOPS);
    }

    @Test
    void shouldGiveEachItsAnswerWhenIsoServerAccepts() throws Exception {
        try (JposHost host = new JposHost(new NACChannel(Packagers.builtIn(PACKAGER), null))) {
            send(weConnect(host.port()));

            assertThatAllSucceed(plan.run());
        }
    }

    /** A relay connects to both. */
    @Test
    void shouldGiveEachItsAnswerWhenIsoServerIsConnectedToUs() throws Exception {
        int port = Ports.free();
        try (JposHost host = new JposHost(new NACChannel(Packagers.builtIn(PACKAGER), null));
                CallingRelay relay = new CallingRelay(2, host.port(), port)) {
            send(listening("switch", port));

            assertThatAllSucceed(plan.run());
            assertThat(relay.calls()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void shouldGiveEachItsAnswerWhenQmuxAccepts() throws Exception {
        try (JposMuxes peer = JposMuxes.accepting()) {
            send(weConnect(peer.port()));

            assertThatAllSucceed(plan.run());
            assertThat(peer.approved()).isEqualTo(THREADS * LOOPS);
            assertThat(peer.connections()).isEqualTo(2);
        }
    }

    @Test
    void shouldGiveEachItsAnswerWhenQmuxConnectsToUs() throws Exception {
        int port = Ports.free();
        try (JposMuxes peer = JposMuxes.calling(2, port)) {
            send(listening("switch", port));

            assertThatAllSucceed(plan.run());
            assertThat(peer.approved()).isEqualTo(THREADS * LOOPS);
        }
    }

    @Test
    void shouldAnswerQmuxWhenItAsksUnderLoad() throws Exception {
        try (JposMuxes peer = JposMuxes.accepting()) {
            SmallPlan load = new SmallPlan(THREADS, -1);
            load.pauseBeforeSamples(150);
            send(load, weConnect(peer.port()));
            load.start();
            Elements.await(() -> peer.connections() == 2 && peer.approved() > THREADS);
            for (int i = 0; i < QUESTIONS; i++) {
                ISOMsg echo = TestMessages.message(PACKAGER, "0800", String.format("%06d", i));
                echo.set(70, "301");
                ISOMsg answer = peer.ask(i % 2, echo);
                assertThat(answer.getMTI()).isEqualTo("0810");
                assertThat(answer.getString(39)).isEqualTo("00");
            }
            Elements.await(() -> labelled(load.samples(), "switch unsolicited").size() >= QUESTIONS);
            List<SampleResult> samples = load.shutDown();

            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(labelled(samples, "switch unsolicited")).hasSize(QUESTIONS);
        }
    }
}
