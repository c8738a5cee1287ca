package io.github.isostress.link;

import io.github.isostress.connect.ReconnectPause;
import java.util.concurrent.ThreadLocalRandom;

/** How often in a row a link has failed, and when it may be tried again. Thread-safe. */
final class Reconnects {
    private int failures;
    private long dueNanos;

    /** Counts a connection that was lost or did not come about. */
    synchronized void failed(ReconnectPause pause) {
        failures++;
        dueNanos = System.nanoTime()
                + pause.nanos(failures, ThreadLocalRandom.current().nextDouble());
    }

    /** Begins to count anew, since a connection works. */
    synchronized void worked() {
        failures = 0;
    }

    /** When the next attempt may begin, as {@link System#nanoTime()}; now or later. */
    synchronized long dueNanos() {
        long now = System.nanoTime();
        return failures == 0 || dueNanos - now < 0 ? now : dueNanos;
    }
}
