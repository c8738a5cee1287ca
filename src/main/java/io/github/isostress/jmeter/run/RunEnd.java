package io.github.isostress.jmeter.run;

import io.github.isostress.health.condition.WatchedSecond;
import io.github.isostress.health.gate.GateResult;
import io.github.isostress.health.gate.Gates;
import io.github.isostress.health.record.RecordedFigures;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.CalibratedLoad;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.jmeter.RunCalibration;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.record.FailureLines;
import java.util.List;
import java.util.Optional;

/** Makes the record of a run whose load this JVM has made. Used by one thread. */
final class RunEnd {
    private final RunContext run;
    private final RunStart start;
    private final List<WatchedSecond> seconds;
    private final Optional<CalibratedLoad> calibration;
    private final RunVerdict verdict;

    /** All that is known of a run that has ended. */
    RunEnd(RunContext run, RunStart start) {
        this.run = run;
        this.start = start;
        this.seconds = run.watch().seconds();
        this.calibration = RunCalibration.of(run);
        this.verdict = start.files().named(RunVerdict.of(seconds, calibration, start.limits()));
    }

    RunRecord record() {
        ShownSettings settings = ShownSettings.of(start.plan());
        return new RunRecord(
                RunRecord.FORMAT,
                start.beganMillis(),
                System.currentTimeMillis(),
                Optional.of(verdict),
                start.limits().written(),
                gates(),
                calibration,
                run.figures().map(counted -> RecordedFigures.of(counted, FailureLines::shown)),
                ThisMachine.recorded(),
                RunStart.planName(),
                settings.elements(),
                settings.propertiesAnd(run.beginningsOfNumbers()),
                seconds,
                run.failures().recorded(),
                List.of());
    }

    /** By the figures of this JVM. */
    private List<GateResult> gates() {
        return run.figures()
                .map(counted -> start.gates().check(FiguresInGates.of(counted, seconds, Optional.of(verdict))))
                .orElseGet(() -> unchecked(start.gates()));
    }

    /** Gates that are left to who reads the results. */
    static List<GateResult> unchecked(Gates gates) {
        return gates.texts().stream()
                .map(gate -> new GateResult(gate, false, "not known here"))
                .toList();
    }
}
