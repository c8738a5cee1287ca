package io.github.isostress.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.ClientTls;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestMessages;
import io.github.isostress.wire.HostConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The host in a process started by its command line. */
@Timeout(180)
class HostMainTest {
    private static final Pattern LISTENING =
            Pattern.compile("Listening on 127\\.0\\.0\\.1:(\\d+)( with TLS)?\\. Ctrl\\+C ends it\\.");

    @TempDir
    Path folder;

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HostMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private static void assertEnds(Process process, int status) throws InterruptedException {
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(status);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void shouldServeWithTheDemoCertificatesUntilItIsStopped() throws Exception {
        DemoCertificates.ensure(folder.resolve("certs"));
        Process process = start(
                "--port", "0", "--tls", "--require-client-certificate", "--rule", "always : delay 1 then decline 05");
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            Matcher listening = LISTENING.matcher(String.valueOf(output.readLine()));
            assertThat(listening.matches())
                    .as(Files.readString(folder.resolve("errors")))
                    .isTrue();
            assertThat(listening.group(2)).isEqualTo(" with TLS");

            purchase(Integer.parseInt(listening.group(1)));
            // Unlike Process.destroy(), this leaves its output readable.
            process.toHandle().destroy();

            assertThat(output.readLine()).startsWith("1 connection (").endsWith("1 request answered, 0 not answered");
            assertThat(output.readLine()).isEqualTo("played by rule: 1 decline 05, 1 delay");
        } finally {
            process.destroyForcibly();
        }
    }

    private void purchase(int port) throws Exception {
        Path certs = folder.resolve("certs");
        ClientTls tls = ClientTls.trusting(certs.resolve(DemoCertificates.CA_FILE))
                .showing(certs.resolve(DemoCertificates.CLIENT_FILE), DemoCertificates.PASSWORD);
        try (HostConnection connection = TestClient.connect(port, "binary2", tls)) {
            connection.send(
                    connection.framing().wrap(TestMessages.pack(TestMessages.purchase("iso87ascii", "000001"))),
                    TestClient.soon());
            assertThat(connection.receive(TestClient.soon()).message()).startsWith('0', '2', '1', '0');
        }
    }

    @Test
    void shouldConnectAndServeUntilItIsStopped() throws Exception {
        try (ServerSocket system = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String place = "127.0.0.1:" + system.getLocalPort();
            Process process = start("--connect", place, "--rule", "always : decline 05");
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                    RawClient asking = new RawClient(system.accept())) {
                assertThat(asking.ask("000001").getString(39)).isEqualTo("05");
                assertThat(output.readLine()).isEqualTo("Connecting to " + place + ". Ctrl+C ends it.");
                process.toHandle().destroy();

                assertThat(output.readLine()).startsWith("1 connection (");
                assertThat(folder.resolve("errors")).hasContent("has connected to " + place);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void shouldPrintTheOptionsWhenAskedForHelp() throws Exception {
        Process process = start("--help");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(HostArguments.USAGE);
        assertEnds(process, 0);
    }

    @Test
    void shouldEndWithOneSentenceWhenItCannotStart() throws Exception {
        Process process = start("--port", "0", "--tls");

        assertEnds(process, 2);
        assertThat(folder.resolve("errors"))
                .hasContent("key store " + Path.of("certs", "server.p12") + " does not exist");
    }
}
