package io.github.isostress.wire;

import java.net.Socket;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends a write that a host does not take: a blocked socket write knows no timeout of its own, so at the deadline the
 * socket is closed under it. Armed by one thread around one write.
 */
final class WriteDeadline implements AutoCloseable {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final ScheduledFuture<?> expiry;
    private volatile boolean expired;

    /** Closes the socket at the deadline ({@link System#nanoTime()}) unless this is closed before. */
    WriteDeadline(Socket socket, long deadlineNanos) {
        expiry = CLOCK.schedule(
                () -> {
                    expired = true;
                    HostConnection.closeQuietly(socket);
                },
                deadlineNanos - System.nanoTime(),
                TimeUnit.NANOSECONDS);
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

    /** Whether the deadline has come and the socket is closed. */
    boolean hasExpired() {
        return expired;
    }

    @Override
    public void close() {
        expiry.cancel(false);
    }
}
