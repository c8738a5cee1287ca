package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.enough.ResultsSoFar;
import io.github.isostress.it.enough.Shutdown;
import io.github.isostress.it.install.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A headless run of the JMeter home that the build has assembled. */
public final class JMeterProcess {
    /** The project's folder. */
    public static final Path PROJECT =
            Path.of(System.getProperty("project.basedir", "")).toAbsolutePath();
    /** The JMeter that the build has assembled. */
    public static final Path HOME =
            Path.of(System.getProperty("jmeter.home", "target/jmeter")).toAbsolutePath();

    /** The plan of the demo. */
    public static final Path STRESS_PLAN = PROJECT.resolve("jmx-examples/stress.jmx");

    /** Java options for a run of seconds, in which optimised code would not pay for its compiler. */
    public static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final long LONGEST_SECONDS = 300;
    private static final String END_OF_RUN = "... end of run";
    private static final long GLANCE_MILLIS = 20;
    private static final List<String> MUCH = List.of(
            "response_data",
            "samplerData",
            "response_message",
            "data_type",
            "assertion_results_failure_message",
            "bytes",
            "sent_bytes",
            "thread_counts",
            "url",
            "connect_time",
            "idle_time");

    private final Path folder;
    private final Path plan;
    private Path home = HOME;
    private Jdk jdk = Jdk.ofJMeter();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final List<String> launcher = new ArrayList<>();
    private Path results;

    /**
     * Prepares a run.
     *
     * @param folder for its files
     */
    public JMeterProcess(Path folder, Path plan) {
        this.folder = folder;
        this.plan = plan;
        this.results = folder;
        with("jmeter.save.saveservice.output_format", "xml");
        with("jmeter.save.saveservice.response_data", "true");
        with("jmeter.save.saveservice.samplerData", "true");
        with("jmeterengine.nongui.maxport", "4545");
    }

    /** Sets a property, as {@code -J} does. */
    public JMeterProcess with(String property, Object value) {
        properties.put(property, String.valueOf(value));
        return this;
    }

    /** Runs another JMeter home than the build's. */
    public JMeterProcess home(Path other) {
        home = other;
        return this;
    }

    /** Runs on another Java than {@link Jdk#ofJMeter}. */
    public JMeterProcess on(Jdk other) {
        jdk = other;
        return this;
    }

    /** Adds an option of JMeter's command line. */
    public JMeterProcess option(String... words) {
        options.addAll(List.of(words));
        return this;
    }

    /** Adds an option of the Java command line. */
    public JMeterProcess java(String... words) {
        jvmOptions.addAll(List.of(words));
        return this;
    }

    /** Writes the results into another folder. */
    public JMeterProcess resultsIn(Path other) {
        results = other;
        return this;
    }

    /** Has another program start it, which gets the command line of Java as its last arguments. */
    public JMeterProcess under(String... words) {
        launcher.addAll(List.of(words));
        return this;
    }

    /** Writes the results as CSV, with the columns that {@link LoadResults} reads. */
    public JMeterProcess recordingLittle() {
        with("jmeter.save.saveservice.output_format", "csv");
        for (String column : MUCH) {
            with("jmeter.save.saveservice." + column, false);
        }
        return this;
    }

    /** The output of a run. */
    public record Run(int exitCode, String console, String log, List<Jtl.Sample> samples) {
        /** The samples of opened connections. */
        public List<Jtl.Sample> connects() {
            return samples.stream()
                    .filter(sample -> sample.label().endsWith(" connect"))
                    .toList();
        }

        /** All others. */
        public List<Jtl.Sample> requests() {
            return samples.stream()
                    .filter(sample -> !sample.label().endsWith(" connect"))
                    .toList();
        }
    }

    /**
     * A JMeter that runs.
     *
     * @param console what it prints
     */
    public record Started(Process process, Path jtl, Path log, Path console) implements AutoCloseable {
        /** Waits for it; no longer than that. */
        public void awaitEnd(long longestSeconds) throws Exception {
            if (!process.waitFor(longestSeconds, TimeUnit.SECONDS)) {
                throw new AssertionError(
                        "JMeter did not end in " + longestSeconds + " s:\n" + Files.readString(console));
            }
        }

        /** Waits until its run has ended and been told of; no longer than that. The process is there a second longer. */
        public void awaitEndOfRun(long longestSeconds) throws Exception {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(longestSeconds);
            while (!Files.readString(console).contains(END_OF_RUN)
                    && !process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                assertThat(System.nanoTime()).as(console.toString()).isLessThan(deadline);
            }
        }

        /** Waits until its results are enough, no longer than that, and has the test end: samples under way may end. */
        public void endWhen(Predicate<ResultsSoFar> enough, long longestSeconds) throws Exception {
            new Shutdown(process, jtl, console).when(enough, longestSeconds);
        }

        /** Ends it at once if it is still there: nobody writes into its folder any more. */
        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Runs to the end. */
    public Run run() throws Exception {
        return run(jmeter -> {});
    }

    /**
     * Runs an example plan until its results are enough, in place of a time in which a busy machine would hardly begin.
     * Where they never are, the test ends after {@value #LONGEST_SECONDS} seconds.
     */
    public Run runUntil(Predicate<ResultsSoFar> enough) throws Exception {
        with("test_duration_secs", LONGEST_SECONDS);
        return run(jmeter -> jmeter.endWhen(enough, 2 * LONGEST_SECONDS));
    }

    private Run run(Meanwhile meanwhile) throws Exception {
        jvmOptions.addAll(SHORT_LIVED);
        try (Started jmeter = start()) {
            meanwhile.watch(jmeter);
            jmeter.awaitEnd(LONGEST_SECONDS);
            return new Run(
                    jmeter.process().exitValue(),
                    Files.readString(jmeter.console()),
                    Files.readString(jmeter.log()),
                    Jtl.read(jmeter.jtl()));
        }
    }

    private interface Meanwhile {
        void watch(Started jmeter) throws Exception;
    }

    /** Starts without waiting. */
    public Started start() throws IOException {
        Path jtl = results.resolve("results.jtl");
        Path log = folder.resolve("jmeter.log");
        Path console = folder.resolve("console.txt");
        return new Started(start(command(jtl, log), console), jtl, log, console);
    }

    private List<String> command(Path jtl, Path log) {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(java(jdk));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", home.resolve("bin/ApacheJMeter.jar").toString(), "-n"));
        command.addAll(List.of("-t", plan.toString(), "-l", jtl.toString(), "-j", log.toString()));
        properties.forEach((name, value) -> command.add("-J" + name + "=" + value));
        command.addAll(options);
        return command;
    }

    /** The start of the command line; RMI needs the loopback name on both sides. */
    public static List<String> java() {
        return java(Jdk.ofJMeter());
    }

    private static List<String> java(Jdk jdk) {
        List<String> command = new ArrayList<>(
                List.of(jdk.tool("java").toString(), "-Xms64m", "-Xmx512m", "-Djava.rmi.server.hostname=127.0.0.1"));
        command.addAll(jdk.silencing());
        return command;
    }

    private Process start(List<String> command, Path console) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
    }
}
