package io.github.isostress.jmeter;

import io.github.isostress.health.RunFigures;
import io.github.isostress.health.RunObserver;
import io.github.isostress.health.RunObservers;
import io.github.isostress.health.condition.GeneratorWatch;
import io.github.isostress.jmeter.record.FailureLines;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of a run in this JVM: kept while it goes on, and told in jmeter.log when it ends, one line for each
 * label. Thread-safe.
 */
final class RunReport {
    /** Of what is tried while a plan is written: whoever tries sees the samples themselves. */
    static final RunReport NONE = new RunReport(new RunObservers(List.of()), Optional.empty());

    private static final Logger LOG = LoggerFactory.getLogger(RunReport.class);
    private static final AtomicBoolean MISSES_A_JAR = new AtomicBoolean();

    private final RunObserver observer;
    private final Optional<RunFigures> figures;

    private RunReport(RunObserver observer, Optional<RunFigures> figures) {
        this.observer = observer;
        this.figures = figures;
    }

    /**
     * A report to jmeter.log, empty as yet. Where HdrHistogram is missing, it stays so, and the log says why, once.
     *
     * @param watch hears what is reported, too
     */
    static RunReport inLog(GeneratorWatch watch) {
        try {
            RunFigures figures = new RunFigures();
            return new RunReport(new RunObservers(List.of(figures, watch.observer())), Optional.of(figures));
        } catch (LinkageError e) {
            if (MISSES_A_JAR.compareAndSet(false, true)) {
                LOG.warn("Runs end without their own figures here: {}", MissingJar.sentence(e));
            }
            return new RunReport(watch.observer(), Optional.empty());
        }
    }

    /** A report to nobody but an observer. */
    static RunReport to(RunObserver observer) {
        return new RunReport(observer, Optional.empty());
    }

    /** Hears what is to be reported. */
    RunObserver observer() {
        return observer;
    }

    /** What was counted; empty where nothing is. */
    Optional<RunFigures> figures() {
        return figures;
    }

    /** Tells the figures, if a request was sent. */
    void tell() {
        figures.ifPresent(counted -> counted.lines(FailureLines::shown).forEach(LOG::info));
    }
}
