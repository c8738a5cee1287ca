package io.github.isostress.jmeter.element;

import io.github.isostress.health.condition.Counted;
import io.github.isostress.health.condition.LoadCounts;
import io.github.isostress.health.condition.LoadGauge;
import io.github.isostress.jmeter.agent.CommonBeginning;
import io.github.isostress.message.masking.ShownText;
import io.github.isostress.pace.LoadEnd;
import io.github.isostress.pace.PaceFigures;
import io.github.isostress.pace.PaceProgress;
import io.github.isostress.pace.Schedule;
import io.github.isostress.pace.StartGate;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jmeter.threads.SamplePackage;
import org.apache.jmeter.threads.ThreadGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the threads of one rate timer share while a test runs. Logs how the rate was kept. Thread-safe. */
final class PacedRun implements LoadGauge {
    private static final Logger LOG = LoggerFactory.getLogger(Iso8583RateTimer.class);

    private static final long MICROS_A_MILLI = 1_000;

    private final StartGate gate = new StartGate();
    private final Set<ThreadGroup> groups = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Schedule schedule = new Schedule(new SplittableRandom());
    private final LoadEnd end = new LoadEnd();
    private final AtomicBoolean refused = new AtomicBoolean();
    private final AtomicBoolean warnedOfOthers = new AtomicBoolean();
    private final LongAdder ofOtherSamplers = new LongAdder();
    private final int place;
    private boolean begun;
    private Optional<CommonBeginning> ofAllMachines = Optional.empty();

    /**
     * Nothing is due as yet.
     *
     * @param place which of the plan's rate timers it is, from 0
     */
    PacedRun(int place) {
        this.place = place;
    }

    Schedule schedule() {
        return schedule;
    }

    /** Holds the threads back until the first request is due. */
    StartGate gate() {
        return gate;
    }

    /**
     * Says that a thread has started. All threads that its Thread Group is still to start are waited for with it; of
     * other groups nobody knows how many come.
     */
    void expect(AbstractThreadGroup group) {
        if (!(group instanceof ThreadGroup withKnownThreads)) {
            gate.expect(1);
            return;
        }
        synchronized (groups) {
            if (groups.add(withKnownThreads)) {
                gate.expect(group.getNumThreads());
            }
        }
    }

    /** When its threads end. */
    LoadEnd end() {
        return end;
    }

    @Override
    public void addTo(LoadCounts counts) {
        PaceProgress progress = schedule.progress(lastDue());
        boolean waitInVain = end.leavesRequestsUnsent();
        counts.add(Counted.DUE, progress.due());
        counts.add(Counted.UNSENT, progress.dropped() + (waitInVain ? progress.waiting() : 0));
        counts.addWaiting(waitInVain ? 0 : progress.waiting());
        counts.addDueASecond(end.isOver(System.nanoTime()) ? 0 : progress.perSecond());
    }

    private long lastDue() {
        return end.lastDue(System.nanoTime(), schedule.lastAskedNanos());
    }

    /**
     * Begins the schedule, together with other machines if there are any, before the first of the threads that were
     * waited for takes its turn. Waits for the other machines, for half of the time at most that the thread has left: a
     * short run, too, is to send something.
     *
     * @param longest how long the first machine that is ready waits for the others
     * @param untilNanos when the calling thread gives up, in nanoseconds from now
     * @return whether the schedule has a beginning
     * @throws InterruptedException by JMeter's Stop
     */
    boolean begin(String name, Duration longest, long untilNanos) throws InterruptedException {
        Duration half = Duration.ofNanos(Math.max(0, untilNanos / 2));
        Optional<CommonBeginning> beginning = beginning(name, longest.compareTo(half) < 0 ? longest : half);
        return beginning.isEmpty() || beginning.get().await(untilNanos);
    }

    private synchronized Optional<CommonBeginning> beginning(String name, Duration longest) {
        StartGate.Opening opening = gate.opening();
        if (!begun && opening.ready() > 0) {
            begun = true;
            log(name, opening);
            ofAllMachines = CommonBeginning.ready(name, place, longest, schedule::beginAt);
        }
        return ofAllMachines;
    }

    private static void log(String name, StartGate.Opening opening) {
        long millis = TimeUnit.NANOSECONDS.toMillis(opening.waitedNanos());
        if (opening.isIncomplete()) {
            LOG.warn(
                    "'{}': the first request is due, though {} of {} threads are not ready, since the first that was"
                            + " has waited {} ms; they connect before their own first turns",
                    name,
                    opening.expected() - opening.ready(),
                    opening.expected(),
                    millis);
        } else {
            LOG.info(
                    "'{}': the first request is due: {} threads are ready, the first of them has waited {} ms",
                    name,
                    opening.ready(),
                    millis);
        }
    }

    /** Logs once that the timer cannot be used. */
    void refuse(String sentence) {
        if (refused.compareAndSet(false, true)) {
            LOG.error(ShownText.of(sentence));
        }
    }

    /** Logs once that the next sampler has another timer, too: JMeter adds up the delays of its timers. */
    void checkOthers(Iso8583RateTimer timer, JMeterVariables variables) {
        if (!warnedOfOthers.get()
                && variables != null
                && variables.getObject(JMeterThread.PACKAGE_OBJECT) instanceof SamplePackage sampling
                && sampling.getTimers().size() > 1
                && warnedOfOthers.compareAndSet(false, true)) {
            LOG.warn(
                    "'{}': '{}' has another timer in its scope, whose pauses are added: requests come later than meant",
                    timer.getName(),
                    sampling.getSampler().getName());
        }
    }

    /** Counts a turn of another plugin's sampler, which does not say what became of it: counts it as sent. */
    void turnOfAnother(long lagNanos) {
        schedule.sent(lagNanos);
        ofOtherSamplers.increment();
    }

    /** Logs how the rate was kept, if any request was due. */
    void log(String name) {
        PaceFigures figures = schedule.figures(lastDue());
        if (figures.due() > 0) {
            LOG.info(
                    "'{}': {} requests were due: {} sent, {} of them late by 1 ms or more, the latest by {} ms;"
                            + " {} could not be sent; {} dropped; {} still waiting at the end{}",
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
        return ofOtherSamplers.sum() == 0
                ? ""
                : "; " + ofOtherSamplers.sum()
                        + " of those sent are other samplers', of which no more is known than their turns";
    }
}
