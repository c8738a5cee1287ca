package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.it.JMeterProcess.Started;
import io.github.isostress.support.Await;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Our plans on a remote agent: elements are serialised to it, samples come back over RMI. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentIT {
    private static final long LONGEST_SECONDS = 60;
    private static final String PASSWORD = "an0ther-s3cret";

    @TempDir
    Path controllerFolder;

    private Path agentLog;
    private int port;
    private Process agent;

    @BeforeAll
    void startAgent(@TempDir Path agentFolder) throws Exception {
        agentLog = agentFolder.resolve("agent.log");
        port = freePort();
        agent = start(agentFolder);
    }

    @AfterAll
    void stopAgent() throws Exception {
        agent.destroy();
        agent.waitFor(10, TimeUnit.SECONDS);
    }

    private JMeterProcess controller() {
        return controller(JMeterProcess.STRESS_PLAN);
    }

    private JMeterProcess controller(Path plan) {
        return new JMeterProcess(controllerFolder, plan)
                .with("server.rmi.ssl.disable", true)
                .option("-R", "127.0.0.1:" + port)
                .option("-Gworkers=3", "-Gramp_up_secs=0");
    }

    /** The size of a request tells what it has inherited. */
    @Test
    void shouldInheritOnAgentWhenThePlanHasMessageDefaults() throws Exception {
        Run run = controller(JMeterProcess.PROJECT.resolve("jmx-examples/terminal.jmx"))
                .option("-Gtest_duration_secs=2", "-Ghost=", "-Gport=")
                .run();

        assertThat(run.requests()).allMatch(Jtl.Sample::successful);
        assertThat(run.requests())
                .extracting(sample -> sample.label() + ", " + sample.sentBytes() + " bytes")
                .containsOnly("purchase, 179 bytes", "balance inquiry, 167 bytes", "echo test, 65 bytes");
    }

    @Test
    void shouldRunOnAgentWhenControllerSendsThePlan() throws Exception {
        // What -G sets stays in the agent, whichever test comes first.
        Run run = controller()
                .option("-Gtest_duration_secs=3", "-Ghost=", "-Gport=", "-Guse_tls=false")
                .run();

        assertThat(run.connects()).hasSize(3).allMatch(Jtl.Sample::successful);
        assertThat(run.requests()).isNotEmpty().allSatisfy(sample -> {
            assertThat(sample.code()).isEqualTo("00");
            assertThat(sample.bytes()).isEqualTo(187);
        });
        assertThat(run.connects()).allMatch(sample -> sample.bytes() == 0);
        String figures = "RunReport: 'purchase': " + run.requests().size() + " sent, ";
        Await.until("the agent tells its figures", () -> logged().contains(figures));
        assertThat(run.log()).doesNotContain("RunReport: ");
    }

    /** The controller's JTL has only code and message: JMeter strips the rest of failed samples. */
    @Test
    void shouldSayWhyInTheAgentsLogWhenItsSamplesFail() throws Exception {
        try (Started jmeter = controller()
                .with("jmeter.save.saveservice.output_format", "csv")
                .option("-Gtest_duration_secs=600", "-Ghost=127.0.0.1", "-Gport=1", "-Guse_tls=true")
                .option("-Gclient_cert_pfx=no-such.pfx")
                .start()) {
            jmeter.awaitEnd(LONGEST_SECONDS);

            String log = logged();
            assertThat(LoggedFailures.reasons(log))
                    .singleElement()
                    .satisfies(reason -> assertThat(reason.words())
                            .startsWith("A key store or trust store file does not exist. ")
                            .contains("no-such.pfx does not exist"));
            long failed = failedSamples(jmeter.jtl());
            assertThat(failed).isBetween(3L, 3L * 12);
            assertThat(LoggedFailures.counts(log))
                    .containsOnlyKeys("purchase KEY_STORE_MISSING")
                    .containsValue(failed);
            assertThat(log + Files.readString(jmeter.log())).doesNotContain(PASSWORD);
            assertThat(summary(jmeter.jtl(), agentLog))
                    .contains(failed + " x KEY_STORE_MISSING  A key store or trust store file does not exist\n")
                    .containsPattern("'purchase': .*no-such.pfx does not exist\n")
                    .contains("exit code 1");
        }
    }

    private String logged() {
        try {
            return Files.readString(agentLog);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long failedSamples(Path jtl) throws IOException {
        List<String> rows = Files.readAllLines(jtl);
        return rows.stream().filter(row -> row.contains(",KEY_STORE_MISSING,")).count();
    }

    /** What RunSummary prints. */
    private String summary(Path jtl, Path log) throws Exception {
        List<String> command = JMeterProcess.java();
        String jars = JMeterProcess.HOME.resolve("lib") + "/*" + File.pathSeparator
                + JMeterProcess.HOME.resolve("lib/ext") + "/*";
        command.addAll(
                List.of("-cp", jars, "io.github.isostress.jmeter.report.RunSummary", jtl.toString(), log.toString()));
        Path printed = controllerFolder.resolve("summary.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        return Files.readString(printed) + "exit code " + process.exitValue();
    }

    private Process start(Path folder) throws Exception {
        List<String> command = JMeterProcess.java();
        command.addAll(JMeterProcess.SHORT_LIVED);
        command.addAll(List.of(
                "-jar", JMeterProcess.HOME.resolve("bin/ApacheJMeter.jar").toString(), "-s"));
        Path secrets =
                Files.writeString(folder.resolve("secrets.properties"), "client_cert_password=" + PASSWORD + "\n");
        command.addAll(List.of("-q", secrets.toString()));
        command.addAll(List.of("-j", agentLog.toString(), "-Jserver_port=" + port, "-Jserver.rmi.ssl.disable=true"));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.txt").toFile())
                .start();
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(agentLog) || !Files.readString(agentLog).contains("Bound to RMI registry on port")) {
            assertThat(process.isAlive()).as("the agent lives").isTrue();
            assertThat(System.nanoTime()).as("the agent is ready in time").isLessThan(giveUp);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
