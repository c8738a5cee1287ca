package io.github.isostress.it.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.HostProcess;
import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.LoadResults;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fleet of the example as large as a real one, against a host in another process. The system property {@code
 * fleet.terminals} sets how many, {@code fleet.seconds} how long after all are connected.
 */
@Tag("alone")
@EnabledIfSystemProperty(named = "fleet.terminals", matches = "\\d+")
class ManyTerminalsIT {
    private static final int TERMINALS = Integer.getInteger("fleet.terminals", 0);
    private static final int SECONDS = Integer.getInteger("fleet.seconds", 60);
    private static final int REQUESTS_PER_SECOND = 500;
    private static final int CONNECTS_PER_SECOND = 100;
    private static final int BATCH_SIZE = 10;

    @TempDir
    Path folder;

    @Test
    void shouldFailNoRequestWhenTheWholeFleetWorks() throws Exception {
        try (HostProcess host = new HostProcess()) {
            LoadResults all = LoadResults.read(run(host.port()));

            assertThat(all.codes("host connect")).isEqualTo(Map.of("CONNECTED", (long) TERMINALS));
            assertThat(all.codes("host sign-on")).isEqualTo(Map.of("00", (long) TERMINALS));
            assertThat(all.failed()).isZero();
            assertThat(all.count("purchase")).isGreaterThan(all.count("balance inquiry"));
            assertThat(all.count("batch close")).isPositive();
            assertThat(host.end()).startsWith(TERMINALS + " connections (0 open, 0 handshakes refused), ");
            System.out.println(all.summary("host connect"));
            System.out.println(all.summary("purchase"));
        }
    }

    private Path run(int port) throws Exception {
        int connecting = TERMINALS / CONNECTS_PER_SECOND;
        try (JMeterProcess.Started jmeter = new JMeterProcess(
                        folder, JMeterProcess.PROJECT.resolve("jmx-examples/terminals.jmx"))
                .java("-Xms1g", "-Xmx1g")
                .with("host", "127.0.0.1")
                .with("port", port)
                .with("terminals", TERMINALS)
                .with("rps", REQUESTS_PER_SECOND)
                .with("batch_size", BATCH_SIZE)
                .with("connects_per_second", CONNECTS_PER_SECOND)
                .with("ramp_up_secs", connecting)
                .with("test_duration_secs", connecting + SECONDS)
                .recordingLittle()
                .start()) {
            jmeter.awaitEnd(2L * connecting + SECONDS + 120);
            return jmeter.jtl();
        }
    }
}
