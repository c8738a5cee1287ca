package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.record.RecordedAgent;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.it.JMeterProcess.Started;
import io.github.isostress.jmeter.record.RunRecordFile;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.Await;
import io.github.isostress.support.JposHost;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.channel.NACChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Our plans on two remote agents: elements are serialised to them, samples come back over RMI. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentIT {
    private static final long LONGEST_SECONDS = 300;

    /** In which both agents begin on a busy machine, too. */
    private static final int SECONDS = 15;

    private static final String PASSWORD = "an0ther-s3cret";
    private static final String CONTROLLERS_PASSWORD = "0f-the-c0ntroller";
    private static final String ENDED = "All remote engines have ended test";
    private static final String RECORDED = "The record of this run is ";

    @TempDir
    Path controllerFolder;

    private Agents agents;

    @BeforeAll
    void startAgents(@TempDir Path folder) throws Exception {
        agents = new Agents(folder, 2, "client_cert_password=" + PASSWORD + "\n");
    }

    @AfterAll
    void stopAgents() {
        agents.close();
    }

    @BeforeEach
    void forgetLogs() {
        agents.forgetLogs();
    }

    /** What a user writes for one machine, with {@code -R} added. */
    private JMeterProcess controller(Path plan) {
        return new JMeterProcess(controllerFolder, plan)
                .with("server.rmi.ssl.disable", true)
                .with("workers", 3)
                .with("ramp_up_secs", 0)
                .option("-R", String.join(",", agents.hosts()));
    }

    /** JMeter gives its listeners five seconds more, which nothing of ours needs once a run has its record. */
    private static void awaitEnd(Started jmeter) {
        for (String line : List.of(ENDED, RECORDED)) {
            Await.until(
                    Duration.ofSeconds(LONGEST_SECONDS),
                    line,
                    () -> read(jmeter.log()).contains(line));
        }
    }

    private static Run run(JMeterProcess controller) throws Exception {
        controller.java(JMeterProcess.SHORT_LIVED.toArray(String[]::new));
        try (Started jmeter = controller.start()) {
            awaitEnd(jmeter);
            return new Run(0, read(jmeter.console()), read(jmeter.log()), Jtl.read(jmeter.jtl()));
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The size of a request tells what it has inherited. No host is named, so each agent has its own. */
    @Test
    void shouldInheritOnAgentsWhenThePlanHasMessageDefaults() throws Exception {
        Run run = run(controller(JMeterProcess.PROJECT.resolve("jmx-examples/terminal.jmx"))
                .option("-Gtest_duration_secs=" + SECONDS));

        assertThat(run.requests()).allMatch(Jtl.Sample::successful);
        assertThat(run.requests())
                .extracting(sample -> sample.label() + ", " + sample.sentBytes() + " bytes")
                .containsOnly("purchase, 179 bytes", "balance inquiry, 167 bytes", "echo test, 65 bytes");
        assertThat(agents.logs()).allMatch(log -> log.contains("'embedded host' listens on "));
    }

    @Test
    void shouldReachTheHostThatIsNamedAtTheControllerWhenAgentsAreAdded() throws Exception {
        Queue<ISOMsg> heard = new ConcurrentLinkedQueue<>();
        Path secrets = Files.writeString(
                controllerFolder.resolve("secrets.properties"), "client_cert_password=" + CONTROLLERS_PASSWORD);
        try (JposHost host = new JposHost(new NACChannel(Packagers.builtIn("iso87ascii"), null), heard::add)) {
            Run run = run(controller(JMeterProcess.STRESS_PLAN)
                    .with("host", "127.0.0.1")
                    .with("port", host.port())
                    .with("rps", 50)
                    .with("test_duration_secs", SECONDS)
                    .with("gates", "purchase: requests >= 1; purchase: failed < 0.1 %")
                    .with("iso8583.progress.seconds", 1)
                    .option("-q", secrets.toString()));

            assertThat(run.requests())
                    .isNotEmpty()
                    .hasSameSizeAs(heard)
                    .allMatch(sample -> sample.code().equals("00"));
            assertThat(run.connects()).hasSize(6).allMatch(sample -> sample.successful() && sample.bytes() == 0);
            thenSharesAreDealt(heard);
            thenFiguresAreTold(run);
            assertThat(agents.allLogs() + run.log() + run.console()).doesNotContain(CONTROLLERS_PASSWORD, PASSWORD);
        }
    }

    private static void thenSharesAreDealt(Queue<ISOMsg> heard) {
        List<Integer> stans = heard.stream()
                .map(message -> Integer.parseInt(message.getString(11)))
                .toList();
        assertThat(stans).doesNotHaveDuplicates();
        assertThat(stans.stream().map(stan -> stan % 2)).as("one of each two").contains(0, 1);
        assertThat(heard.stream().map(message -> message.getString(37))).doesNotHaveDuplicates();
    }

    private void thenFiguresAreTold(Run run) throws IOException {
        for (int place = 0; place < 2; place++) {
            assertThat(agents.logs().get(place))
                    .contains("This machine ('" + agents.hosts().get(place) + "') is number " + (place + 1) + " of 2")
                    .containsPattern("count here for this run: client_cert_password, gates, host, port, .*workers");
        }
        assertThat(run.log())
                .as("agents say that they are ready")
                .containsPattern("Agents that are ready: [12] of 2; their load begins");
        assertThat(agents.allLogs()).doesNotContain("begins by itself");
        Await.until(
                "the agents tell their figures",
                () -> sent(agents.allLogs()) == run.requests().size());
        assertThat(run.log()).doesNotContain("RunReport: ");
        RunRecord record =
                RunRecordFile.read(controllerFolder.resolve("results.jtl")).orElseThrow();
        assertThat(record.agents()).extracting(RecordedAgent::name).containsExactlyInAnyOrderElementsOf(agents.hosts());
        assertThat(record.agents())
                .allMatch(reported -> reported.run().orElseThrow().verdict().isPresent());
        assertThat(record.figures().orElseThrow().all().durations().durations().count())
                .isEqualTo(run.requests().size());
        assertThat(run.log())
                .contains(
                        "Agent    " + agents.hosts().get(0) + " ",
                        "Agent    " + agents.hosts().get(1) + " ")
                .contains("Gate     held: purchase: requests >= 1 (%,d)"
                        .formatted(run.requests().size()))
                .contains("Gate     held: purchase: failed < 0.1 %")
                .containsPattern("ISO 8583 at 0:\\d\\d: .*; so far \\d+ succeeded, 0 declined, 0 failed;");
    }

    private static long sent(String logs) {
        return Pattern.compile("RunReport: 'purchase': ([\\d,]+) sent")
                .matcher(logs)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1).replace(",", "")))
                .sum();
    }

    /** The controller's JTL has only code and message: JMeter strips the rest of failed samples. */
    @Test
    void shouldSayWhyAtTheControllerAndInTheAgentsLogsWhenTheirSamplesFail() throws Exception {
        try (Started jmeter = controller(JMeterProcess.STRESS_PLAN)
                .with("jmeter.save.saveservice.output_format", "csv")
                .with("test_duration_secs", 600)
                .with("host", "127.0.0.1")
                .with("port", 1)
                .with("use_tls", true)
                .with("client_cert_pfx", "no-such.pfx")
                .start()) {
            awaitEnd(jmeter);

            String summary = summary(jmeter.jtl());
            long failed = 0;
            for (int place = 0; place < 2; place++) {
                String log = agents.logs().get(place);
                String host = agents.hosts().get(place);
                assertThat(LoggedFailures.reasons(log))
                        .singleElement()
                        .satisfies(reason -> assertThat(reason.words())
                                .startsWith("A key store or trust store file does not exist. ")
                                .contains("no-such.pfx does not exist"));
                assertThat(LoggedFailures.counts(log)).containsOnlyKeys("purchase KEY_STORE_MISSING");
                long here = LoggedFailures.counts(log).get("purchase KEY_STORE_MISSING");
                failed += here;
                assertThat(summary)
                        .contains("Agent        " + host + " INVALID: no request was sent, " + here + " x KEY");
            }
            // Of the six threads, one that comes when its agent has given up finds nothing to do.
            assertThat(failedSamples(jmeter.jtl())).isEqualTo(failed).isBetween(2L, 6L * 12);
            assertThat(agents.allLogs() + read(jmeter.log())).doesNotContain(PASSWORD);
            assertThat(summary)
                    .contains(failed + " x KEY_STORE_MISSING  A key store or trust store file does not exist\n")
                    .containsPattern(
                            "'purchase' on " + String.join(", ", agents.hosts()) + ": .*no-such.pfx does not exist\n")
                    .contains("exit code 1");
        }
    }

    private static long failedSamples(Path jtl) throws IOException {
        List<String> rows = Files.readAllLines(jtl);
        return rows.stream().filter(row -> row.contains(",KEY_STORE_MISSING,")).count();
    }

    /** What RunSummary prints. */
    private String summary(Path jtl) throws Exception {
        List<String> command = new ArrayList<>(JMeterProcess.java());
        String jars = JMeterProcess.HOME.resolve("lib") + "/*" + File.pathSeparator
                + JMeterProcess.HOME.resolve("lib/ext") + "/*";
        command.addAll(List.of("-cp", jars, "io.github.isostress.jmeter.report.RunSummary", jtl.toString()));
        Path printed = controllerFolder.resolve("summary.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        return Files.readString(printed) + "exit code " + process.exitValue();
    }
}
