package io.github.isostress.it.verdict;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Notices from its making on when this machine lets no thread run for a while, which makes requests late, too. */
final class Hiccups implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long HICCUP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private volatile boolean seen;
    private volatile boolean over;

    Hiccups() {
        Thread watch = new Thread(this::watch, "hiccups");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        long last = System.nanoTime();
        while (!over) {
            LockSupport.parkNanos(PAUSE_NANOS);
            long now = System.nanoTime();
            seen |= now - last > HICCUP_NANOS;
            last = now;
        }
    }

    boolean areSeen() {
        return seen;
    }

    @Override
    public void close() {
        over = true;
    }
}
