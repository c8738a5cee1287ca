package io.github.isostress.jmeter.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** A command that is a main class, too: it reads its own arguments, has its own help text, and exits by itself. */
@Command
final class ForwardedCommand implements Callable<Integer> {
    private final Main main;
    private final String usage;

    @Spec
    private CommandSpec command;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    ForwardedCommand(Main main, String usage) {
        this.main = main;
        this.usage = usage;
    }

    /** Gives it all its arguments, in the one form that it reads. */
    @Override
    public Integer call() throws Exception {
        if (!Collections.disjoint(arguments, CommandHelp.ASKED)) {
            command.commandLine().getOut().print(usage);
            command.commandLine().getOut().flush();
            return 0;
        }
        main.run(arguments.stream().flatMap(ForwardedCommand::words).toArray(String[]::new));
        return 0;
    }

    /** {@code --port=5000} is written {@code --port 5000} there. */
    private static Stream<String> words(String argument) {
        return argument.startsWith("--") ? Stream.of(argument.split("=", 2)) : Stream.of(argument);
    }

    /** The main method. */
    @FunctionalInterface
    interface Main {
        /** Runs it to its end; may end the JVM. */
        void run(String... arguments) throws Exception;
    }
}
