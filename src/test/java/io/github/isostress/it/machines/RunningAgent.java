package io.github.isostress.it.machines;

import io.github.isostress.it.JMeterProcess;
import io.github.isostress.support.Await;
import io.github.isostress.support.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A remote agent of its own JVM on this machine, without TLS for RMI. */
final class RunningAgent implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(300);

    private final Path log;
    private final int port = Ports.free();
    private final Process process;

    /**
     * Starts it; {@link #awaitReady} waits until it is there.
     *
     * @param home the JMeter that it runs
     * @param options of JMeter's command line
     */
    RunningAgent(Path folder, Path home, String... options) throws IOException {
        Files.createDirectories(folder);
        log = folder.resolve("agent.log");
        List<String> command = new ArrayList<>(JMeterProcess.java());
        command.addAll(List.of("-jar", home.resolve("bin/ApacheJMeter.jar").toString(), "-s", "-j", log.toString()));
        command.addAll(List.of("-Jserver_port=" + port, "-Jserver.rmi.ssl.disable=true"));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.txt").toFile())
                .start();
    }

    /** Waits until a controller can start a test on it. */
    RunningAgent awaitReady() {
        Await.until(LONGEST_START, "the agent is ready", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the agent has ended with " + process.exitValue());
            }
            return log().contains("Bound to RMI registry on port");
        });
        return this;
    }

    /** As its controller names it. */
    String name() {
        return "127.0.0.1:" + port;
    }

    /** What it has written to its log. */
    String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as the kernel does that has no memory left. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
