package io.github.isostress.link;

import io.github.isostress.connect.ConnectionSettings;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A number of links that the threads of a run share; whoever has waited longest is next. Thread-safe. */
final class LinkPool {
    private final LinkGroup group;
    private final int size;
    private final Optional<ConnectionSettings> settings;
    private final List<Link> all = new ArrayList<>();
    private final Deque<Link> idle = new ArrayDeque<>();
    private final Deque<Thread> waiting = new ArrayDeque<>();

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

    /** A link on which nothing is going on; whatever there is to wait for is told of as one wait. */
    Link take(long waitMillis, LinkOwner owner, Interruption interruption) throws LinkNotOpened, FailureException {
        interruption.check();
        Link link = firstFree(interruption);
        return link == null ? await(waitMillis, owner, interruption) : link;
    }

    /** A link, unless others wait for one already. */
    private synchronized Link firstFree(Interruption interruption) {
        return waiting.isEmpty() ? free(interruption) : null;
    }

    /** The link that has been idle longest of those on which nothing is going on, or one more; null if there is none. */
    private Link free(Interruption interruption) {
        for (Link link : idle) {
            if (link.use().enterIfIdle(interruption)) {
                idle.remove(link);
                return link;
            }
        }
        if (all.size() == size) {
            return null;
        }
        Link link = group.link();
        link.use().enterIfIdle(interruption);
        all.add(link);
        return link;
    }

    private Link await(long waitMillis, LinkOwner owner, Interruption interruption)
            throws LinkNotOpened, FailureException {
        long start = System.nanoTime();
        Link link = inTurn(start + TimeUnit.MILLISECONDS.toNanos(waitMillis), interruption);
        String pool = "pool " + group.name() + " of " + size;
        if (link == null) {
            FailureReport timeout =
                    new FailureReport(Failure.POOL_TIMEOUT, pool + ": none became free in " + waitMillis + " ms");
            throw new LinkNotOpened(new LinkEvent.Waited(pool, start, System.nanoTime(), timeout));
        }
        owner.happened(new LinkEvent.Waited(pool, start, System.nanoTime(), null));
        return link;
    }

    /** The next free link for whoever has waited longest; null at the deadline. */
    private Link inTurn(long deadlineNanos, Interruption interruption) throws FailureException {
        Thread me = Thread.currentThread();
        synchronized (this) {
            waiting.add(me);
        }
        try {
            while (deadlineNanos - System.nanoTime() > 0) {
                interruption.check();
                Link link = ifFirst(me, interruption);
                if (link != null) {
                    return link;
                }
                LockSupport.parkNanos(this, Math.min(pauseNanos(me), deadlineNanos - System.nanoTime()));
            }
            return null;
        } finally {
            leaveQueue(me);
        }
    }

    private synchronized Link ifFirst(Thread thread, Interruption interruption) {
        return waiting.peek() == thread ? free(interruption) : null;
    }

    /** An echo that ends wakes no thread, so the next one looks again soon where only echoes are in the way. */
    private synchronized long pauseNanos(Thread thread) {
        return waiting.peek() == thread && !idle.isEmpty() ? LinkUse.TAKEN_NANOS : Interruption.NOTICE_NANOS;
    }

    private synchronized void leaveQueue(Thread thread) {
        waiting.remove(thread);
        LockSupport.unpark(waiting.peek());
    }

    void giveBack(Link link) {
        link.use().leave();
        synchronized (this) {
            idle.add(link);
            LockSupport.unpark(waiting.peek());
        }
    }
}
