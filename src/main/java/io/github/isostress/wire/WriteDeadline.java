package io.github.isostress.wire;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends writes that the host does not take. A blocked socket write has no timeout: shortly after the deadline the socket
 * is closed. A write in time costs two stores, since the clock looks at a connection only now and then. One thread
 * writes.
 */
final class WriteDeadline implements AutoCloseable {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    /** The value of {@link #ends} while nothing is written. */
    private static final long NONE = Long.MIN_VALUE;

    /** The value of {@link #ends} for ever after a deadline was missed. */
    private static final long EXPIRED = Long.MAX_VALUE;

    /** Extra time for a writer that could not run because the machine was busy or the JVM paused. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final DeadlineSocket socket;
    private final AtomicLong ends = new AtomicLong(NONE);
    private final Object planning = new Object();
    private volatile boolean lookPlanned;
    private volatile long nextLookNanos;
    /** The deadline that has passed and gets its extra time; used by the clock alone. */
    private long graced = NONE;

    private ScheduledFuture<?> plan;
    private boolean closed;

    WriteDeadline(DeadlineSocket socket) {
        this.socket = socket;
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "iso8583-write-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    /** A write begins that must end before the deadline ({@link System#nanoTime()}); else the socket is closed. */
    void begin(long deadlineNanos) {
        ends.set(deadlineNanos);
        if (!lookPlanned || deadlineNanos - nextLookNanos < 0) {
            planLook(deadlineNanos);
        }
    }

    /**
     * Ends a write.
     *
     * @return whether it ended before its deadline; else the socket is closed
     */
    boolean end() {
        return ends.getAndUpdate(end -> end == EXPIRED ? EXPIRED : NONE) != EXPIRED;
    }

    /** Ends a write at this deadline that goes on now and would have a later one; from any thread. */
    void shorten(long deadlineNanos) {
        long end = ends.get();
        boolean isLater = end != NONE && end != EXPIRED && end - deadlineNanos > 0;
        if (isLater && ends.compareAndSet(end, deadlineNanos)) {
            planLook(deadlineNanos);
        }
    }

    /** Whether a write missed its deadline, so that the socket was closed. */
    boolean isMissed() {
        return ends.get() == EXPIRED;
    }

    private void planLook(long nanos) {
        synchronized (planning) {
            if (closed || lookPlanned && nextLookNanos - nanos <= 0) {
                return;
            }
            if (plan != null) {
                plan.cancel(false);
            }
            nextLookNanos = nanos;
            lookPlanned = true;
            plan = CLOCK.schedule(this::look, nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    /** Clears the plan first, then looks: a write that begins meanwhile is seen here or plans its own look. */
    private void look() {
        lookPlanned = false;
        long end = ends.get();
        if (end == NONE || end == EXPIRED) {
            return;
        }
        if (end - System.nanoTime() > 0) {
            planLook(end);
        } else if (graced != end) {
            graced = end;
            planLook(System.nanoTime() + GRACE_NANOS);
        } else if (ends.compareAndSet(end, EXPIRED)) {
            SocketClosing.atOnce(socket);
        }
    }

    /** Stops looking. */
    @Override
    public void close() {
        synchronized (planning) {
            closed = true;
            if (plan != null) {
                plan.cancel(false);
            }
        }
    }
}
