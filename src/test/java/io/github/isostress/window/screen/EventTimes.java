package io.github.isostress.window.screen;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.util.concurrent.atomic.AtomicLong;

/** How long the event thread is busy with one event; a window stalls for as long. */
public final class EventTimes extends EventQueue implements AutoCloseable {
    private final AtomicLong longestNanos = new AtomicLong();

    private final AtomicLong busyNanos = new AtomicLong();

    private EventTimes() {}

    /** Begins to look at the clock. */
    public static EventTimes begin() {
        EventTimes times = new EventTimes();
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(times);
        return times;
    }

    @Override
    protected void dispatchEvent(AWTEvent event) {
        long before = System.nanoTime();
        try {
            super.dispatchEvent(event);
        } finally {
            long nanos = System.nanoTime() - before;
            longestNanos.accumulateAndGet(nanos, Math::max);
            busyNanos.addAndGet(nanos);
        }
    }

    /** The longest that one event has taken so far. */
    public long longestMillis() {
        return longestNanos.get() / 1_000_000;
    }

    /** How long all events together have taken so far. */
    public long busyMillis() {
        return busyNanos.get() / 1_000_000;
    }

    @Override
    public void close() {
        pop();
    }
}
