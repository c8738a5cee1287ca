package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.DemoCertificates;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.record.SampleKind;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many connections with mutual TLS from one JMeter to a host in another process, and 1,000 requests a second over all
 * of them. The system property {@code scale.connections} sets how many, {@code scale.seconds} how long after all are
 * open.
 */
@ExtendWith(JMeterEnvironment.class)
@Tag("alone")
class ManyConnectionsIT {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final int CONNECTIONS = Integer.getInteger("scale.connections", 300);
    private static final int SECONDS = Integer.getInteger("scale.seconds", 5);
    private static final double REQUESTS_PER_SECOND = 1_000;
    private static final int CONNECTS_PER_SECOND = 40;

    /** Many connect at once, and a JVM is slow at first, on a busy machine more so. */
    private static final int CONNECT_TIMEOUT_MILLIS = 60_000;

    private static final int LONGEST_SECONDS = CONNECTIONS / CONNECTS_PER_SECOND + SECONDS + 120;

    @TempDir
    Path folder;

    @Test
    void shouldFailNoRequestWhenManyConnectionsStand() throws Exception {
        try (HostProcess host = new HostProcess("--tls", "--require-client-certificate")) {
            Path jtl = run(host.port());

            LoadResults all = LoadResults.read(jtl);
            String connect = SampleKind.CONNECT.label(LoadPlan.CONNECTION);
            assertThat(all.codes(connect)).isEqualTo(Map.of("CONNECTED", (long) CONNECTIONS));
            assertThat(all.failed()).isZero();
            assertThat(all.count(LoadPlan.PURCHASE)).isGreaterThan(CONNECTIONS);
            assertThat(host.end())
                    .startsWith(CONNECTIONS + " connections (0 open, 0 handshakes refused), " + all.requests()
                            + " requests answered, 0 not answered");
            System.out.println(all.summary(connect));
            System.out.println(all.summary(LoadPlan.PURCHASE));
        }
    }

    private Path run(int port) throws Exception {
        LoadPlan plan = new LoadPlan(port, CONNECTIONS, SECONDS, REQUESTS_PER_SECOND / CONNECTIONS);
        useMutualTls(plan.connection);
        plan.connection.set(CONNECTION.connectTimeout, String.valueOf(CONNECT_TIMEOUT_MILLIS));
        plan.connection.set(CONNECTION.connectsPerSecond, String.valueOf(CONNECTS_PER_SECOND));
        Path file = folder.resolve("many.jmx");
        plan.save(file);
        try (JMeterProcess.Started jmeter = new JMeterProcess(folder, file)
                .java("-Xms2g", "-Xmx2g")
                .recordingLittle()
                .start()) {
            jmeter.awaitEnd(LONGEST_SECONDS);
            return jmeter.jtl();
        }
    }

    private static void useMutualTls(Iso8583Connection connection) {
        Path certificates = JMeterProcess.PROJECT.resolve("certs");
        connection.set(CONNECTION.useTls, true);
        connection.set(
                CONNECTION.keyStore,
                certificates.resolve(DemoCertificates.CLIENT_FILE).toString());
        connection.set(CONNECTION.keyStorePassword, DemoCertificates.PASSWORD);
        connection.set(
                CONNECTION.trustStore,
                certificates.resolve(DemoCertificates.CA_FILE).toString());
    }
}
