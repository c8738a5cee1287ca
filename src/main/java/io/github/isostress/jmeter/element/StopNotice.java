package io.github.isostress.jmeter.element;

import io.github.isostress.link.Interruption;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends what a thread waits for when JMeter's Stop interrupts the thread. A sampler hears of Stop by itself, but only
 * while it samples; before that there is the thread's interruption alone, which a read or a connect of a socket does
 * not notice.
 */
final class StopNotice {
    private static final long ROUND_MILLIS = 20;
    private static final ScheduledThreadPoolExecutor ROUNDS = rounds();

    private final ScheduledFuture<?> watch;

    private StopNotice(Runnable round) {
        watch = ROUNDS.scheduleWithFixedDelay(round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Raises the interruption if the calling thread is interrupted from now on, or was before. */
    static StopNotice toThisThread(Interruption interruption) {
        Thread thread = Thread.currentThread();
        return new StopNotice(() -> {
            if (thread.isInterrupted()) {
                interruption.raise();
            }
        });
    }

    /** One thread for all, which ends when there is none to watch. */
    private static ScheduledThreadPoolExecutor rounds() {
        ScheduledThreadPoolExecutor rounds = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "iso8583-stop-notice");
            thread.setDaemon(true);
            return thread;
        });
        rounds.setRemoveOnCancelPolicy(true);
        rounds.setKeepAliveTime(1, TimeUnit.SECONDS);
        rounds.allowCoreThreadTimeOut(true);
        return rounds;
    }

    /** Watches the thread no longer. */
    void forget() {
        watch.cancel(false);
    }
}
