package io.github.isostress.jmeter;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.listening;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.sample.SampleReport;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.ConnectingJposHost;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestHosts;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** JMeter's milliseconds, the columns of microseconds and the text of a sample tell one measured time. */
@ExtendWith(JMeterEnvironment.class)
class MeasuredOnceTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String SESSION_MESSAGE = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 001";
    private static final Pattern PARTS =
            Pattern.compile("time +([\\d.]+) ms to connect \\(name resolved in [\\d.]+ ms\\)"
                    + "(?:, ([\\d.]+) ms for the TLS handshake)?");

    private final Times times = new Times();

    /** What a sample says of its time. */
    private record Told(SampleResult sample, String roundTripMicros, String connectMicros) {
        long micros() {
            return Long.parseLong(roundTripMicros.isEmpty() ? connectMicros : roundTripMicros);
        }
    }

    private static final class Times extends AbstractTestElement implements SampleListener, NoThreadClone {
        private static final long serialVersionUID = 1L;
        private final transient Queue<Told> told = new ConcurrentLinkedQueue<>();

        @Override
        public void sampleOccurred(SampleEvent event) {
            told.add(new Told(event.getResult(), event.getVarValue(0), event.getVarValue(1)));
        }

        @Override
        public void sampleStarted(SampleEvent event) {}

        @Override
        public void sampleStopped(SampleEvent event) {}
    }

    @BeforeEach
    void haveColumns() {
        JMeterUtils.setProperty(SampleEvent.SAMPLE_VARIABLES, JtlColumns.ROUND_TRIP + "," + JtlColumns.CONNECT);
    }

    @AfterEach
    void haveNoColumns() {
        JMeterUtils.getJMeterProperties().remove(SampleEvent.SAMPLE_VARIABLES);
        SampleEvent.initSampleVariables();
    }

    private void run(Iso8583Connection connection) throws Exception {
        connection.set(SCHEMA.signOn, SESSION_MESSAGE);
        connection.set(SCHEMA.signOff, SESSION_MESSAGE);
        SmallPlan plan = new SmallPlan(2, 2);
        plan.group().add(connection);
        Iso8583Request request = request("purchase", ECHO_TEST);
        request.set(Iso8583RequestSchema.INSTANCE.responseDetail, "full");
        plan.group().add(request);
        plan.group().add(times);
        plan.run();
    }

    private void assertOneTime(String... labels) {
        assertThat(times.told)
                .extracting(told -> told.sample().getSampleLabel())
                .contains(labels);
        assertThat(times.told).allSatisfy(told -> {
            long micros = told.micros();
            assertThat(told.sample().getTime()).isCloseTo(Math.floorDiv(micros, 1_000), within(1L));
            assertThat(SampleReport.time(told.sample().getResponseDataAsString()))
                    .hasValueSatisfying(
                            measured -> assertThat(measured.micros()).isEqualTo(micros));
            assertThat(told.sample().getConnectTime())
                    .isEqualTo(
                            told.connectMicros().isEmpty() ? 0 : told.sample().getTime());
        });
    }

    private List<SampleResult> labelled(String label) {
        return times.told.stream()
                .map(Told::sample)
                .filter(sample -> sample.getSampleLabel().equals(label))
                .toList();
    }

    @Test
    void shouldTellOneTimeWhenWeConnectWithAKeyStore(@TempDir Path folder) throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        try (EmbeddedHost host = TestHosts.tls("iso87ascii", certificates, true)) {
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.host, "localhost");
            connection.set(SCHEMA.useTls, true);
            connection.set(SCHEMA.trustStore, certificates.ca().toString());
            connection.set(SCHEMA.keyStore, certificates.client().toString());
            connection.set(SCHEMA.keyStorePassword, TestCertificates.PASSWORD);
            run(connection);
        }

        assertOneTime("switch connect", "switch sign-on", "purchase", "switch sign-off");
        assertThat(labelled("switch connect"))
                .allSatisfy(connect -> assertThat(parts(connect)).isCloseTo(connect.getTime(), within(1.0)));
    }

    /** The milliseconds of TCP and TLS, as the text tells them apart from the resolution of the name. */
    private static double parts(SampleResult connect) {
        Matcher parts = PARTS.matcher(connect.getResponseDataAsString());
        assertThat(parts.find()).as(connect.getResponseDataAsString()).isTrue();
        return Double.parseDouble(parts.group(1)) + (parts.group(2) == null ? 0 : Double.parseDouble(parts.group(2)));
    }

    @Test
    void shouldTellOneTimeWhenTheHostConnects() throws Exception {
        int port = Ports.free();
        try (ConnectingJposHost one = ConnectingJposHost.approving(port);
                ConnectingJposHost other = ConnectingJposHost.approving(port)) {
            run(listening("switch", port));

            assertThat(one.requests() + other.requests())
                    .as("each thread signs on and sends two purchases")
                    .isGreaterThanOrEqualTo(6);
        }

        assertOneTime("switch accept", "switch sign-on", "purchase", "switch sign-off");
    }
}
