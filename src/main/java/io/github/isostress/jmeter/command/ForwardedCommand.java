package io.github.isostress.jmeter.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** A command that is a main class, too: it reads its own arguments, has its own {@code --help}, and exits by itself. */
@Command
final class ForwardedCommand implements Callable<Integer> {
    /** As each of them has it. */
    static final String HELP = "--help";

    private final Main main;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    ForwardedCommand(Main main) {
        this.main = main;
    }

    /** Gives it all its arguments, in the one form that it reads. */
    @Override
    public Integer call() throws Exception {
        main.run(arguments.stream().flatMap(ForwardedCommand::words).toArray(String[]::new));
        return 0;
    }

    /** {@code --port=5000} is written {@code --port 5000} there, and {@code -h} is {@code --help}. */
    private static Stream<String> words(String argument) {
        if (argument.equals("-h")) {
            return Stream.of(HELP);
        }
        return argument.startsWith("--") ? Stream.of(argument.split("=", 2)) : Stream.of(argument);
    }

    /** The main method. */
    @FunctionalInterface
    interface Main {
        /** Runs it to its end; may end the JVM. */
        void run(String... arguments) throws Exception;
    }
}
