package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.pace.Begin;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.JMeterContext;

/**
 * What comes before one thread's first turn of a rate timer: its request gets ready, and it waits until the others are
 * ready, too. Each further request that the thread comes to gets ready before its own first turn. Used by that thread.
 */
final class FirstTurn {
    private static final Iso8583RateTimerSchema SCHEMA = Iso8583RateTimerSchema.INSTANCE;
    private static final int LONGEST_SECONDS = 86_400;

    private final Iso8583RateTimer timer;
    private final PropertyReader properties;
    private final PacedRun run;
    private Begin begin;
    private Duration longest;
    private boolean started;
    private boolean arrived;
    private boolean past;

    FirstTurn(Iso8583RateTimer timer, PropertyReader properties, PacedRun run) {
        this.timer = timer;
        this.properties = properties;
        this.run = run;
    }

    void threadStarts(AbstractThreadGroup group) {
        started = true;
        run.expect(group);
    }

    /**
     * The other threads need not wait for one that has ended. If JMeter's Stop has ended it, they are stopped in a
     * moment, and must not be let go before.
     */
    void threadEnds() {
        run.end().threadEnds(System.nanoTime());
        if (started && !arrived && !Thread.currentThread().isInterrupted()) {
            run.gate().endedBeforeReady();
        }
    }

    /**
     * Brings the thread to its turn. Blocks.
     *
     * @param endMillis when JMeter ends the thread, as currentTimeMillis; or {@link PacedThread#NO_END}
     * @return whether the thread may take its turn; false if it was at its end before
     * @throws InterruptedException by JMeter's Stop
     * @throws IllegalArgumentException with one clear sentence if a property cannot be used
     */
    boolean comes(JMeterContext context, long endMillis) throws InterruptedException {
        if (begin == null) {
            read();
            run.end().expect(endNanos(endMillis));
        }
        if (begin == Begin.AT_ONCE) {
            return true;
        }
        if (context.getCurrentSampler() instanceof Iso8583Request request) {
            request.getReady();
        }
        if (!past) {
            past = waitsForOthers(endMillis);
        }
        return past;
    }

    private static OptionalLong endNanos(long endMillis) {
        return endMillis == PacedThread.NO_END
                ? OptionalLong.empty()
                : OptionalLong.of(
                        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(endMillis - System.currentTimeMillis()));
    }

    private void read() {
        longest = Duration.ofSeconds(properties.number(SCHEMA.beginWithin, 0, LONGEST_SECONDS));
        begin = properties.parsed(SCHEMA.begin, Begin::of);
        if (begin == Begin.AT_ONCE) {
            run.gate().open();
        }
    }

    private boolean waitsForOthers(long endMillis) throws InterruptedException {
        if (!arrived) {
            arrived = true;
            run.gate().ready();
        }
        return run.gate().await(longest.toNanos(), untilNanos(endMillis))
                && run.begin(timer.getName(), longest, untilNanos(endMillis));
    }

    private static long untilNanos(long endMillis) {
        return TimeUnit.MILLISECONDS.toNanos(endMillis - System.currentTimeMillis());
    }
}
