package io.github.isostress.jmeter.record;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.IntendedStart;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestHosts;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jmeter.timers.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The columns that samples add to a JTL: their kind, and their times to the microsecond. */
@ExtendWith(JMeterEnvironment.class)
class JtlColumnsTest {
    private static final String PURCHASE = "0 0200\n3 000000\n11 ${__isoStan()}\n41 TERM0001\n";

    /** A sample's variables while listeners hear of it. */
    private record Seen(
            String rtt,
            String connect,
            String tls,
            String response,
            String lag,
            String kind,
            String origin,
            long atNanos) {}

    private static final class Reader extends AbstractTestElement implements SampleListener, NoThreadClone {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, Seen> seen = new ConcurrentHashMap<>();

        @Override
        public void sampleOccurred(SampleEvent event) {
            JMeterVariables variables = JMeterContextService.getContext().getVariables();
            seen.put(
                    event.getResult().getSampleLabel(),
                    new Seen(
                            variables.get("iso_rtt_us"),
                            variables.get("iso_connect_us"),
                            variables.get("iso_tls_us"),
                            variables.get("iso_response_us"),
                            variables.get("iso_lag_us"),
                            variables.get("iso_kind"),
                            String.join(
                                    " ",
                                    variables.get("iso_connection"),
                                    variables.get("iso_mti"),
                                    variables.get("iso_processing_code")),
                            System.nanoTime()));
        }

        @Override
        public void sampleStarted(SampleEvent event) {}

        @Override
        public void sampleStopped(SampleEvent event) {}
    }

    /** Sets the intended start of each sample later than now, or earlier. */
    private static final class Intention extends AbstractTestElement implements Timer, NoThreadClone {
        private static final long serialVersionUID = 1L;
        private final long millisFromNow;
        private volatile long toldNanos;

        Intention(long millisFromNow) {
            this.millisFromNow = millisFromNow;
        }

        @Override
        public long delay() {
            toldNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisFromNow);
            IntendedStart.set(JMeterContextService.getContext(), toldNanos);
            return 0;
        }
    }

    private static Map<String, Seen> run(String rules, AbstractTestElement... besides) throws Exception {
        return run(TestHosts.ruled(rules), connection -> {}, besides);
    }

    private static Map<String, Seen> run(
            EmbeddedHost running, Consumer<Iso8583Connection> setup, AbstractTestElement... besides) throws Exception {
        Reader reader = new Reader();
        try (EmbeddedHost host = running) {
            SmallPlan plan = new SmallPlan(1, 1);
            Iso8583Connection connection = connection("switch", host);
            setup.accept(connection);
            plan.group().add(connection);
            plan.group().add(request("purchase", PURCHASE));
            plan.group().add(reader);
            for (AbstractTestElement element : besides) {
                plan.group().add(element);
            }
            plan.run();
        }
        return reader.seen;
    }

    private static long micros(String text) {
        return Long.parseLong(text);
    }

    @Test
    void shouldGiveTheRoundTripToTheRequestAndTheConnectToTheConnection() throws Exception {
        Map<String, Seen> seen = run("always : delay 20");

        Seen request = seen.get("purchase");
        assertThat(micros(request.rtt())).isGreaterThanOrEqualTo(20_000);
        assertThat(request.connect()).isEmpty();
        assertThat(request.response()).isEmpty();
        assertThat(request.lag()).isEmpty();
        Seen connect = seen.get("switch connect");
        assertThat(micros(connect.connect())).isPositive();
        assertThat(connect.rtt()).isEmpty();
        assertThat(connect.tls()).isEmpty();
        assertThat(request.kind()).isEqualTo("request");
        assertThat(connect.kind()).isEqualTo("connect");
        assertThat(request.origin()).isEqualTo("switch 0200 000000");
        assertThat(connect.origin().strip()).isEqualTo("switch");
    }

    @Test
    void shouldTellTheHandshakeApartWhenTheConnectionHasTls(@TempDir Path folder) throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        Map<String, Seen> seen = run(TestHosts.tls("iso87ascii", certificates, false), connection -> {
            connection.set(Iso8583ConnectionSchema.INSTANCE.useTls, true);
            connection.set(
                    Iso8583ConnectionSchema.INSTANCE.trustStore,
                    certificates.ca().toString());
        });

        Seen connect = seen.get("switch connect");
        assertThat(micros(connect.tls())).isPositive().isLessThan(micros(connect.connect()));
        assertThat(seen.get("purchase").tls()).isEmpty();
    }

    @Test
    void shouldTellHowLateItWasWhenItsIntendedStartHasPassed() throws Exception {
        Seen request = run("", new Intention(-30)).get("purchase");

        assertThat(micros(request.lag())).isGreaterThanOrEqualTo(30_000);
        assertThat(micros(request.response()))
                .isBetween(
                        micros(request.lag()) + micros(request.rtt()) - 1,
                        micros(request.lag()) + micros(request.rtt()) + 1);
    }

    @Test
    void shouldWaitWhenItsIntendedStartIsToCome() throws Exception {
        Intention intention = new Intention(50);
        Seen request = run("", intention).get("purchase");

        assertThat(micros(request.lag())).isNotNegative();
        long startNanos = request.atNanos() - TimeUnit.MICROSECONDS.toNanos(micros(request.rtt()));
        assertThat(startNanos - intention.toldNanos).isNotNegative();
    }

    @Test
    void shouldGiveTheTimeToTheFailureWhenNoAnswerComes() throws Exception {
        Seen request = run("always : close").get("purchase");

        assertThat(micros(request.rtt())).isPositive();
    }
}
