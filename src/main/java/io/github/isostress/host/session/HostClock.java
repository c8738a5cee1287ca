package io.github.isostress.host.session;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/**
 * A host's one thread for what is to happen later, answers that come late and rules that wait for a time, and its threads
 * for what may have to wait for a client. Thread-safe.
 */
public final class HostClock {
    private static final long LONGEST_END_SECONDS = 5;

    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ScheduledThreadPoolExecutor thread;
    private final ThreadPoolExecutor writers;

    public HostClock(String name) {
        thread = new ScheduledThreadPoolExecutor(1, work -> daemon(work, name), new DiscardPolicy());
        writers = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                LONGEST_END_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> daemon(work, name + "-writer"));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Does work that may wait for a client, at once or as soon as there is a thread for it. */
    public void write(Runnable work) {
        try {
            writers.execute(work);
        } catch (OutOfMemoryError | RejectedExecutionException e) {
            later(() -> write(work), RETRY_NANOS);
        }
    }

    /** Plays the rules that wait for a time, which counts from now. */
    public void follow(List<Rule> rules, SessionServices parts) {
        for (Rule rule : rules) {
            Runnable play = () -> rule.script().play(parts.controls(), parts.record());
            if (rule.trigger() instanceof Trigger.After after) {
                later(play, after.nanos());
            } else if (rule.trigger() instanceof Trigger.Every every) {
                thread.scheduleAtFixedRate(play, every.nanos(), every.nanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    /** Does some work after so many nanoseconds; nothing once the clock is stopped. */
    public void later(Runnable work, long nanos) {
        thread.schedule(work, nanos, TimeUnit.NANOSECONDS);
    }

    /** Forgets what is still to be done. */
    public void stop() {
        thread.shutdownNow();
        writers.shutdownNow();
    }

    /** Waits, once it is stopped, for what is being done. */
    public void awaitEnd() {
        try {
            thread.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
            writers.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
