package io.github.isostress.health.condition;

import io.github.isostress.health.ObservedEvent;
import io.github.isostress.health.ObservedLink;
import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.RunObserver;
import io.github.isostress.health.Wait;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts how requests were sent, and what they had to wait for. Thread-safe; a request takes some ten nanoseconds, and
 * allocates nothing.
 */
final class ObservedLoad implements RunObserver, LoadGauge {
    private static final long LATE_NANOS = TimeUnit.MICROSECONDS.toNanos(WatchedSecond.LATE_MICROS);

    private final LongAdder sent = new LongAdder();
    private final LongAdder unsent = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final AtomicLong latestNanos = new AtomicLong();
    private final WaitCount pool = new WaitCount();
    private final WaitCount window = new WaitCount();

    private static final class WaitCount {
        private final LongAdder waits = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        void add(long waitedNanos) {
            waits.increment();
            nanos.add(waitedNanos);
        }
    }

    @Override
    public void ended(ObservedRequest request) {
        sent.increment();
        long lag = request.lagNanos();
        if (lag >= LATE_NANOS) {
            late.increment();
        }
        if (lag > latestNanos.get()) {
            latestNanos.accumulateAndGet(lag, Math::max);
        }
    }

    @Override
    public void notSent(String label, String code) {
        unsent.increment();
    }

    @Override
    public void lackedConnection() {
        unsent.increment();
    }

    @Override
    public void happened(ObservedEvent event) {
        // The host's doing, or the waits that are counted by themselves.
    }

    @Override
    public void waited(Wait what, long nanos) {
        (what == Wait.POOL ? pool : window).add(nanos);
    }

    @Override
    public void linkEnded(ObservedLink link) {
        // Says nothing of this machine.
    }

    /** The longest lag since this was asked last. */
    long takeLatestNanos() {
        return latestNanos.getAndSet(0);
    }

    @Override
    public void addTo(LoadCounts counts) {
        counts.add(Counted.SENT, sent.sum());
        counts.add(Counted.UNSENT, unsent.sum());
        counts.add(Counted.LATE, late.sum());
        counts.add(Counted.POOL_WAITS, pool.waits.sum());
        counts.add(Counted.POOL_WAIT_NANOS, pool.nanos.sum());
        counts.add(Counted.WINDOW_WAITS, window.waits.sum());
        counts.add(Counted.WINDOW_WAIT_NANOS, window.nanos.sum());
    }
}
