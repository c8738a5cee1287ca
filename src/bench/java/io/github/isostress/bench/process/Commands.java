package io.github.isostress.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The side of a {@link Child} that obeys: one line on standard input is a command, one line on standard output its
 * answer. The process ends with its standard input, so that none outlives the bench.
 */
public final class Commands {
    static final String ANSWER = "answer";
    static final String FAILURE = "failure ";

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final PrintStream answers = System.out;

    /** What a process can be told to do. */
    @FunctionalInterface
    public interface Command {
        /**
         * Does it.
         *
         * @param told the command's values
         * @return the answer's values
         */
        CommandLine run(CommandLine told) throws Exception;
    }

    /** No command as yet. From here on, what others print goes to standard error. */
    public Commands() {
        System.setOut(System.err);
    }

    /** Adds a command. */
    public Commands on(String name, Command command) {
        commands.put(name, command);
        return this;
    }

    /** An answer without values as yet. */
    public static CommandLine answer() {
        return CommandLine.of(ANSWER);
    }

    /** Obeys until standard input ends, and ends the process then. */
    public void obey() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answers.println(obey(CommandLine.parse(line)));
                answers.flush();
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private String obey(CommandLine told) {
        Command command = commands.get(told.name());
        if (command == null) {
            return FAILURE + "no command '" + told.name() + "', only " + commands.keySet();
        }
        try {
            return command.run(told).toString();
        } catch (Exception e) {
            e.printStackTrace();
            return FAILURE + e;
        }
    }
}
