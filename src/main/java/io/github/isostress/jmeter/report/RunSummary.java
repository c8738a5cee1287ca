package io.github.isostress.jmeter.report;

import io.github.isostress.health.gate.Gates;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.jmeter.MissingJar;
import io.github.isostress.jmeter.record.RunRecordFile;
import io.github.isostress.jmeter.report.jtl.FailureReasons;
import io.github.isostress.jmeter.report.page.ReportPage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prints the figures of a finished run from its JTL (CSV with a header line), and says whether its gates held. */
public final class RunSummary {
    private static final int GOOD = 0;
    private static final int FAILED = 1;
    private static final int UNREADABLE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Optional<RunRecord> known;

    /** A summary for these streams. */
    RunSummary(PrintStream out, PrintStream err) {
        this(out, err, Optional.empty());
    }

    private RunSummary(PrintStream out, PrintStream err, Optional<RunRecord> known) {
        this.out = out;
        this.err = err;
        this.known = known;
    }

    /**
     * Prints the figures.
     *
     * @param arguments {@code --help} tells them, and the exit codes
     */
    public static void main(String[] arguments) {
        int code = new RunSummary(System.out, System.err).run(List.of(arguments));
        if (code != GOOD) {
            System.exit(code);
        }
    }

    /**
     * Prints the figures, as {@link #main} does.
     *
     * @return the exit code
     */
    public static int print(List<String> arguments, PrintStream out, PrintStream err) {
        return print(arguments, Optional.empty(), out, err);
    }

    /**
     * Prints the figures, as {@link #main} does.
     *
     * @param known what the run knows of itself, so that its verdict and its gates count where it could not write them;
     *     empty if only the file beside the JTL can tell
     * @return the exit code
     */
    public static int print(List<String> arguments, Optional<RunRecord> known, PrintStream out, PrintStream err) {
        return new RunSummary(out, err, known).run(arguments);
    }

    /** What {@code --help} prints. */
    public static String usage() {
        return SummaryOptions.USAGE;
    }

    /** The exit code. */
    int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.print(usage());
            return GOOD;
        }
        try {
            return summed(SummaryOptions.parse(arguments));
        } catch (NoSuchFileException e) {
            return cannot(e.getMessage() + ": there is no such file, or no such folder");
        } catch (IOException e) {
            // The message of some of them is the name of the file alone.
            return cannot(e.getMessage()
                    + (e.getClass() == IOException.class
                            ? ""
                            : " (" + e.getClass().getSimpleName() + ")"));
        } catch (IllegalArgumentException e) {
            return cannot(e.getMessage());
        } catch (LinkageError e) {
            return cannot("The figures cannot be made: " + MissingJar.sentence(e));
        }
    }

    private int cannot(String sentence) {
        err.println(sentence);
        err.println("--help tells how to use this.");
        return UNREADABLE;
    }

    private int summed(SummaryOptions options) throws IOException {
        FailureReasons reasons = reasons(options.logs());
        Optional<RunRecord> record = known.isPresent() ? known : RunRecordFile.read(options.jtl());
        FinishedRun run = FinishedRun.read(options.jtl(), record, reasons, Gates.parse(options.gates()));
        run.remark().ifPresent(err::println);
        if (options.junit().isPresent()) {
            JUnitXml.write(
                    run, options.jtl().getFileName().toString(), options.junit().get());
        }
        if (options.page().isPresent()) {
            ReportPage.write(
                    options.jtl(),
                    run.run(),
                    run.gates(),
                    reasons,
                    options.page().get());
        }
        print(run, options);
        if (!run.least().held()) {
            err.println("No request succeeded, and none was answered.");
        }
        return run.passes() ? GOOD : FAILED;
    }

    private void print(FinishedRun run, SummaryOptions options) {
        if (options.asJson()) {
            out.println(SummaryJson.of(run));
            return;
        }
        out.println();
        out.print(run.text());
        SummaryText files = new SummaryText();
        options.page().ifPresent(page -> files.line("Report", "%s", page.toAbsolutePath()));
        options.shown().forEach(report -> files.line("Report", "%s", report.toAbsolutePath()));
        out.print(files);
        out.println();
    }

    /** The reasons in these logs. A log that cannot be read is reported and left out. */
    FailureReasons reasons(List<Path> logs) {
        FailureReasons reasons = new FailureReasons();
        for (Path log : logs) {
            try {
                if (Files.exists(log)) {
                    reasons.read(log);
                }
            } catch (IOException e) {
                err.println(log + " cannot be read: " + e.getMessage());
            }
        }
        return reasons;
    }
}
