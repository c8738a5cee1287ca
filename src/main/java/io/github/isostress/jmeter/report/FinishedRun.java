package io.github.isostress.jmeter.report;

import io.github.isostress.health.gate.GateResult;
import io.github.isostress.health.gate.Gates;
import io.github.isostress.health.record.RecordedAgent;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.jmeter.report.jtl.FailureReasons;
import io.github.isostress.jmeter.report.jtl.JtlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run that is over: the figures of its JTL, what it knew of itself, and whether it has passed its gates. Used by one
 * thread.
 *
 * @param figures of the JTL, and the times that agents have measured
 * @param remark what is to be said about the JTL, such as that its end is missing
 * @param run what the run has recorded beside it; empty if there is nothing
 * @param gates whether each held
 */
record FinishedRun(JtlFigures figures, Optional<String> remark, Optional<RunRecord> run, List<GateResult> gates) {
    /** What a run must do if nothing else is demanded of it. */
    static final String A_REQUEST_SUCCEEDED = "a request succeeded";

    private static final String NO_RECORD =
            "not known: the run's " + RunRecord.FILE_NAME + " is not beside the results";
    private static final String NO_REPORT = "not known: agents made the load, and none has reported";

    /**
     * Reads a JTL, and checks the gates of its run and more. A record that is of another run is left out, and
     * the remark says so.
     *
     * @param beside what the run has recorded, beside the JTL for one
     * @param more gates besides those of the run
     * @throws IOException if the JTL cannot be read
     * @throws IllegalArgumentException with one clear sentence if the JTL or a gate cannot be read
     */
    static FinishedRun read(Path jtl, Optional<RunRecord> beside, FailureReasons reasons, Gates more)
            throws IOException {
        List<String> faults = gatesOf(beside).and(more).faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        JtlFigures figures = new JtlFigures(reasons);
        Optional<String> remark = read(jtl, figures);
        Optional<RunRecord> run = beside.filter(figures::mayBeOf);
        run.ifPresent(reasons::add);
        figures.take(run);
        return new FinishedRun(
                figures,
                joined(remark, beside.filter(record -> run.isEmpty()).map(FinishedRun::ofAnotherRun)),
                run,
                gatesOf(run).and(more).check(figures.inGates()));
    }

    private static String ofAnotherRun(RunRecord record) {
        return RunRecord.FILE_NAME + " beside the JTL is of another run, which began at "
                + Instant.ofEpochMilli(record.beganMillis()).truncatedTo(ChronoUnit.SECONDS)
                + ": what this one said of itself is not known.";
    }

    private static Optional<String> joined(Optional<String> one, Optional<String> other) {
        return Stream.of(one, other).flatMap(Optional::stream).reduce((first, second) -> first + " " + second);
    }

    private static Optional<String> read(Path jtl, JtlFigures figures) throws IOException {
        try {
            return JtlReader.read(jtl, figures::add).remark();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(jtl + " is no CSV JTL with a header line: " + e.getMessage(), e);
        }
    }

    private static Gates gatesOf(Optional<RunRecord> run) {
        return Gates.parse(run.stream()
                .flatMap(record -> record.gates().stream())
                .map(GateResult::gate)
                .collect(Collectors.joining("\n")));
    }

    /** Whether a request succeeded or was answered, which is the least that a run must do. */
    GateResult least() {
        long succeeded = figures.succeeded();
        return new GateResult(
                A_REQUEST_SUCCEEDED, succeeded > 0, succeeded > 0 ? SummaryText.words("%,d", succeeded) : "none did");
    }

    /** Whether it did the least, and every gate held. */
    boolean passes() {
        return least().held() && gates.stream().allMatch(GateResult::held);
    }

    /** What the run said of itself. */
    Optional<RunVerdict> verdict() {
        return run.flatMap(RunRecord::verdict);
    }

    /** The remote agents that made its load; none if there were none. */
    List<RecordedAgent> agents() {
        return run.map(RunRecord::agents).orElse(List.of());
    }

    /** The summary as it is printed. */
    String text() {
        SummaryText text = new SummaryText();
        verdict()
                .map(RunVerdict::lines)
                .orElse(List.of(run.isPresent() ? NO_REPORT : NO_RECORD))
                .forEach(line -> text.line("Verdict", "%s", line));
        agents().forEach(agent -> text.line("Agent", "%s", agent.line()));
        figures.tell(text);
        gates.forEach(gate -> text.line("Gate", "%s", gate.inWords()));
        return text.toString();
    }
}
