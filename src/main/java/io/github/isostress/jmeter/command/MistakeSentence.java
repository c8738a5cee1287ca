package io.github.isostress.jmeter.command;

import io.github.isostress.message.packager.NearNames;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells of a mistake in one sentence, as picocli's handlers do in many. Stateless. */
final class MistakeSentence {
    /** The exit code of a command that could not do its work. */
    static final int CODE = 2;

    private MistakeSentence() {}

    /** Of arguments that cannot be read. */
    static int inArguments(ParameterException mistake, String... arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(
                mistake instanceof UnmatchedArgumentException unmatched ? unknown(unmatched) : mistake.getMessage());
        err.println(command.getCommandSpec().qualifiedName() + " --help tells how to use this.");
        return CODE;
    }

    private static String unknown(UnmatchedArgumentException mistake) {
        String name = mistake.getUnmatched().get(0).replaceFirst("=.*", "");
        CommandSpec command = mistake.getCommandLine().getCommandSpec();
        if (name.startsWith("-")) {
            return name + " is no option"
                    + NearNames.didYouMean(name, command.optionsMap().keySet());
        }
        return command.subcommands().isEmpty()
                ? "'" + name + "' is no option, and belongs to none"
                : "'" + name + "' is no command"
                        + NearNames.didYouMean(name, command.subcommands().keySet());
    }

    /**
     * Of what a command found while it worked.
     *
     * @throws Exception that has no sentence for the user
     */
    static int inWork(Exception mistake, CommandLine command, ParseResult parsed) throws Exception {
        if (!(mistake instanceof IllegalArgumentException || mistake instanceof IOException)) {
            throw mistake;
        }
        command.getErr()
                .println(mistake instanceof IOException trouble ? FileTrouble.sentence(trouble) : mistake.getMessage());
        return CODE;
    }
}
