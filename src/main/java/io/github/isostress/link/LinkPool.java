package io.github.isostress.link;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.ConnectionSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A number of links that the threads of a run share; whoever has waited longest is next. Thread-safe. */
final class LinkPool {
    private final LinkGroup group;
    private final int size;
    private final Optional<ConnectionSettings> settings;
    private final List<Link> all = new ArrayList<>();
    private final Queue<Link> idle = new ArrayDeque<>();
    private final Queue<CompletableFuture<Link>> waiting = new ArrayDeque<>();

    /**
     * A pool without a connection as yet.
     *
     * @param size how many links there are at most
     * @param settings of all its connections; empty if each connect has its own
     */
    LinkPool(LinkGroup group, int size, Optional<ConnectionSettings> settings) {
        this.group = group;
        this.size = size;
        this.settings = settings;
    }

    int size() {
        return size;
    }

    /** Whether whoever wants a connection with these settings can be given any of the pool's. */
    boolean suits(Optional<ConnectionSettings> wanted) {
        return settings.equals(wanted);
    }

    /** All links there are by now. */
    synchronized List<Link> links() {
        return List.copyOf(all);
    }

    Link take(long waitMillis, LinkOwner owner, Interruption interruption) throws LinkNotOpened, FailureException {
        CompletableFuture<Link> place = place();
        Link link = place.isDone() ? place.join() : await(place, waitMillis, owner, interruption);
        try {
            link.enter(interruption);
            return link;
        } catch (FailureException e) {
            giveBack(link);
            throw e;
        }
    }

    /** A link, or a place in the queue for one. */
    private synchronized CompletableFuture<Link> place() {
        if (!idle.isEmpty()) {
            return CompletableFuture.completedFuture(idle.remove());
        }
        if (all.size() < size) {
            Link link = group.link();
            all.add(link);
            return CompletableFuture.completedFuture(link);
        }
        CompletableFuture<Link> place = new CompletableFuture<>();
        waiting.add(place);
        return place;
    }

    private Link await(CompletableFuture<Link> place, long waitMillis, LinkOwner owner, Interruption interruption)
            throws LinkNotOpened, FailureException {
        long start = System.nanoTime();
        long deadline = start + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        try {
            while (!place.isDone() && deadline - System.nanoTime() > 0) {
                interruption.check();
                await(place, Math.min(Interruption.NOTICE_NANOS, deadline - System.nanoTime()));
            }
        } catch (FailureException e) {
            if (!forgo(place)) {
                giveBack(place.join());
            }
            throw e;
        }
        String pool = "pool " + group.name() + " of " + size;
        if (forgo(place)) {
            FailureException timeout =
                    new FailureException(Failure.POOL_TIMEOUT, pool + ": none became free in " + waitMillis + " ms");
            throw new LinkNotOpened(new LinkEvent.Waited(pool, start, System.nanoTime(), timeout), timeout);
        }
        owner.happened(new LinkEvent.Waited(pool, start, System.nanoTime(), null));
        return place.join();
    }

    private static void await(CompletableFuture<Link> place, long nanos) {
        try {
            place.get(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // No link as yet: the caller looks whether to go on waiting.
        }
    }

    /** Leaves the queue; returns whether that was before a link was given. */
    private synchronized boolean forgo(CompletableFuture<Link> place) {
        waiting.remove(place);
        return place.cancel(false);
    }

    void giveBack(Link link) {
        link.leave();
        passOn(link);
    }

    private synchronized void passOn(Link link) {
        CompletableFuture<Link> next = waiting.poll();
        if (next == null) {
            idle.add(link);
        } else {
            next.complete(link);
        }
    }
}
