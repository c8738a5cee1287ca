package io.github.isostress.link;

import io.github.isostress.exchange.HostRequest;
import io.github.isostress.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The other end's requests that came on shared links and that the test is to answer. None is kept before the test has
 * asked for one. Thread-safe.
 */
final class HostRequestQueue {
    /** How many wait at most; further ones are told as unmatched frames. */
    private static final int MOST = 10_000;

    private final Queue<HostRequest> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Permits available = new Permits(0);
    private volatile boolean areWanted;

    /** The test answers such requests from now on. */
    void want() {
        areWanted = true;
    }

    /** Whether the next one would be kept. */
    boolean hasRoom() {
        return areWanted && count.get() < MOST;
    }

    void add(HostRequest request) {
        count.incrementAndGet();
        waiting.add(request);
        available.giveBack();
    }

    /** All that were not taken, no longer kept; no more are. */
    List<HostRequest> rest() {
        areWanted = false;
        List<HostRequest> rest = new ArrayList<>();
        for (HostRequest request = waiting.poll(); request != null; request = waiting.poll()) {
            rest.add(request);
        }
        return rest;
    }

    /**
     * The one that has waited longest.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which the wait ends
     * @return empty if none came in time
     */
    Optional<HostRequest> next(long deadlineNanos, Interruption interruption) throws FailureException {
        interruption.check();
        if (!available.tryTake() && !available.take(deadlineNanos, interruption)) {
            return Optional.empty();
        }
        count.decrementAndGet();
        return Optional.of(waiting.remove());
    }
}
