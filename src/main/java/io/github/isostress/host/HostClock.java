package io.github.isostress.host;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** A host's one thread for what is to happen later: answers that come late, and rules that wait for a time. Thread-safe. */
final class HostClock {
    private static final long LONGEST_END_SECONDS = 5;

    private final ScheduledThreadPoolExecutor thread;

    HostClock(String name) {
        thread = new ScheduledThreadPoolExecutor(
                1,
                work -> {
                    Thread clock = new Thread(work, name);
                    clock.setDaemon(true);
                    return clock;
                },
                new DiscardPolicy());
    }

    /** Plays the rules that wait for a time, which counts from now. */
    void follow(HostRules rules, HostParts parts) {
        for (Rule rule : rules.rules()) {
            Runnable play = () -> rule.script().play(parts.controls(), parts.record());
            if (rule.trigger() instanceof Trigger.After after) {
                later(play, after.nanos());
            } else if (rule.trigger() instanceof Trigger.Every every) {
                thread.scheduleAtFixedRate(play, every.nanos(), every.nanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    /** Does some work after so many nanoseconds; nothing once the clock is stopped. */
    void later(Runnable work, long nanos) {
        thread.schedule(work, nanos, TimeUnit.NANOSECONDS);
    }

    /** Forgets what is still to be done. */
    void stop() {
        thread.shutdownNow();
    }

    /** Waits, once it is stopped, for what is being done. */
    void awaitEnd() {
        try {
            thread.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
