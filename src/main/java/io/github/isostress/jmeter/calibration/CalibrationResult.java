package io.github.isostress.jmeter.calibration;

import io.github.isostress.health.verdict.CalibratedLoad;
import io.github.isostress.words.Plural;
import java.util.Locale;
import java.util.Optional;

/** What a calibration has found. Immutable. */
public final class CalibrationResult {
    private static final double MICROS_IN_A_MILLISECOND = 1e3;

    private final CalibrationFigures figures;
    private final int threads;
    private final Optional<String> failure;

    /**
     * @param failure of the first sample that failed
     */
    CalibrationResult(CalibrationFigures figures, int threads, Optional<String> failure) {
        this.figures = figures;
        this.threads = threads;
        this.failure = failure;
    }

    /** The figures, to compare a run with. */
    public CalibratedLoad load() {
        return new CalibratedLoad(
                figures.mostPerSecond(),
                figures.quiet().millis(50),
                figures.quiet().millis(99),
                figures.quiet().millis(100),
                figures.flatOutSeconds());
    }

    /** The figures in words. */
    public String sentence() {
        return format(
                "this machine carries %,.0f of the plan's requests a second (%s flat out for %.1f s, of which"
                        + " the best second counts, the host on this machine, too); when nothing is slow, at a tenth of that rate, a round trip takes p50 %,.0f"
                        + " us, p99 %,.0f us, p99.9 %,.0f us, max %,.0f us (of %,d)%s",
                figures.mostPerSecond(),
                Plural.of(threads, "thread"),
                figures.flatOutSeconds(),
                micros(50),
                micros(99),
                micros(99.9),
                micros(100),
                figures.quiet().count(),
                figures.isWarm() ? "" : "; it still got faster when half of the time was over: calibrate longer");
    }

    /** What is wrong with the figures, in words; empty if every request succeeded. */
    public Optional<String> warning() {
        return failure.map(first -> format(
                "%,d of the calibration's requests did not succeed, so its figures may not fit the test's; the first: %s",
                figures.failed(), first));
    }

    private double micros(double percent) {
        return figures.quiet().millis(percent) * MICROS_IN_A_MILLISECOND;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
