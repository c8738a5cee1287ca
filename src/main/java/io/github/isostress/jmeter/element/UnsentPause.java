package io.github.isostress.jmeter.element;

import io.github.isostress.failure.FailureException;
import io.github.isostress.link.Interruption;
import java.util.concurrent.TimeUnit;

/**
 * Slows a thread down while its samples fail by their configuration: each takes no time, and together they would fill
 * the disk. No pause follows the first, 10 ms follow the second, twice as much each further one, up to a second. Used
 * by one thread.
 */
final class UnsentPause {
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private long nanos;

    /** A request was sent: the next failure is a first one. */
    void sent() {
        nanos = 0;
    }

    /** A request could not be sent. Pauses if the one before could not be sent, either. */
    void unsent(Interruption interruption) {
        long pause = nanos;
        nanos = pause == 0 ? FIRST_NANOS : Math.min(LONGEST_NANOS, 2 * pause);
        try {
            interruption.pause(System.nanoTime() + pause);
        } catch (FailureException e) {
            // JMeter's Stop ends the pause. The sample has failed already and says why.
        }
    }
}
