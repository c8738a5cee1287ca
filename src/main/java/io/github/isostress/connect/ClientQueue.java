package io.github.isostress.connect;

import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.HostConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Clients that are ready, and takers that wait for one: both are served in the order in which they came. Thread-safe.
 */
final class ClientQueue {
    private static final long NEW_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Deque<HostConnection> ready = new ArrayDeque<>();
    private final Deque<CompletableFuture<HostConnection>> takers = new ArrayDeque<>();

    /** Gives the client to the taker that has waited longest, or keeps it for the next one. */
    synchronized void add(HostConnection client) {
        for (CompletableFuture<HostConnection> taker = takers.poll(); taker != null; taker = takers.poll()) {
            if (taker.complete(client)) {
                return;
            }
        }
        ready.add(client);
    }

    /** Gives the taker the client that has waited longest, now or when one comes. */
    synchronized void enter(CompletableFuture<HostConnection> taker) {
        if (ready.isEmpty()) {
            takers.add(taker);
        } else if (taker.complete(ready.peek())) {
            ready.remove();
        }
    }

    /** The taker gets no client from now on; it may have one. */
    synchronized void leave(CompletableFuture<HostConnection> taker) {
        takers.remove(taker);
    }

    /**
     * Removes clients that have left, as far as they stand at either end of the queue: one that comes and goes for days,
     * as a check of the port does, leaves no more than a few in it.
     */
    synchronized List<HostConnection> removeLeft() {
        List<HostConnection> left = new ArrayList<>(0);
        while (hasLeft(ready.peekFirst())) {
            left.add(ready.removeFirst());
        }
        while (hasLeft(ready.peekLast())) {
            left.add(ready.removeLast());
        }
        return left;
    }

    /** Looks at none that has just come, since a look takes a millisecond. */
    private static boolean hasLeft(HostConnection client) {
        return client != null && System.nanoTime() - client.lastUsedNanos() > NEW_NANOS && client.closedBeforeUse();
    }

    /** Ends every wait with this failure, and gives back the clients that nobody has taken. */
    synchronized List<HostConnection> end(FailureException failure) {
        takers.forEach(taker -> taker.completeExceptionally(failure));
        takers.clear();
        List<HostConnection> left = List.copyOf(ready);
        ready.clear();
        return left;
    }
}
