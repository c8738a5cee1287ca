package io.github.isostress.jmeter.command;

import io.github.isostress.jmeter.setting.JMeterExpressions;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.TemplateProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts load on a host without a plan, or writes the plan for it. */
@Command(
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Puts load on a host, without a plan.",
        footerHeading = "%nExit code: 0 all gates held; 1 a gate failed, or no request succeeded;"
                + " 2 an argument is wrong, there was no test, or its results could not be written.%n",
        footer = "Ctrl+C stops the test, and shows its figures.")
final class RunCommand implements Callable<Integer> {
    /** Before those that every command has. */
    private static final int FIRST = -100;

    private final Optional<Path> jmeter;
    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Option(
            names = {"-config", "--config"},
            order = FIRST,
            paramLabel = "FILE",
            description =
                    "a JSON file of these keys, with _ in place of -, as {\"host\": \"10.1.2.3\", \"port\": 5000};"
                            + " where both are given, the option counts")
    private Path config;

    @Option(
            names = "--out",
            order = FIRST + 1,
            paramLabel = "FOLDER",
            description = "for the results (iso-stress-<date>-<time>)")
    private Path folder;

    @Option(
            names = "--plan",
            order = FIRST + 2,
            paramLabel = "FILE",
            description = "writes a plan for JMeter there, and runs nothing")
    private Path plan;

    private RunCommand(Optional<Path> jmeter, PrintStream out, PrintStream err) {
        this.jmeter = jmeter;
        this.out = out;
        this.err = err;
    }

    /**
     * The command, with an option for each key.
     *
     * @param jmeter the JMeter that runs the plan; empty if there is none
     */
    static CommandLine of(Optional<Path> jmeter, PrintStream out, PrintStream err) {
        CommandLine line = new CommandLine(new RunCommand(jmeter, out, err));
        for (RunKey key : RunKey.values()) {
            line.getCommandSpec().addOption(option(key));
        }
        return line;
    }

    private static OptionSpec option(RunKey key) {
        OptionSpec.Builder option = OptionSpec.builder(key.option())
                .type(String.class)
                .order(FIRST + 3 + key.ordinal())
                .description(
                        key.meaning().replace("%", "%%") + (key.usual().isEmpty() ? "" : " (" + key.usual() + ")"));
        return switch (key.kind()) {
            case SWITCH ->
                option.arity("0..1")
                        .fallbackValue("true")
                        .paramLabel("true|false")
                        .build();
            case SECRET ->
                option.arity("0..1")
                        .fallbackValue("")
                        .paramLabel("@FILE|env:NAME")
                        .build();
            case FILE -> option.paramLabel("FILE").build();
            default -> option.paramLabel("VALUE").build();
        };
    }

    /** The exit code. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = jmeter.orElseThrow(() -> new IllegalArgumentException(InstalledJMeter.NONE));
        // JMeter and its elements say there what they log, too; what is for the user comes from here.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        EngineRun.loadProperties(home);
        RunSettings settings = settings();
        requireTemplate(settings);
        return plan == null
                ? new RunFolder(Optional.ofNullable(folder), out, err).run(home, settings)
                : writePlan(settings);
    }

    private RunSettings settings() {
        GivenKeys given = new GivenKeys();
        if (config != null) {
            given.takeFile(config);
        }
        for (RunKey key : RunKey.values()) {
            String value = spec.commandLine().getParseResult().matchedOptionValue(key.option(), null);
            if (value != null) {
                given.takeOption(
                        key,
                        key.kind() == RunKey.Kind.SECRET
                                ? Secret.found(key.option(), value, System.getenv(), System.console())
                                : value);
            }
        }
        RunSettings settings = given.checked();
        given.remarks().forEach(err::println);
        return settings;
    }

    /** A template is compiled here, since a run tells what is wrong with it by each request that it does not send. */
    private static void requireTemplate(RunSettings settings) throws IOException {
        Optional<Path> template = settings.given(RunKey.TEMPLATE).map(Path::of);
        if (template.isPresent()) {
            Optional<TemplateProblem> problem = MessageTemplate.problems(
                            text(template.get()),
                            Packagers.find(settings.value(RunKey.PACKAGER), Path::of),
                            JMeterExpressions.INSTANCE)
                    .stream()
                    .findFirst();
            if (problem.isPresent()) {
                throw new IllegalArgumentException(
                        template.get().getFileName() + ": " + problem.get().sentence());
            }
        }
    }

    private static String text(Path template) throws IOException {
        try {
            return Files.readString(template);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(template.getFileName() + ": it is no text in UTF-8", e);
        }
    }

    private int writePlan(RunSettings settings) throws IOException {
        if (Files.exists(plan)) {
            throw new IllegalArgumentException("--plan: " + plan + " exists already");
        }
        Files.writeString(plan, WrittenPlan.of(settings, plan.resolveSibling("certs")));
        out.println("Wrote " + plan + ", for JMeter's window or jmeter -n -t " + plan + " -l results.jtl");
        if (settings.given(RunKey.CLIENT_CERT_PASSWORD).isPresent()) {
            out.println("The password is not in it: JMeter takes it as the property client_cert_password,"
                    + " in a file that you name with -q.");
        }
        return 0;
    }
}
