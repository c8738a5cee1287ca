package io.github.isostress.jmeter.command;

import io.github.isostress.crypto.keyfile.KeyFileMain;
import io.github.isostress.host.HostMain;
import io.github.isostress.jmeter.report.RunSummary;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The commands of the plugin's jar, and how one of them is chosen. */
@Command(
        name = JarCommands.JAR,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Puts ISO 8583 load on a host, and what belongs to that.",
        footer = {
            "",
            "COMMAND --help tells about a command.",
            "Options of the host without a command start it: --port 5000 is host --port 5000."
        })
public final class JarCommands {
    /** How the jar is called in help texts. */
    static final String JAR = "java -jar jmeter-iso-stress.jar";

    private static final int WIDTH = 100;
    /** That of the longest, so that all descriptions begin below one another. */
    private static final int WIDTH_OF_OPTIONS = 43;

    private static final String RUN = "run";
    private static final String HOST = "host";
    private static final String CONFIG = "--?config(=.*)?";

    @Option(
            names = InstalledJMeter.OPTION,
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "the JMeter to work with, if not the one in whose lib/ext this jar lies, or that of "
                    + InstalledJMeter.VARIABLE)
    private Path jmeter;

    @Mixin
    private HelpOption help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "the versions of the plugin and of Java")
    private boolean isVersionAsked;

    private JarCommands() {}

    /**
     * Runs a command.
     *
     * @param arguments the command and its own
     * @param jmeter the folder of the JMeter whose classes are here; empty if there is none
     * @return the exit code: 2 after one sentence about a mistake in the arguments, else the command's
     */
    public static int run(List<String> arguments, Optional<Path> jmeter, PrintStream out, PrintStream err) {
        CommandLine line = new CommandLine(new JarCommands())
                .addSubcommand(RUN, RunCommand.of(jmeter, out, err))
                .addSubcommand(
                        HOST,
                        forwarded(
                                HostMain::main,
                                HostMain.usage(),
                                "Starts a host to test against, with faults on demand."))
                .addSubcommand(
                        "summary",
                        forwarded(
                                JarCommands::summary, RunSummary.usage(), "Prints the figures of a run from its JTL."))
                .addSubcommand("certificates", new CertificatesCommand())
                .addSubcommand("migrate", new MigrateCommand())
                .addSubcommand(
                        "keys",
                        forwarded(KeyFileMain::main, KeyFileMain.usage(), "Enciphers or checks a file of keys."))
                .setExpandAtFiles(false)
                .setUsageHelpWidth(WIDTH)
                .setUsageHelpLongOptionsMaxWidth(WIDTH_OF_OPTIONS)
                .setParameterExceptionHandler(MistakeSentence::inArguments)
                .setExecutionExceptionHandler(MistakeSentence::inWork);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(withCommand(arguments).toArray(String[]::new));
    }

    private static void summary(String... arguments) {
        requireJMeter();
        RunSummary.main(arguments);
    }

    /**
     * For a command that works with JMeter's classes.
     *
     * @throws IllegalArgumentException with the cure if there are none
     */
    static void requireJMeter() {
        if (!InstalledJMeter.isIn(JarCommands.class.getClassLoader())) {
            throw new IllegalArgumentException(InstalledJMeter.NONE);
        }
    }

    private static CommandLine forwarded(ForwardedCommand.Main main, String usage, String description) {
        CommandLine line = new CommandLine(new ForwardedCommand(main, usage));
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    /** Options alone are those of the host, which the jar started before there were commands, or name a run's file. */
    private static List<String> withCommand(List<String> arguments) {
        if (arguments.isEmpty()) {
            return List.of("--help");
        }
        String first = arguments.get(0);
        if (HostMain.isOption(first.split("=", 2)[0])) {
            return after(HOST, arguments.stream());
        }
        if (first.matches(CONFIG)) {
            return after(RUN, arguments.stream().map(JarCommands::asOption));
        }
        return first.equals(RUN) ? arguments.stream().map(JarCommands::asOption).toList() : arguments;
    }

    private static List<String> after(String command, Stream<String> arguments) {
        return Stream.concat(Stream.of(command), arguments).toList();
    }

    /** A key may be written as in the file. */
    private static String asOption(String argument) {
        int end = argument.indexOf('=') < 0 ? argument.length() : argument.indexOf('=');
        return argument.startsWith("--")
                ? argument.substring(0, end).replace('_', '-') + argument.substring(end)
                : argument;
    }
}
