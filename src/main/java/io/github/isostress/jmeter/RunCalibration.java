package io.github.isostress.jmeter;

import io.github.isostress.health.verdict.CalibratedLoad;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What a calibration before a run has found this machine to carry of its messages. Stateless and thread-safe. */
public final class RunCalibration {
    private static final RunCache<Class<?>, AtomicReference<CalibratedLoad>> LOADS =
            new RunCache<>(1, any -> new AtomicReference<>());

    private RunCalibration() {}

    /** Notes it for the run. */
    public static void note(RunContext run, CalibratedLoad load) {
        LOADS.get(run, CalibratedLoad.class).set(load);
    }

    /** What was noted; empty if the run was not calibrated for. */
    public static Optional<CalibratedLoad> of(RunContext run) {
        return Optional.ofNullable(LOADS.get(run, CalibratedLoad.class).get());
    }
}
