package io.github.isostress.jmeter.command;

import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.ValidityRule;
import io.github.isostress.jmeter.report.RunSummary;
import io.github.isostress.jmeter.report.page.ReportPage;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The results of a run in its folder, and whether all of them could be written. For one thread. */
final class LeftResults {
    private static final int INCOMPLETE = 2;

    private final Path results;
    private final Path log;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * The results of a run that has ended.
     *
     * @param results the JTL; the other files lie beside it
     */
    LeftResults(Path results, Path log, PrintStream out, PrintStream err) {
        this.results = results;
        this.log = log;
        this.out = out;
        this.err = err;
    }

    /**
     * Prints figures, verdict and gates. What the run knows of itself counts, also where a full disk has kept it from
     * writing that down.
     *
     * @return the exit code of the summary, or 2 if results are missing in the files
     */
    int summed(Optional<RunRecord> run) {
        List<String> arguments = new ArrayList<>(List.of(results.toString(), log.toString()));
        Path page = results.resolveSibling(ReportPage.FILE_NAME);
        if (Files.isRegularFile(page)) {
            arguments.add(page.toString());
        }
        int code = RunSummary.print(arguments, run, out, err);
        out.println("Results are in " + results.getParent());
        return run.filter(this::isIncomplete).isPresent() ? INCOMPLETE : code;
    }

    private boolean isIncomplete(RunRecord run) {
        boolean isRecorded = Files.isRegularFile(results.resolveSibling(RunRecord.FILE_NAME));
        if (!isRecorded) {
            err.println(RunRecord.FILE_NAME + " could not be written there: is the disk full?");
        }
        return !isRecorded
                || run.verdict().stream()
                        .flatMap(verdict -> verdict.reasons().stream())
                        .anyMatch(reason -> reason.rule() == ValidityRule.RESULT_FILE);
    }
}
