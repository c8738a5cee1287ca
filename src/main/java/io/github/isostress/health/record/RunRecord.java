package io.github.isostress.health.record;

import io.github.isostress.health.condition.WatchedSecond;
import io.github.isostress.health.gate.GateResult;
import io.github.isostress.health.verdict.CalibratedLoad;
import io.github.isostress.health.verdict.RunVerdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run leaves beside its results: the content of {@code iso8583-run.json}. It has no secret and no card number.
 * Immutable.
 *
 * @param format the version of this format: {@link #FORMAT}
 * @param beganMillis when the run began, in milliseconds since 1970
 * @param endedMillis when it ended
 * @param verdict what it says of itself; of a run on agents, what all of them say
 * @param limits by which it was judged, by the names of their properties
 * @param gates those of the run, and whether it has passed them by these figures
 * @param calibration what the machine can carry, where that was measured
 * @param figures of the load that this machine made, or its agents together; empty if they are not known
 * @param machine on which it ran
 * @param plan the plan's file
 * @param elements of the plan
 * @param properties of JMeter that tell something of the run
 * @param seconds of the run as this machine saw them; empty where it made no load
 * @param failures why samples have failed, of those that this machine made; none in records of format 1
 * @param agents that made the load; none if this machine made it
 */
public record RunRecord(
        int format,
        long beganMillis,
        long endedMillis,
        Optional<RunVerdict> verdict,
        Map<String, String> limits,
        List<GateResult> gates,
        Optional<CalibratedLoad> calibration,
        Optional<RecordedFigures> figures,
        RecordedMachine machine,
        String plan,
        List<RecordedElement> elements,
        Map<String, String> properties,
        List<WatchedSecond> seconds,
        List<RecordedFailure> failures,
        List<RecordedAgent> agents) {
    /** The version that this code writes; it reads those before, too. */
    public static final int FORMAT = 2;

    /** The name of the file. */
    public static final String FILE_NAME = "iso8583-run.json";

    /** Copies what can be changed. */
    public RunRecord {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        gates = List.copyOf(gates);
        elements = List.copyOf(elements);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        seconds = List.copyOf(seconds);
        failures = failures == null ? List.of() : List.copyOf(failures);
        agents = agents == null ? List.of() : List.copyOf(agents);
    }

    /** How many requests were due by a schedule, on all machines; 0 if there was none, or if it is not known. */
    public long due() {
        return agents.isEmpty() ? dueHere() : together().due();
    }

    /** The last ones may be sent when nothing is watched any more. */
    private long dueHere() {
        long due = seconds.stream().mapToLong(WatchedSecond::due).sum();
        long scheduled = figures.map(each -> each.lag().count()).orElse(0L);
        return due == 0 ? 0 : Math.max(due, scheduled);
    }

    /** Whether nothing of ours was asked to send, as far as is known. */
    public boolean isEmpty() {
        return agents.isEmpty()
                ? isEmptyHere()
                : agents.stream()
                        .allMatch(
                                agent -> agent.run().filter(RunRecord::isEmpty).isPresent());
    }

    private boolean isEmptyHere() {
        return seconds.stream().allMatch(second -> second.due() + second.sent() + second.unsent() == 0)
                && figures.map(RecordedFigures::all).stream().allMatch(all -> all.count() + all.notSent() == 0);
    }

    /** This record without the elements of the plan. */
    public RunRecord withoutElements() {
        return new RunRecord(
                format,
                beganMillis,
                endedMillis,
                verdict,
                limits,
                gates,
                calibration,
                figures,
                machine,
                plan,
                List.of(),
                properties,
                seconds,
                failures,
                agents);
    }

    /**
     * Whether results of that time can be this run's. Several runs may leave their results in one folder, which has one
     * record: that of the last of them. The times of agents' results are of the agents' clocks, as those of their reports
     * are; without a report nothing is known of them.
     *
     * @param firstMillis the time of the first result, in milliseconds since 1970
     * @param lastMillis that of the last one
     */
    public boolean mayHaveLeft(long firstMillis, long lastMillis) {
        return agents.isEmpty()
                ? firstMillis <= endedMillis && lastMillis >= beganMillis
                : agents.stream()
                        .map(RecordedAgent::run)
                        .anyMatch(run -> run.isEmpty() || run.get().mayHaveLeft(firstMillis, lastMillis));
    }

    private AgentsTogether together() {
        return new AgentsTogether(agents);
    }

    /** The figures of all requests of the run on agents; empty if agents did not make it, or one left no report. */
    public Optional<RecordedFigures> figuresOfAllAgents() {
        return agents.isEmpty() || !together().haveAllReported() ? Optional.empty() : figures;
    }
}
