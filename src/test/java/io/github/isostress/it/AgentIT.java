package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess.Run;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flagship plan on a remote agent: elements travel by Java serialisation, samples come back over RMI. */
class AgentIT {
    @TempDir
    Path controllerFolder;

    @TempDir
    Path agentFolder;

    @Test
    void shouldRunOnAgentWhenControllerSendsThePlan() throws Exception {
        int port = freePort();
        Process agent = startAgent(port);
        try {
            Run run = new JMeterProcess(controllerFolder, JMeterProcess.STRESS_PLAN)
                    .with("server.rmi.ssl.disable", true)
                    .option("-R", "127.0.0.1:" + port)
                    .option("-Gworkers=3", "-Gtest_duration_secs=3", "-Gramp_up_secs=0")
                    .run();

            assertThat(run.connects()).hasSize(3).allMatch(Jtl.Sample::successful);
            assertThat(run.requests()).isNotEmpty().allSatisfy(sample -> {
                assertThat(sample.code()).isEqualTo("00");
                assertThat(sample.bytes()).isEqualTo(187);
            });
            assertThat(run.connects()).allMatch(sample -> sample.bytes() == 0);
        } finally {
            agent.destroy();
            agent.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Process startAgent(int port) throws Exception {
        Path log = agentFolder.resolve("agent.log");
        List<String> command = JMeterProcess.java();
        command.addAll(JMeterProcess.SHORT_LIVED);
        command.addAll(List.of(
                "-jar", JMeterProcess.HOME.resolve("bin/ApacheJMeter.jar").toString(), "-s"));
        command.addAll(List.of("-j", log.toString(), "-Jserver_port=" + port, "-Jserver.rmi.ssl.disable=true"));
        Process agent = new ProcessBuilder(command)
                .directory(agentFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(agentFolder.resolve("console.txt").toFile())
                .start();
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(log) || !Files.readString(log).contains("Bound to RMI registry on port")) {
            assertThat(agent.isAlive()).as("the agent lives").isTrue();
            assertThat(System.nanoTime()).as("the agent is ready in time").isLessThan(giveUp);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return agent;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
