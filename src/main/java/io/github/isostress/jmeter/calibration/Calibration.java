package io.github.isostress.jmeter.calibration;

import io.github.isostress.jmeter.RunContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.jorphan.collections.HashTree;

/**
 * Sends a plan's requests to hosts of its own in this JVM, first flat out, until that gets no faster and then to see
 * how fast it is, and then at a tenth of that. Nothing of the plan's run is touched: neither its numbers nor its
 * figures. Runs once.
 */
public final class Calibration {
    /** More threads than this reach hardly more on any machine, and each needs one at the host's side, too. */
    private static final int MOST_THREADS = 100;

    /** Of the time: classes are loaded and compiled at most so long. */
    private static final double LONGEST_WARM_UP = 0.5;
    /** Of the time: what is left of it after warming up is measured. */
    private static final double FLAT_OUT = 0.75;
    /** Of the time: what was under way flat out comes to its end. */
    private static final double SETTLE = 0.05;
    /** Of the time: round trips count. */
    private static final double QUIET = 0.2;

    private static final double NANOS_IN_A_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final double PART_WHEN_QUIET = 0.1;
    private static final long POLL_MILLIS = 10;
    private static final long LONGEST_START_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long TRIED_LONG_ENOUGH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CalibratedPlan plan;
    private final int seconds;
    private final BooleanSupplier isStopped;
    private final CalibrationFigures figures = new CalibrationFigures();
    private final CalibrationPace pace = new CalibrationPace();
    private final FirstFailure failure = new FirstFailure();
    private final CalibrationHosts hosts = new CalibrationHosts();
    private final CalibrationCrew crew = new CalibrationCrew();

    private Calibration(CalibratedPlan plan, int seconds, BooleanSupplier isStopped) {
        this.plan = plan;
        this.seconds = seconds;
        this.isStopped = isStopped;
    }

    /**
     * A calibration for a plan. Blocks: it reads CSV files.
     *
     * @param tree the plan's enabled elements, compiled or as they were written
     * @param variables the values of the plan's variables; a value may use the variables before it
     * @param seconds how long it is to take
     * @param isStopped whether it is to end early; asked again and again
     * @throws IllegalArgumentException with one clear sentence if there is nothing to calibrate with
     */
    public static Calibration of(HashTree tree, Map<String, String> variables, int seconds, BooleanSupplier isStopped) {
        return new Calibration(PlanReader.read(tree, variables).withAtMost(MOST_THREADS), seconds, isStopped);
    }

    /**
     * Calibrates. Blocks for so many seconds, rounded up to a half.
     *
     * @throws CancellationException if it was stopped
     * @throws IllegalArgumentException with one clear sentence if the plan's messages cannot be sent so
     */
    public CalibrationResult run() {
        try (hosts;
                RunContext run = RunContext.ofCalibration(figures)) {
            hosts.start(plan, run);
            try {
                start(run);
                measure();
            } finally {
                pace.end();
                crew.end(run);
            }
        }
        return new CalibrationResult(figures, crew.size(), failure.sentence());
    }

    private void start(RunContext run) {
        for (PlannedGroup group : plan.groups()) {
            for (int i = 0; i < group.threads(); i++) {
                crew.add(new CalibrationThread(group, hosts, pace, failure, run));
            }
        }
        crew.start();
    }

    private void measure() {
        awaitFirstAnswers();
        goFlatOut(FLAT_OUT * seconds - warmUp());
        if (figures.mostPerSecond() == 0) {
            throw new IllegalArgumentException(
                    failure.sentence().orElse("the host of the calibration has answered no request"));
        }
        pace.slowDown(figures.mostPerSecond() * PART_WHEN_QUIET);
        pass(SETTLE * seconds);
        figures.beginQuiet();
        pass(QUIET * seconds);
    }

    /** Lets the threads become as fast as they get; returns how many seconds that took. */
    private double warmUp() {
        SliceRates rates = new SliceRates();
        long most = slicesIn(LONGEST_WARM_UP * seconds);
        int taken = 0;
        while (taken < most && rates.isGrowing()) {
            rates.add(nextSlice());
            taken++;
        }
        if (rates.isGrowing()) {
            figures.warmUpCutShort();
        }
        return taken * SliceRates.SECONDS;
    }

    private void goFlatOut(double longest) {
        SliceRates rates = new SliceRates();
        long slices = slicesIn(longest);
        for (long i = 0; i < slices; i++) {
            rates.add(nextSlice());
        }
        figures.flatOut(rates.bestSecond(), slices * SliceRates.SECONDS);
    }

    private static long slicesIn(double seconds) {
        return Math.max(1, Math.round(seconds / SliceRates.SECONDS));
    }

    /** How many requests a second are answered in the next slice. */
    private double nextSlice() {
        long begin = System.nanoTime();
        long before = figures.answered();
        pass(SliceRates.SECONDS);
        return (figures.answered() - before) / ((System.nanoTime() - begin) / NANOS_IN_A_SECOND);
    }

    /** Opening the connections is no part of the time. */
    private void awaitFirstAnswers() {
        long begin = System.nanoTime();
        while (figures.answered() < crew.size() && System.nanoTime() - begin < LONGEST_START_NANOS) {
            checkThatSomethingIsAnswered(System.nanoTime() - begin);
            pause();
        }
    }

    private void checkThatSomethingIsAnswered(long triedNanos) {
        Optional<String> reason = failure.sentence();
        if (reason.isPresent() && figures.answered() == 0 && triedNanos > TRIED_LONG_ENOUGH_NANOS) {
            throw new IllegalArgumentException(reason.get());
        }
    }

    private void pass(double passing) {
        long begin = System.nanoTime();
        long nanos = (long) (NANOS_IN_A_SECOND * passing);
        while (System.nanoTime() - begin < nanos) {
            pause();
        }
    }

    private void pause() {
        if (isStopped.getAsBoolean()) {
            throw new CancellationException();
        }
        failure.fatal().ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
