package io.github.isostress.health.verdict;

import static io.github.isostress.health.verdict.RuleUnit.COUNT;
import static io.github.isostress.health.verdict.RuleUnit.SHARE;
import static io.github.isostress.health.verdict.RuleUnit.TIME;

import java.util.Locale;

/** What can make the figures of a run doubtful, and from when on it does. */
public enum ValidityRule {
    /** Requests sent late, whatever this machine did meanwhile. */
    LATE("late", "requests sent more than 5 ms late for any reason of this machine", SHARE, 0.01, 0.1),
    /** Requests that were due and never sent. */
    UNSENT(
            "unsent",
            "requests due and not sent: the timer dropped them since no thread was free, none was free until the run ended, or they failed before the first byte",
            SHARE,
            0.01,
            0.1),
    /** Requests sent late since no thread was free. */
    THREADS(
            "threads",
            "requests sent more than 5 ms late since no thread was free when they were due, while this machine was idle enough",
            SHARE,
            0.01,
            Double.POSITIVE_INFINITY),
    /** Requests sent late since they waited for a connection of a pool. */
    POOL(
            "pool",
            "requests sent more than 5 ms late while they waited for a connection of a pool",
            SHARE,
            0.01,
            Double.POSITIVE_INFINITY),
    /** Requests sent late since they waited for a place on a shared connection. */
    WINDOW(
            "window",
            "requests sent more than 5 ms late while they waited for a place on a shared connection",
            SHARE,
            0.01,
            Double.POSITIVE_INFINITY),
    /** The JVM stood still. */
    PAUSES("pauses", "the longest time for which the JVM stood still", TIME, 100_000, 1_000_000),
    /** Requests sent late while the processor was busy. */
    CPU(
            "cpu",
            "requests sent more than 5 ms late while all cores together were busy for 90 % or more",
            SHARE,
            0.01,
            0.1),
    /** Requests sent late while threads waited for a core. */
    RUN_QUEUE(
            "runQueue",
            "requests sent more than 5 ms late while three threads or more were ready to run for each core",
            SHARE,
            0.01,
            0.1),
    /** Requests sent late while the hypervisor gave the cores to others. */
    STEAL(
            "steal",
            "requests sent more than 5 ms late while the hypervisor gave 5 % or more of the cores to others",
            SHARE,
            0.01,
            0.1),
    /** Files and sockets that are open. */
    FILES("files", "open files and sockets, of those that the process may have", SHARE, 0.9, 0.98),
    /** Ephemeral ports in use. */
    PORTS("ports", "ephemeral ports in use, of all that the system gives to connections", SHARE, 0.8, 0.95),
    /** The heap that a garbage collection could not free. */
    HEAP("heap", "heap in use after a garbage collection, of the largest that the JVM may have", SHARE, 0.9, 0.98),
    /** Requests sent late while threads were in listeners. */
    LISTENERS(
            "listeners",
            "requests sent more than 5 ms late while threads spent a quarter of their time or more in post-processors, assertions and listeners",
            SHARE,
            0.01,
            0.1),
    /** Results that are not in their file. */
    RESULT_FILE("resultFile", "result files that could not be written", COUNT, 0, 0),
    /** The clock was set. */
    CLOCK(
            "clock",
            "the farthest that the clock was set at once, forward or back",
            TIME,
            100_000,
            Double.POSITIVE_INFINITY),
    /** Samples that a controller did not get. */
    DROPPED_SAMPLES("droppedSamples", "samples lost on the way to a controller", SHARE, 0, 0.01),
    /** Agents of which the controller does not know how they fared. */
    AGENTS("agents", "remote agents that left no report", COUNT, 0, 0),
    /** The rate, against what this machine can carry. */
    CALIBRATION(
            "calibration",
            "the highest rate over five seconds, of what this machine carried in its calibration",
            SHARE,
            0.5,
            Double.POSITIVE_INFINITY);

    /** How the properties of all rules begin. */
    static final String PREFIX = "iso8583.verdict.";

    private final String key;
    private final String watches;
    private final RuleUnit unit;
    private final Limit limit;

    ValidityRule(String key, String watches, RuleUnit unit, double suspect, double invalid) {
        this.key = key;
        this.watches = watches;
        this.unit = unit;
        this.limit = new Limit(suspect, invalid);
    }

    /** Its name in texts, as in {@code run queue}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Its name where it is written down: the end of {@link #property()}. */
    public String key() {
        return key;
    }

    /** What it measures. */
    public String watches() {
        return watches;
    }

    /** In what it measures. */
    public RuleUnit unit() {
        return unit;
    }

    /** Its limits unless the user sets others. */
    public Limit defaultLimit() {
        return limit;
    }

    /** Whether it is about a setting of the plan, and no fault of this machine. */
    boolean isOfThePlan() {
        return this == THREADS || this == POOL || this == WINDOW;
    }

    /** The JMeter property that sets other limits. */
    public String property() {
        return PREFIX + key;
    }
}
