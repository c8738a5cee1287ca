package io.github.isostress.connect;

import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.HostConnection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Clients that are ready, and takers that wait for one: both are served in the order in which they came. Thread-safe.
 */
final class ClientQueue {
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

    /** Ends every wait with this failure, and gives back the clients that nobody has taken. */
    synchronized List<HostConnection> end(FailureException failure) {
        takers.forEach(taker -> taker.completeExceptionally(failure));
        takers.clear();
        List<HostConnection> left = List.copyOf(ready);
        ready.clear();
        return left;
    }
}
