package io.github.isostress.health.condition;

import java.util.EnumMap;
import java.util.Map;

/** What all gauges of a run have counted so far, and what they see at this moment. Used by one thread. */
public final class LoadCounts {
    private final Map<Counted, Long> counts = new EnumMap<>(Counted.class);
    private double dueASecond;
    private long waiting;
    private int threads;

    /** Adds what a gauge has counted since the run began. */
    public void add(Counted what, long number) {
        counts.merge(what, number, Long::sum);
    }

    /** Adds requests a second that are asked for at this moment. */
    public void addDueASecond(double rate) {
        dueASecond += rate;
    }

    /** Adds requests that are due at this moment and have no thread to send them. */
    public void addWaiting(long requests) {
        waiting += requests;
    }

    /** Adds threads that run at this moment. */
    public void addThreads(int running) {
        threads += running;
    }

    /** How many since the run began. */
    public long of(Counted what) {
        return counts.getOrDefault(what, 0L);
    }

    /** How many more than before. */
    long since(LoadCounts before, Counted what) {
        return of(what) - before.of(what);
    }

    /** Requests a second that schedules ask for at this moment; 0 without a schedule. */
    public double dueASecond() {
        return dueASecond;
    }

    /** Requests that are due at this moment and have no thread to send them. */
    public long waiting() {
        return waiting;
    }

    /** Threads that run at this moment. */
    public int threads() {
        return threads;
    }
}
