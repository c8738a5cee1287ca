package io.github.isostress.jmeter.run;

import io.github.isostress.health.RunFigures;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.RunCache;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.agent.AssignedRun;
import io.github.isostress.jmeter.agent.ReportDesk;
import io.github.isostress.jmeter.setting.ReportChoice;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.jorphan.collections.HashTree;

/**
 * The beginning and the end of a test in this JVM. JMeter tells every element of them, and so they may be told several
 * times. Thread-safe.
 */
public final class TestRun {
    /** A run has one beginning; the key is the run itself. */
    private static final RunCache<RunContext, RunStart> STARTS = new RunCache<>(1, RunStart::of);

    private static final AtomicReference<Optional<RunRecord>> LAST = new AtomicReference<>(Optional.empty());

    private TestRun() {}

    /**
     * The test has started. Does not throw.
     *
     * @param plan gives the elements of the plan; may throw IllegalArgumentException
     */
    public static void begin(Supplier<HashTree> plan) {
        CurrentRun.begin();
        LAST.set(Optional.empty());
        startOf(CurrentRun.context()).begin(CurrentRun.context(), plan);
    }

    private static RunStart startOf(RunContext run) {
        return STARTS.get(run, run);
    }

    /**
     * Demands more of the run that begins. What is no gate is told at once, and fails.
     *
     * @param gates a text of gates; may be blank
     */
    public static void demand(String gates) {
        startOf(CurrentRun.context()).demand(gates);
    }

    /** Chooses when the run that begins ends with a page. */
    public static void choosePage(ReportChoice choice) {
        startOf(CurrentRun.context()).choosePage(choice);
    }

    /**
     * The test has ended: connections sign off, the run is judged, and what it leaves is written beside its results.
     * Blocks; does not throw.
     */
    public static void end() {
        RunContext ended = CurrentRun.end();
        if (!ended.watch().seconds().isEmpty()) {
            RunStart start = startOf(ended);
            start.progress().close();
            LAST.set(RunTraces.leave(() -> new RunEnd(ended, start).record(), start));
        }
        AssignedRun.end();
    }

    /**
     * What the test that has ended last in this JVM knows of itself, be it written beside its results or not; empty if
     * nothing is to be left of it, if it sent nothing, or if none has ended.
     */
    public static Optional<RunRecord> record() {
        return LAST.get();
    }

    /**
     * The plan is on its way to agents. When they have ended, what they report is told and written on this controller.
     *
     * @param agents by which names this controller knows them; empty if it does not
     * @return where they hand in their reports; empty if nothing is to be left of the run, or if agents cannot reach this
     *     machine
     */
    public static synchronized Optional<ReportDesk> sendTo(List<String> agents) {
        if (startOf(CurrentRun.context()).agents().knows(agents)) {
            // Of the run before something is missing still, and JMeter says nothing more of it.
            startOf(CurrentRun.context()).agents().end();
        }
        return RunTraces.areWanted() ? startOf(CurrentRun.context()).agents().begin(agents) : Optional.empty();
    }

    /**
     * The test has ended on all agents, and their results are here. As {@link #end}, but returns at once: what agents
     * still have to report is awaited for ten seconds, on a thread of its own. Does nothing if that was done before.
     *
     * @param figures of the agents' samples
     */
    public static void endOnController(RunFigures figures) {
        startOf(CurrentRun.context()).agents().endWith(figures);
    }
}
