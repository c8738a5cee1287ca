package io.github.isostress.docs;

import io.github.isostress.it.JMeterProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * A folder that looks like the project's after a build, in which commands of the pages are run: the reader's. What a
 * reader has in JMeter's {@code user.properties} keeps runs short; the commands stay as they are.
 */
final class CommandFolder implements AutoCloseable {
    private static final Set<DocumentedCommand> RUN = ConcurrentHashMap.newKeySet();
    private static final long LONGEST_SECONDS = 300;
    private static final String JMETER = "target/jmeter";
    private static final String PASSWORD = "a-password-of-the-reader";

    private final Path folder;
    private final Map<String, String> replaced = new LinkedHashMap<>();
    private final List<Process> started = new ArrayList<>();

    /**
     * Makes the folder.
     *
     * @param seconds how long a run of a plan is
     */
    CommandFolder(Path folder, int seconds) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (String part : List.of("jmx-examples", "lib-ext", "certs")) {
            Files.createSymbolicLink(folder.resolve(part), JMeterProcess.PROJECT.resolve(part));
        }
        FileUtils.copyDirectory(
                JMeterProcess.HOME.resolve("bin").toFile(),
                folder.resolve(JMETER).resolve("bin").toFile());
        Files.createSymbolicLink(folder.resolve(JMETER).resolve("lib"), JMeterProcess.HOME.resolve("lib"));
        Path settings = folder.resolve(JMETER).resolve("bin/user.properties");
        Files.writeString(settings, Files.readString(settings) + """

                test_duration_secs=%d
                ramp_up_secs=0
                connect_timeout_ms=60000
                jmeterengine.nongui.maxport=4545
                """.formatted(seconds));
    }

    /** Which commands were run so far, in any folder. */
    static Set<DocumentedCommand> run() {
        return EnumSet.copyOf(RUN);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Puts something in place of what a page writes. */
    CommandFolder replace(String written, Object real) {
        replaced.put(written, String.valueOf(real));
        return this;
    }

    CommandFolder with(String file, String content) throws IOException {
        Files.writeString(file(file), content);
        return this;
    }

    /** Runs a command to its end, and returns what it prints. It must succeed. */
    String run(DocumentedCommand command) throws Exception {
        Process process = start(command);
        awaitEnd(command, process);
        if (process.exitValue() != 0) {
            throw new AssertionError(command + " ended with " + process.exitValue() + ":\n" + console(command));
        }
        return console(command);
    }

    /** Runs a command to its end, which may be a verdict on figures that a busy machine does not hold. */
    String runWhateverItReturns(DocumentedCommand command) throws Exception {
        awaitEnd(command, start(command));
        return console(command);
    }

    private void awaitEnd(DocumentedCommand command, Process process) throws Exception {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(command + " did not end in " + LONGEST_SECONDS + " s:\n" + console(command));
        }
    }

    /** Ends a command by Ctrl+C, and returns what it has printed at its end. */
    String stop(DocumentedCommand command, Process process) throws Exception {
        ProcessHandle last = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .reduce((parent, child) -> child)
                .orElseThrow();
        // It ends as by Ctrl+C, which processes of a build in the background do not hear.
        last.destroy();
        awaitEnd(command, process);
        return console(command);
    }

    /** Starts a command that goes on until the folder is closed. */
    Process start(DocumentedCommand command) throws IOException {
        RUN.add(command);
        String text = command.text();
        for (Map.Entry<String, String> replacement : replaced.entrySet()) {
            text = text.replace(replacement.getKey(), replacement.getValue());
        }
        // In a session without a terminal, openssl reads the password that it asks for from its input.
        ProcessBuilder builder = new ProcessBuilder("setsid", "-w", "bash", "-ec", text)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(with("typed.txt", PASSWORD + "\n" + PASSWORD + "\n")
                        .file("typed.txt")
                        .toFile())
                .redirectOutput(file(command + ".txt").toFile());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx400m");
        builder.environment().put("ISO8583_KEYS_PASSWORD", PASSWORD);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** How many samples a JTL has, all of which must have succeeded. */
    long succeeded(String jtl) throws IOException {
        List<String> samples = samples(jtl);
        List<String> failed =
                samples.stream().filter(row -> !row.contains(",true,")).toList();
        if (!failed.isEmpty()) {
            throw new AssertionError(jtl + " has failures: " + failed.get(0));
        }
        return samples.size();
    }

    /** How many of them are purchases. */
    long purchases(String jtl) throws IOException {
        succeeded(jtl);
        return samples(jtl).stream().filter(row -> row.contains(",purchase,")).count();
    }

    private List<String> samples(String jtl) throws IOException {
        List<String> rows = Files.readAllLines(file(jtl));
        return rows.subList(1, rows.size());
    }

    String console(DocumentedCommand command) throws IOException {
        return Files.readString(file(command + ".txt"));
    }

    @Override
    public void close() {
        for (Process process : started) {
            List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(ended -> ended.onExit().join());
        }
    }
}
