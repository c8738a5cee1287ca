package io.github.isostress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostTls;
import io.github.isostress.support.Await;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestHosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the pages, run as they stand there. Only what a reader must put in their place is replaced: hosts,
 * ports and folders. Stories run side by side.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentedCommandsIT {
    private static final int AT_ONCE = 4;
    private static final int SECONDS = 6;

    /** Agents begin when all are started. */
    private static final int SECONDS_ON_AGENTS = 15;

    private static final Duration LONGEST = Duration.ofSeconds(300);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String JMETER = "<jmeter>";
    private static final String KEYS = "ZPK=pin 3des clear=0123456789ABCDEFFEDCBA9876543210\n";

    private final Map<String, Callable<Void>> stories = new LinkedHashMap<>();
    private final Map<String, Future<Void>> told = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    private Path temporary;

    /** A story in a folder of the reader. */
    @FunctionalInterface
    private interface Story {
        void tell(CommandFolder folder) throws Exception;
    }

    @BeforeAll
    void beginAll(@TempDir Path folder) {
        temporary = folder;
        story("agents", SECONDS_ON_AGENTS, AgentStories::withoutTls);
        story("agents over TLS", SECONDS_ON_AGENTS, AgentStories::overTls);
        story("a host of the reader", this::host);
        story("a calibration", this::calibration);
        story("one line without a plan", this::withoutPlan);
        story("a fleet of terminals", this::terminals);
        story("a plan of another plugin", this::migration);
        story("results as XML", this::resultsAsXml);
        story("both sides of a switch", this::switchBetween);
        story("installation", this::installation);
        story("certificates", this::certificates);
        story("a key file", this::keyFile);
        story("the host alone", this::hostAlone);
        stories.forEach((name, story) -> told.put(name, threads.submit(story)));
    }

    private void story(String name, Story story) {
        story(name, SECONDS, story);
    }

    private void story(String name, int seconds, Story story) {
        stories.put(name, () -> {
            try (CommandFolder folder = new CommandFolder(temporary.resolve(name.replace(' ', '-')), seconds)) {
                story.tell(folder);
            }
            return null;
        });
    }

    @AfterAll
    void end() {
        threads.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> shouldDoWhatThePageSaysWhenItsCommandsAreRun() {
        return told.entrySet().stream()
                .map(story -> DynamicTest.dynamicTest(
                        story.getKey(), () -> story.getValue().get()));
    }

    @Test
    void shouldHaveRunEveryCommandWhenAllStoriesAreTold() throws Exception {
        for (Future<Void> story : told.values()) {
            story.get();
        }

        assertThat(CommandFolder.run()).containsExactlyInAnyOrderElementsOf(DocumentedCommand.run());
    }

    private void host(CommandFolder folder) throws Exception {
        try (EmbeddedHost host = AgentStories.hostOfTheReader(folder)) {
            folder.run(DocumentedCommand.STRESS);
            assertThat(folder.purchases("results.jtl"))
                    .as("all reached the host of the reader")
                    .isEqualTo(host.record().requestsAnswered());
        }
        assertThat(folder.run(DocumentedCommand.SUMMARY)).contains("Verdict", "Requests", "0 failed");
        folder.run(DocumentedCommand.REPORT_PAGE);
        assertThat(folder.file("report.html")).isNotEmptyFile();
        assertThat(folder.runWhateverItReturns(DocumentedCommand.GATES)).contains("Gate ");
        assertThat(folder.file("gates.xml")).isNotEmptyFile();
        folder.run(DocumentedCommand.DASHBOARD);
        assertThat(folder.file("requests/index.html")).isNotEmptyFile();
    }

    private void withoutPlan(CommandFolder folder) throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            folder.replace(JMETER, "target/jmeter").with("config.json", """
                    {"host": "127.0.0.1", "port": %d, "workers": 3, "rps": 30, "test_duration_secs": 4}
                    """.formatted(host.port()));
            assertThat(folder.run(DocumentedCommand.RUN_WITHOUT_PLAN)).contains("Verdict");
            long answered = host.record().requestsAnswered();
            assertThat(answered).isPositive();
            folder.replace("--host 10.1.2.3 --port 5000", "--host 127.0.0.1 --port " + host.port());
            Process run = folder.start(DocumentedCommand.RUN_BY_OPTIONS);
            Await.until(LONGEST, "requests are answered", () -> host.record().requestsAnswered() > answered);
            assertThat(folder.stop(DocumentedCommand.RUN_BY_OPTIONS, run)).contains("Requests", "Results are in");
        }
    }

    private void migration(CommandFolder folder) throws Exception {
        Path old = Page.inProject("src/test/resources/migration/client.jmx");
        folder.with("old.jmx", Files.readString(old)).replace(JMETER, "target/jmeter");
        folder.run(DocumentedCommand.MIGRATION);
        assertThat(folder.file("new.jmx")).content().contains("io.github.isostress.jmeter.element");
    }

    private void terminals(CommandFolder folder) throws Exception {
        folder.run(DocumentedCommand.TERMINALS);
        assertThat(folder.succeeded("results.jtl")).isPositive();
    }

    private void calibration(CommandFolder folder) throws Exception {
        assertThat(folder.run(DocumentedCommand.CALIBRATION)).contains("Calibration");
        assertThat(folder.succeeded("results.jtl")).isPositive();
    }

    private void resultsAsXml(CommandFolder folder) throws Exception {
        folder.run(DocumentedCommand.RESULTS_AS_XML);
        assertThat(folder.file("results.xml")).content().contains("<samplerData", "<responseData");
    }

    private void switchBetween(CommandFolder folder) throws Exception {
        folder.run(DocumentedCommand.SWITCH_BETWEEN);
        assertThat(folder.succeeded("results.jtl")).isPositive();
    }

    private void installation(CommandFolder folder) throws Exception {
        for (DocumentedCommand install : List.of(DocumentedCommand.INSTALL, DocumentedCommand.INSTALL_AGAIN)) {
            Path other = folder.file(install.name());
            Files.createDirectories(other.resolve("lib/ext"));
            folder.replace(JMETER, other);
            folder.run(install);
            assertThat(other.resolve("lib/ext")).isDirectoryContaining("glob:**/jmeter-iso-stress-*.jar");
            assertThat(other.resolve("lib/ext/iso-stress")).isDirectoryContaining("glob:**.jar");
        }
        folder.replace(JMETER, "target/jmeter").replace("-<version>.jar", "-0.2.0.jar");
        folder.replace("<folder>", folder.file("demo"));
        folder.run(DocumentedCommand.DEMO_CERTIFICATES);
        assertThat(folder.file("demo")).isDirectoryContaining("glob:**.pem");
    }

    private void certificates(CommandFolder folder) throws Exception {
        folder.run(DocumentedCommand.CERTIFICATES);
        folder.run(DocumentedCommand.PFX);
        assertThat(folder.file("client.pfx")).isNotEmptyFile();
        TestCertificates ofHost = new TestCertificates(folder.file("target"));
        try (EmbeddedHost host = EmbeddedHost.start(TestHosts.tlsSettings(
                "iso87ascii",
                new HostTls(ofHost.server(), TestCertificates.PASSWORD, true, folder.file("ca.pem"), "")))) {
            folder.replace(":8000", ":" + host.port()).replace("-CAfile ca.pem", "-CAfile target/ca.pem");
            assertThat(folder.run(DocumentedCommand.TLS_CLIENT))
                    .contains("CONNECTED", "CN = localhost", "Verify return code: 0 (ok)");
            assertThat(host.record().refusedHandshakes()).isZero();
        }
    }

    private void keyFile(CommandFolder folder) throws Exception {
        folder.replace(JMETER, "target/jmeter").with("keys.properties", KEYS);
        folder.run(DocumentedCommand.ENCRYPT_KEYS);
        assertThat(folder.file("keys.enc")).content().doesNotContain("0123456789ABCDEF");
    }

    private void hostAlone(CommandFolder folder) throws Exception {
        int port = Ports.free();
        folder.replace("--port 5000", "--port " + port).start(DocumentedCommand.HOST);
        Await.until(
                LONGEST,
                "the host listens",
                () -> console(folder, DocumentedCommand.HOST).contains("Listening on " + LOOPBACK + ":" + port));
    }

    private static String console(CommandFolder folder, DocumentedCommand command) {
        try {
            return folder.console(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
