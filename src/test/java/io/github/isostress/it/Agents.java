package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import io.github.isostress.support.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Remote agents on this machine. Their logs are read from where they were when a test began. Used by one thread. */
final class Agents implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(300);

    private final List<Agent> agents = new ArrayList<>();

    /** One of them. */
    private static final class Agent {
        private final int port;
        private final Path log;
        private final Process process;
        private int read;

        Agent(Path folder, Path secrets) throws IOException {
            port = Ports.free();
            log = folder.resolve("agent.log");
            List<String> command = JMeterProcess.java();
            command.addAll(JMeterProcess.SHORT_LIVED);
            command.addAll(List.of(
                    "-jar", JMeterProcess.HOME.resolve("bin/ApacheJMeter.jar").toString(), "-s"));
            command.addAll(List.of("-q", secrets.toString(), "-j", log.toString()));
            command.addAll(List.of("-Jserver_port=" + port, "-Jserver.rmi.ssl.disable=true"));
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("console.txt").toFile())
                    .start();
        }

        String whole() {
            try {
                return Files.exists(log) ? Files.readString(log) : "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isReady() {
            assertThat(process.isAlive()).as("the agent lives").isTrue();
            return whole().contains("Bound to RMI registry on port");
        }
    }

    /**
     * Starts them and waits until all are ready.
     *
     * @param folder each gets a folder in it
     * @param secrets the text of a file of properties, which each of them is given
     */
    Agents(Path folder, int count, String secrets) throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.properties"), secrets);
        for (int number = 1; number <= count; number++) {
            agents.add(new Agent(Files.createDirectory(folder.resolve("agent" + number)), file));
        }
        agents.forEach(agent -> Await.until(LONGEST_START, "the agent is ready", agent::isReady));
    }

    /** What the controller is to call them, in the order of their numbers. */
    List<String> hosts() {
        return agents.stream().map(agent -> "127.0.0.1:" + agent.port).toList();
    }

    /** Forgets what they have logged until now. */
    void forgetLogs() {
        agents.forEach(agent -> agent.read = agent.whole().length());
    }

    /** What each of them has logged since then. */
    List<String> logs() {
        return agents.stream().map(agent -> agent.whole().substring(agent.read)).toList();
    }

    /** What all of them have logged since then. */
    String allLogs() {
        return logs().stream().collect(Collectors.joining());
    }

    @Override
    public void close() {
        agents.forEach(agent -> agent.process.destroy());
        for (Agent agent : agents) {
            try {
                agent.process.waitFor(10, TimeUnit.SECONDS);
                agent.process.destroyForcibly().onExit().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
