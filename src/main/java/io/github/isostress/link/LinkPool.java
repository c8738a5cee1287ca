package io.github.isostress.link;

import io.github.isostress.connect.ConnectionSource;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A number of links that the threads of a run share, one sample at a time on each. Thread-safe. */
final class LinkPool {
    private final LinkGroup group;
    private final int size;
    private final Optional<ConnectionSource> source;
    /** One for each link that no sample has, made or not. */
    private final Permits permits;

    private final List<Link> all = new ArrayList<>();
    private final Deque<Link> idle = new ArrayDeque<>();

    /**
     * A pool without a connection as yet.
     *
     * @param size how many links there are at most
     * @param source of all its connections; empty if each connect has its own
     */
    LinkPool(LinkGroup group, int size, Optional<ConnectionSource> source) {
        this.group = group;
        this.size = size;
        this.source = source;
        this.permits = new Permits(size);
    }

    int size() {
        return size;
    }

    /** Whether the pool's connections will do where this source is asked for. */
    boolean suits(Optional<ConnectionSource> wanted) {
        return LinkPlan.areInterchangeable(source, wanted);
    }

    /** All links there are by now. */
    synchronized List<Link> links() {
        return List.copyOf(all);
    }

    /** The pool as a thread sees it whose samples wait this long for a free link. */
    LinkSource withWaitOf(long waitMillis) {
        return new OfThread(waitMillis);
    }

    private final class OfThread implements LinkSource {
        private final long waitMillis;

        OfThread(long waitMillis) {
            this.waitMillis = waitMillis;
        }

        @Override
        public Link take(LinkOwner owner, Interruption interruption) throws LinkNotOpened, FailureException {
            return LinkPool.this.take(waitMillis, owner, interruption);
        }

        @Override
        public Link takeToReceive(LinkOwner owner, Interruption interruption) throws FailureException {
            throw new FailureException(
                    Failure.CONFIG_ERROR,
                    "pool " + group.name() + ": nobody looks at a connection of a pool while it is not lent, so a"
                            + " request would not be seen on it; keep the connection for the thread, or shared");
        }

        @Override
        public Optional<Link> takeToOpen(Interruption interruption) throws FailureException {
            return LinkPool.this.takeToOpen(interruption);
        }

        @Override
        public void giveBack(Link link) {
            LinkPool.this.giveBack(link);
        }

        @Override
        public void nextIteration(boolean sameUser) {
            // The pool's links live as long as the test.
        }

        @Override
        public void close() {
            // The pool's links live as long as the test.
        }
    }

    /** A link on which nothing is going on. Whatever it has to wait for, the owner hears of one wait. */
    Link take(long waitMillis, LinkOwner owner, Interruption interruption) throws LinkNotOpened, FailureException {
        interruption.check();
        boolean permitted = permits.tryTake();
        Link link = permitted ? free(interruption) : null;
        return link == null ? await(permitted, waitMillis, owner, interruption) : link;
    }

    private Optional<Link> takeToOpen(Interruption interruption) throws FailureException {
        interruption.check();
        if (!permits.tryTake()) {
            return Optional.empty();
        }
        Optional<Link> link = Optional.ofNullable(free(interruption, idle -> idle.standing() == null));
        if (link.isEmpty()) {
            permits.giveBack();
        }
        return link;
    }

    private Link await(boolean permitted, long waitMillis, LinkOwner owner, Interruption interruption)
            throws LinkNotOpened, FailureException {
        long start = System.nanoTime();
        long deadline = start + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        Link link = permitted || permits.take(deadline, interruption) ? firstFree(deadline, interruption) : null;
        String pool = "pool " + group.name() + " of " + size;
        if (link == null) {
            FailureReport timeout =
                    new FailureReport(Failure.POOL_TIMEOUT, pool + ": none became free in " + waitMillis + " ms");
            throw new LinkNotOpened(waited(pool, start, timeout));
        }
        owner.happened(waited(pool, start, null));
        return link;
    }

    private static LinkEvent.Waited waited(String pool, long start, FailureReport failure) {
        return new LinkEvent.Waited(LinkEvent.Waited.For.POOL, pool, start, System.nanoTime(), failure);
    }

    /** With a permit, which is given back where there is no link: an echo on the only idle one may outlast the wait. */
    private Link firstFree(long deadlineNanos, Interruption interruption) throws FailureException {
        Link link = null;
        try {
            link = free(interruption);
            while (link == null && deadlineNanos - System.nanoTime() > 0) {
                interruption.pause(System.nanoTime() + LinkUse.RETRY_NANOS);
                link = free(interruption);
            }
            return link;
        } finally {
            if (link == null) {
                permits.giveBack();
            }
        }
    }

    /**
     * The link that has been idle longest of those on which nothing is going on, or one more; null if there is none.
     */
    private Link free(Interruption interruption) {
        return free(interruption, link -> true);
    }

    private synchronized Link free(Interruption interruption, Predicate<Link> wanted) {
        for (Link link : idle) {
            if (wanted.test(link) && link.use().enterIfIdle(interruption)) {
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

    void giveBack(Link link) {
        link.use().leave();
        synchronized (this) {
            idle.add(link);
        }
        permits.giveBack();
    }
}
