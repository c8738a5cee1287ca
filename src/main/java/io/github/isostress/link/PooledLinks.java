package io.github.isostress.link;

import io.github.isostress.failure.FailureException;

/** A thread's view of a pool. */
final class PooledLinks implements Links {
    private final LinkPool pool;
    private final long waitMillis;

    PooledLinks(LinkPool pool, long waitMillis) {
        this.pool = pool;
        this.waitMillis = waitMillis;
    }

    @Override
    public Link take(LinkOwner owner, Interruption interruption) throws LinkNotOpened, FailureException {
        return pool.take(waitMillis, owner, interruption);
    }

    @Override
    public void giveBack(Link link) {
        pool.giveBack(link);
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
