package io.github.isostress.it.command;

import io.github.isostress.it.JMeterProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The plugin's jar, run from a command line as its users do, out of the JMeter that the build has assembled. */
final class CommandProcess implements AutoCloseable {
    private static final long LONGEST_SECONDS = 300;

    private final Process process;
    private final Path console;
    private final Path temporary;

    /**
     * Starts it.
     *
     * @param folder in which it runs, and prints to {@code console.txt}
     */
    CommandProcess(Path folder, String... arguments) throws IOException {
        console = folder.resolve("console.txt");
        temporary = Files.createDirectories(folder.resolve("temporary"));
        List<String> command = JMeterProcess.java();
        command.addAll(JMeterProcess.SHORT_LIVED);
        command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-jar", jar().toString()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(JMeterProcess.HOME.resolve("lib/ext"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("jmeter-iso-stress-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What everybody on the machine can read of it. */
    String commandLine() {
        return process.info().commandLine().orElse("");
    }

    /** Asks it to end, as Ctrl+C does. */
    void interrupt() {
        process.toHandle().destroy();
    }

    /** Waits for it and gives its exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("did not end in " + LONGEST_SECONDS + " s:\n" + printed());
        }
        return process.exitValue();
    }

    /** What it has printed. */
    String printed() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own folder for temporary files. */
    Path temporary() {
        return temporary;
    }

    /** Ends it at once if it is still there. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
