package io.github.isostress.health.condition;

import io.github.isostress.health.RunObserver;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Watches one run in this JVM: how it kept to its schedule, and how the JVM and the machine fared meanwhile. A thread
 * of its own looks once a second, another sleeps a millisecond at a time and notes when it wakes late; both end with
 * the watch. What it keeps is bounded: of more than two hours neighbouring seconds become one. Thread-safe.
 */
public final class GeneratorWatch implements AutoCloseable {
    private static final int MOST_SECONDS = 7200;

    private final ObservedLoad observed = new ObservedLoad();
    private final LongAdder listenerNanos = new LongAdder();
    private final Queue<LoadGauge> gauges = new ConcurrentLinkedQueue<>();
    private final WatchedSeconds seconds = new WatchedSeconds(MOST_SECONDS);
    private WatchRounds rounds;
    private volatile boolean closed;

    /** A watch that has not begun. It counts, and sees nothing else. */
    public GeneratorWatch() {
        add(observed);
        add(counts -> counts.add(Counted.LISTENER_NANOS, listenerNanos.sum()));
    }

    /** Begins to watch. Does nothing if it has begun before. */
    public synchronized void begin() {
        if (rounds == null) {
            rounds = new WatchRounds(this, seconds);
            rounds.begin();
        }
    }

    /** Asks this gauge, too, from now on. */
    public void add(LoadGauge gauge) {
        gauges.add(gauge);
    }

    /** Hears how requests are sent. */
    public RunObserver observer() {
        return observed;
    }

    /** Counts the time that a thread spent with what JMeter runs after a sample. */
    public void spentInListeners(long nanos) {
        listenerNanos.add(nanos);
    }

    /** What all gauges have counted until now. One that fails, as where a jar is missing, adds nothing. */
    public LoadCounts load() {
        LoadCounts counts = new LoadCounts();
        for (LoadGauge gauge : gauges) {
            try {
                gauge.addTo(counts);
            } catch (RuntimeException | LinkageError e) {
                // A run goes on without the figure.
            }
        }
        return counts;
    }

    /** The longest lag since this was asked last. */
    long takeLatestNanos() {
        return observed.takeLatestNanos();
    }

    /** All seconds so far that are over, the first first; when the watch is closed, those of the whole run. */
    public List<WatchedSecond> seconds() {
        return seconds.soFar();
    }

    /** Whether it has ended. */
    public boolean isClosed() {
        return closed;
    }

    /** Ends the watch with what there is of its last second. Does nothing if it has not begun or has ended. */
    @Override
    public synchronized void close() {
        closed = true;
        if (rounds != null) {
            rounds.end();
        }
    }
}
