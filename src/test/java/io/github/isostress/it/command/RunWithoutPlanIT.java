package io.github.isostress.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingPreset;
import io.github.isostress.host.DemoCertificates;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostSettings;
import io.github.isostress.host.HostTls;
import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.it.Jtl;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line without a plan puts load on a host. */
class RunWithoutPlanIT {
    private static final Path CERTIFICATES = JMeterProcess.PROJECT.resolve("certs");
    private static final String CARD_NUMBER = "9999990000000015";

    @TempDir
    Path folder;

    private Path config;
    private Path results;
    private EmbeddedHost host;

    @BeforeEach
    void startTheHost() throws IOException {
        results = folder.resolve("results");
        host = EmbeddedHost.start(new HostSettings(
                "127.0.0.1",
                0,
                FramingPreset.BINARY2.framing(),
                Optional.of(Packagers.builtIn("iso87ascii")),
                Optional.of(new HostTls(
                        CERTIFICATES.resolve(DemoCertificates.SERVER_FILE),
                        DemoCertificates.PASSWORD,
                        true,
                        CERTIFICATES.resolve(DemoCertificates.CA_FILE),
                        ""))));
        // The files that it names lie beside it.
        Path ofTheTest = Files.createDirectories(folder.resolve("of-the-test"));
        for (String name : List.of(DemoCertificates.CLIENT_FILE, DemoCertificates.CA_FILE)) {
            Files.copy(CERTIFICATES.resolve(name), ofTheTest.resolve(name));
        }
        config = Files.writeString(
                ofTheTest.resolve("config.json"), """
                {"host": "127.0.0.1", "port": %d, "use_tls": true, "workers": 3, "rps": 50, "test_duration_secs": 600,
                 "ramp_up_secs": 0, "ca_cert": "ca.pem", "client_cert_pfx": "client.pfx", "client_cert_password": "%s"}
                """.formatted(host.port(), DemoCertificates.PASSWORD));
    }

    @AfterEach
    void endTheHost() {
        host.close();
    }

    private CommandProcess run(String... options) throws IOException {
        return new CommandProcess(
                folder,
                Stream.concat(Stream.of("run", "-config=" + config, "--out", results.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private List<String> requests() throws IOException {
        try (Stream<String> lines = Files.lines(results.resolve("results.jtl"))) {
            return lines.filter(line -> line.contains(",request,")).toList();
        }
    }

    @Test
    void shouldReachTheHostWithEveryRequestAndShowNoSecretWhenAGateFails() throws Exception {
        try (CommandProcess run = run("--test_duration_secs=4", "--gates", "failed < 0.1 %; requests >= 1000000")) {
            Await.until("a request", () -> host.record().requestsAnswered() > 0);
            assertThat(run.commandLine()).contains("-jar").doesNotContain(DemoCertificates.PASSWORD);
            assertThat(run.exitCode()).as(run.printed()).isEqualTo(1);
            Await.until("the host has heard of each end", () -> host.record().open() == 0);

            assertThat(host.record().connections()).isEqualTo(3);
            assertThat(host.record().requestsAnswered())
                    .isPositive()
                    .isEqualTo(requests().size());
            assertThat(run.printed())
                    .startsWith("Puts load on 127.0.0.1 port " + host.port()
                            + " with TLS: 3 workers, 50 requests a second, 4 s.")
                    .contains(requests().size() + " sent, " + requests().size() + " succeeded, 0 declined, 0 failed")
                    .contains("  Verdict ", "held: failed < 0.1 %", "requests >= 1000000", "Results are in " + results)
                    .contains("  Report       " + results.resolve("report.html"));
            assertThat(run.temporary()).isEmptyDirectory();
            assertThat(everything(results) + run.printed()).doesNotContain(DemoCertificates.PASSWORD, CARD_NUMBER);
        }
    }

    private static String everything(Path folder) throws IOException {
        StringBuilder everything = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                everything.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return everything.toString();
    }

    @Test
    void shouldSignOffAndShowTheFiguresWhenItIsInterrupted() throws Exception {
        try (CommandProcess run = run("--report=false")) {
            Await.until("some requests", () -> host.record().requestsAnswered() > 10);
            run.interrupt();
            assertThat(run.exitCode()).as(run.printed()).isZero();

            Await.until("the host has heard of each end", () -> host.record().open() == 0);
            assertThat(host.record().requestsAnswered())
                    .isLessThan(600 * 50)
                    .isEqualTo(requests().size());
            assertThat(run.printed())
                    .contains("Stops: requests under way may end", "  Verdict ", "Results are in " + results)
                    .contains("%,d succeeded, 0 declined, 0 failed"
                            .formatted(requests().size()));
            assertThat(results.resolve("report.html")).doesNotExist();
        }
    }

    @Test
    void shouldWriteAPlanThatRunsWithoutItsPasswordWhenAskedForOne() throws Exception {
        Path plan = folder.resolve("out.jmx");
        try (CommandProcess run = run("--test-duration-secs=4", "--plan", plan.toString())) {
            assertThat(run.exitCode()).as(run.printed()).isZero();
            assertThat(run.printed())
                    .contains("Wrote " + plan, "The password is not in it")
                    .hasLineCount(2);
        }
        assertThat(Files.readString(plan)).doesNotContain(DemoCertificates.PASSWORD);
        assertThat(results).doesNotExist();

        Path secret = Files.writeString(
                folder.resolve("secret.properties"), "client_cert_password=" + DemoCertificates.PASSWORD);
        Run run =
                new JMeterProcess(folder, plan).option("-q", secret.toString()).run();
        assertThat(run.requests()).isNotEmpty().allMatch(Jtl.Sample::successful);
        Await.until("the host has heard of each end", () -> host.record().open() == 0);
        assertThat(host.record().requestsAnswered()).isEqualTo(run.requests().size());
    }

    @Test
    void shouldSayWhatIsWrongAndRunNothingWhenAnArgumentIs() throws Exception {
        try (CommandProcess run = run("--port=http")) {
            assertThat(run.exitCode()).isEqualTo(2);

            assertThat(run.printed()).isEqualToIgnoringNewLines("--port: 'http' is no whole number of 1 to 65535");
            assertThat(results).doesNotExist();
            assertThat(host.record().connections()).isZero();
        }
    }
}
