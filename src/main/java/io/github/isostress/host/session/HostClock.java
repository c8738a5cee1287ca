package io.github.isostress.host.session;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/**
 * A host's threads: one for work at a later time (late answers and timed rules), and writers for work that may wait for
 * a client. Thread-safe.
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

    /** Runs work that may wait for a client, as soon as there is a thread for it. */
    public void write(Runnable work) {
        try {
            writers.execute(work);
        } catch (OutOfMemoryError | RejectedExecutionException e) {
            later(() -> write(work), RETRY_NANOS);
        }
    }

    /** Starts the timed rules; their time counts from now. */
    public void follow(List<Rule> rules, SessionServices services) {
        for (Rule rule : rules) {
            Runnable play = () -> rule.script().play(services.controls(), services.record());
            if (rule.trigger() instanceof Trigger.After after) {
                later(play, after.nanos());
            } else if (rule.trigger() instanceof Trigger.Every every) {
                thread.scheduleAtFixedRate(play, every.nanos(), every.nanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    /** Runs short work after {@code nanos}; never after {@link #stop}. */
    public void later(Runnable work, long nanos) {
        thread.schedule(work, nanos, TimeUnit.NANOSECONDS);
    }

    /** Runs short work again and again, {@code nanos} apart; never after {@link #stop}. */
    public void again(Runnable work, long nanos) {
        thread.scheduleWithFixedDelay(work, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** Drops the work that has not begun. */
    public void stop() {
        thread.shutdownNow();
        writers.shutdownNow();
    }

    /** Waits at most 5 s for each kind of thread, after {@link #stop}. */
    public void awaitEnd() {
        try {
            thread.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
            writers.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
