package io.github.isostress.health.condition;

/** What a run counts of its own load from its begin on. */
public enum Counted {
    /** Requests that were due by a schedule. */
    DUE,
    /** Requests that were sent, with a schedule or without, when they were over. */
    SENT,
    /**
     * Requests that are not sent any more: left out since no thread was free when they were due, or until the time of the
     * run was over, or failed on this side. Not those for which no connection came about.
     */
    UNSENT,
    /** Requests that were sent {@link WatchedSecond#LATE_MICROS} after they were due, or more. */
    LATE,
    /** Requests that had to wait for a connection of a pool. */
    POOL_WAITS,
    /** How long they waited. */
    POOL_WAIT_NANOS,
    /** Requests that had to wait for room on a shared connection. */
    WINDOW_WAITS,
    /** How long they waited. */
    WINDOW_WAIT_NANOS,
    /** How long threads were with what JMeter runs after a sample: post-processors, assertions, listeners. */
    LISTENER_NANOS,
    /** Result files that could not be written. */
    RESULT_ERRORS,
    /** Samples that did not get to the controller. */
    SAMPLES_DROPPED
}
