package io.github.isostress.health.condition;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sleeps a millisecond, again and again, and notes by how much each sleep was too long: nothing else in this JVM could
 * run then, either, or had to wait for a core as long. The method is that of jHiccup. Waking takes 10 to 30 microseconds
 * of a core, most of it the kernel's; where that is more than a four hundredth of all cores, the sleeps become longer,
 * up to 10 ms. Its figures are read by one thread.
 */
final class PauseWatch implements Runnable {
    private static final long SHORTEST_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double SHARE = 1 / 400.0;
    private static final int SLEEPS_AT_ONE_LENGTH = 200;

    private final AtomicLong pausedNanos = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private volatile boolean ended;

    @Override
    public void run() {
        long sleepNanos = SHORTEST_SLEEP_NANOS;
        long usedBefore = ThreadCpu.usedNanos();
        while (!ended) {
            sleep(sleepNanos);
            long used = ThreadCpu.usedNanos();
            sleepNanos = sleepNanos((used - usedBefore) / SLEEPS_AT_ONE_LENGTH);
            usedBefore = used;
        }
    }

    private void sleep(long sleepNanos) {
        long before = System.nanoTime();
        for (int i = 0; i < SLEEPS_AT_ONE_LENGTH && !ended; i++) {
            LockSupport.parkNanos(sleepNanos);
            long now = System.nanoTime();
            note(now - before - sleepNanos);
            before = now;
        }
    }

    private void note(long excess) {
        if (excess >= SHORTEST_PAUSE_NANOS) {
            pausedNanos.addAndGet(excess);
            longestNanos.accumulateAndGet(excess, Math::max);
        }
    }

    /** How long this thread may sleep at least, if waking takes it so long. */
    static long sleepNanos(long wakingNanos) {
        double share = SHARE * Runtime.getRuntime().availableProcessors();
        return Math.max(SHORTEST_SLEEP_NANOS, Math.min(LONGEST_SLEEP_NANOS, Math.round(wakingNanos / share)));
    }

    /** Lets {@link #run} return within milliseconds. */
    void end() {
        ended = true;
    }

    /** All pauses since this was asked last. */
    long takePausedNanos() {
        return pausedNanos.getAndSet(0);
    }

    /** The longest of them since this was asked last. */
    long takeLongestNanos() {
        return longestNanos.getAndSet(0);
    }
}
