package io.github.isostress.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A Java process of the bench, which obeys {@link Commands} line by line and blocks on its standard input meanwhile.
 * What it prints besides is in a file of its name. For one thread.
 */
public final class Child implements AutoCloseable {
    private static final long LONGEST_SECONDS = 120;

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /**
     * Starts a process.
     *
     * @param name tells it from the others
     * @param main has the main method
     * @param options of the JVM
     * @param arguments of the main method
     */
    public static Child start(String name, Class<?> main, List<String> options, List<String> arguments)
            throws IOException {
        Path folder = Files.createDirectories(Installation.RESULTS.resolve("logs"));
        List<String> command = Installation.command(options);
        command.add(1, "-Djmeter.logfile=" + folder.resolve(name + "-jmeter.log"));
        command.add(main.getName());
        command.addAll(arguments);
        return new Child(
                name,
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(folder.resolve(name + ".txt").toFile())
                        .start());
    }

    /**
     * Tells the process what to do and waits until it is done.
     *
     * @return its answer
     * @throws IllegalStateException if it fails, ends, or takes longer than two minutes
     */
    public CommandLine ask(CommandLine command) {
        commands.println(command);
        String line = answer(command);
        if (line == null || line.startsWith(Commands.FAILURE)) {
            throw new IllegalStateException("'" + name + "' on '" + command + "': "
                    + (line == null ? "it has ended" : line.substring(Commands.FAILURE.length())) + ", see "
                    + Installation.RESULTS.resolve("logs"));
        }
        return CommandLine.parse(line);
    }

    private String answer(CommandLine command) {
        try {
            return CompletableFuture.supplyAsync(this::readLine).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            close();
            throw new IllegalStateException("'" + name + "' did not answer '" + command + "'", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("'" + name + "' on '" + command + "'", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next answer; log4j has something to say on standard output before anything of ours runs. */
    private String readLine() {
        try {
            String line = answers.readLine();
            while (line != null && !line.startsWith(Commands.ANSWER) && !line.startsWith(Commands.FAILURE)) {
                line = answers.readLine();
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
