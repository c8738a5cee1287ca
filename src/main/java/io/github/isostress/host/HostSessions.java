package io.github.isostress.host;

import io.github.isostress.host.session.HostSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The sessions of a host that run now, each in a thread of its own. Thread-safe. */
final class HostSessions {
    private final Map<HostSession, Thread> running = new ConcurrentHashMap<>();

    /** A daemon that has yet to start. */
    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Runs a session in a new thread.
     *
     * @throws OutOfMemoryError if the system gives no more threads
     */
    void start(HostSession session, String threadName) {
        Thread thread = daemon(() -> runRegistered(session), threadName);
        running.put(session, thread);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            running.remove(session);
            throw e;
        }
    }

    /** Runs a session in this thread, to its end. */
    void run(HostSession session) {
        running.put(session, Thread.currentThread());
        runRegistered(session);
    }

    private void runRegistered(HostSession session) {
        try {
            session.run();
        } finally {
            running.remove(session);
            // Also after an Error: this frees the file handle.
            session.hangUp("");
        }
    }

    /**
     * Closes every connection.
     *
     * @param reason is counted and logged; empty for neither
     */
    void dropAll(String reason) {
        running.keySet().forEach(session -> session.hangUp(reason));
    }

    /** Waits for the threads until this {@link System#nanoTime()}. */
    void awaitEnd(long deadlineNanos) {
        running.values().forEach(thread -> join(thread, deadlineNanos));
    }

    static void join(Thread thread, long deadlineNanos) {
        try {
            long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
            if (left > 0) {
                thread.join(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
