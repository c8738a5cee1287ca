package io.github.isostress.jmeter.element;

import io.github.isostress.failure.FailureException;
import io.github.isostress.link.Interruption;
import java.util.concurrent.TimeUnit;

/**
 * Slows a thread down whose samples fail by their configuration, one after the other: each takes no time, and they would
 * fill the disk. The first is followed by no pause, the second by 10 ms, each further one by twice as much, up to a
 * second. That thread's alone.
 */
final class UnsentPause {
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private long nanos;

    /** Notes that a request was sent. */
    void sent() {
        nanos = 0;
    }

    /** Notes that a request could not be sent, and waits if the one before could not be sent, either. */
    void unsent(Interruption interruption) {
        long pause = nanos;
        nanos = pause == 0 ? FIRST_NANOS : Math.min(LONGEST_NANOS, 2 * pause);
        try {
            interruption.pause(System.nanoTime() + pause);
        } catch (FailureException e) {
            // JMeter's Stop ends the pause; the sample has failed already, and says why.
        }
    }
}
