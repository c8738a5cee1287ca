package io.github.isostress.link;

import java.util.concurrent.ThreadLocalRandom;

/** How often in a row a link has failed, and when it may be tried again. Thread-safe. */
final class Reconnects {
    private int failures;
    private long dueNanos;

    /** Notes that a connection was lost or did not come about. */
    synchronized void failed(ReconnectPause pause) {
        failures++;
        dueNanos = System.nanoTime()
                + pause.nanos(failures, ThreadLocalRandom.current().nextDouble());
    }

    /** Notes that a connection works. */
    synchronized void worked() {
        failures = 0;
    }

    /** {@link System#nanoTime()} before which not to connect, or now. */
    synchronized long dueNanos() {
        long now = System.nanoTime();
        return failures == 0 || dueNanos - now < 0 ? now : dueNanos;
    }
}
