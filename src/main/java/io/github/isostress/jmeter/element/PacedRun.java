package io.github.isostress.jmeter.element;

import io.github.isostress.message.masking.ShownText;
import io.github.isostress.pace.PaceFigures;
import io.github.isostress.pace.Schedule;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jmeter.threads.SamplePackage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the threads in the scope of one rate timer share while a test runs, and what is logged of it. Thread-safe. */
final class PacedRun {
    private static final Logger LOG = LoggerFactory.getLogger(Iso8583RateTimer.class);

    private static final long MICROS_A_MILLI = 1_000;

    private final Schedule schedule = new Schedule(new SplittableRandom());
    private final AtomicBoolean refused = new AtomicBoolean();
    private final AtomicBoolean warned = new AtomicBoolean();
    private final LongAdder others = new LongAdder();

    Schedule schedule() {
        return schedule;
    }

    /** Says once that the timer cannot be used. */
    void refuse(String sentence) {
        if (refused.compareAndSet(false, true)) {
            LOG.error(ShownText.of(sentence));
        }
    }

    /** Says once that the sampler to come has another timer, too: JMeter adds up what its timers ask for. */
    void checkOthers(Iso8583RateTimer timer, JMeterVariables variables) {
        if (!warned.get()
                && variables != null
                && variables.getObject(JMeterThread.PACKAGE_OBJECT) instanceof SamplePackage sampling
                && sampling.getTimers().size() > 1
                && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "'{}': '{}' has another timer in its scope, whose pauses are added: requests come later than meant",
                    timer.getName(),
                    sampling.getSampler().getName());
        }
    }

    /** Counts a turn of a sampler that does not say what became of it: it is taken for sent when its turn has come. */
    void turnOfAnother(long lagNanos) {
        schedule.sent(lagNanos);
        others.increment();
    }

    /** Says how the rate was kept, if there was one. */
    void tell(String name) {
        PaceFigures figures = schedule.figures();
        if (figures.due() > 0) {
            LOG.info(
                    "'{}': {} requests were due: {} sent, {} of them late by 1 ms or more, the latest by {} ms;"
                            + " {} could not be sent; {} dropped; {} still waiting when the last one was sent{}",
                    name,
                    figures.due(),
                    figures.sent(),
                    figures.late(),
                    TimeUnit.NANOSECONDS.toMicros(figures.latestNanos() + 500) / MICROS_A_MILLI,
                    figures.unsent(),
                    figures.dropped(),
                    figures.waiting(),
                    ofOthers());
        }
    }

    private String ofOthers() {
        return others.sum() == 0
                ? ""
                : "; " + others.sum()
                        + " of those sent are other samplers', of which no more is known than their turns";
    }
}
