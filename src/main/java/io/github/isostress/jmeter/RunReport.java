package io.github.isostress.jmeter;

import io.github.isostress.health.ObservedEvent;
import io.github.isostress.health.ObservedLink;
import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.RunFigures;
import io.github.isostress.health.RunObserver;
import io.github.isostress.message.masking.ShownText;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of a run in this JVM: kept while it goes on, and told in jmeter.log when it ends, one line for each
 * label. Thread-safe.
 */
final class RunReport {
    /** Of what is tried while a plan is written: whoever tries sees the samples themselves. */
    static final RunReport NONE = new RunReport(new Unheard(), () -> {});

    private static final Logger LOG = LoggerFactory.getLogger(RunReport.class);
    private static final AtomicBoolean MISSES_A_JAR = new AtomicBoolean();

    private final RunObserver observer;
    private final Runnable teller;

    private static final class Unheard implements RunObserver {
        @Override
        public void ended(ObservedRequest request) {
            // Not counted.
        }

        @Override
        public void notSent(String label, String code) {
            // Not counted.
        }

        @Override
        public void happened(ObservedEvent event) {
            // Not counted.
        }

        @Override
        public void linkEnded(ObservedLink link) {
            // Not counted.
        }
    }

    private RunReport(RunObserver observer, Runnable teller) {
        this.observer = observer;
        this.teller = teller;
    }

    /** A report to jmeter.log, empty as yet. Where HdrHistogram is missing, it stays so, and the log says why, once. */
    static RunReport inLog() {
        try {
            RunFigures figures = new RunFigures();
            return new RunReport(figures, () -> figures.lines(RunReport::shown).forEach(LOG::info));
        } catch (LinkageError e) {
            if (MISSES_A_JAR.compareAndSet(false, true)) {
                LOG.warn("Runs end without their own figures here: {}", MissingJar.sentence(e));
            }
            return NONE;
        }
    }

    private static String shown(String label) {
        return ShownText.of(FailureLines.oneLine(label));
    }

    /** Hears what is to be reported. */
    RunObserver observer() {
        return observer;
    }

    /** Tells the figures, if a request was sent. */
    void tell() {
        teller.run();
    }
}
