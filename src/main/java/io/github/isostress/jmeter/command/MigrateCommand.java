package io.github.isostress.jmeter.command;

import io.github.isostress.jmeter.migration.Migration;
import io.github.isostress.jmeter.migration.MigrationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a plan of the plugin jmeter-iso8583 over. */
@Command(
        description = "Makes a plan of this plugin of one of jmeter-iso8583, and tells what could not be converted.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all of the plan was converted",
            "1:something of it could not be converted; the new plan is written",
            "2:nothing was written"
        })
final class MigrateCommand implements Callable<Integer> {
    private static final int INCOMPLETE = 1;

    @Parameters(index = "0", paramLabel = "OLD.jmx", description = "the plan of jmeter-iso8583; it is not changed")
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW.jmx", description = "the new plan")
    private Path target;

    @Option(names = "--force", description = "replace NEW.jmx if it is there")
    private boolean mayReplace;

    @Spec
    private CommandSpec command;

    @Mixin
    private HelpOption help;

    @Override
    public Integer call() throws IOException {
        JarCommands.requireJMeter();
        if (!Files.isRegularFile(old)) {
            throw new IllegalArgumentException("There is no file " + old);
        }
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder " + folder);
        }
        if (Files.exists(target) && !mayReplace) {
            throw new IllegalArgumentException(target + " is there already; --force replaces it");
        }
        MigrationReport report = Migration.migrate(old, target);
        command.commandLine().getOut().print(report.text());
        command.commandLine().getOut().println(target + " is the new plan.");
        return report.isComplete() ? 0 : INCOMPLETE;
    }
}
