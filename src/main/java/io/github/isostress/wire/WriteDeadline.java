package io.github.isostress.wire;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends the writes that a host does not take: a blocked socket write knows no timeout of its own, so a moment after its
 * deadline the socket is closed under it. A write that ends in time costs two stores: the clock looks at a connection
 * once in a while, not at every write. One thread writes.
 */
final class WriteDeadline implements AutoCloseable {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    /** What {@link #ends} holds while nothing is written, and for ever after a deadline has come. */
    private static final long NONE = Long.MIN_VALUE;

    private static final long EXPIRED = Long.MAX_VALUE;

    /** A writer that did not run, since the machine was busy or the JVM stood still, has this long to go on. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final DeadlineSocket socket;
    private final AtomicLong ends = new AtomicLong(NONE);
    private final Object planning = new Object();
    private volatile boolean lookPlanned;
    private volatile long nextLookNanos;
    /** The deadline that has passed and is looked at once more; used by the clock alone. */
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

    /** A write begins that is to end before the deadline ({@link System#nanoTime()}), or the socket is closed. */
    void begin(long deadlineNanos) {
        ends.set(deadlineNanos);
        if (!lookPlanned || deadlineNanos - nextLookNanos < 0) {
            planLook(deadlineNanos);
        }
    }

    /**
     * The write has ended.
     *
     * @return whether before its deadline; else the socket is closed
     */
    boolean end() {
        return ends.getAndUpdate(end -> end == EXPIRED ? EXPIRED : NONE) != EXPIRED;
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

    /** First says that no look is planned, then looks: a write that begins meanwhile is seen here or plans its own. */
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

    /** Looks no more. */
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
