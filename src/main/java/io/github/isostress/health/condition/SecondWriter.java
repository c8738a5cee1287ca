package io.github.isostress.health.condition;

import java.util.concurrent.TimeUnit;

/** Writes one second after the other: what changed since the one before. Used by one thread. */
final class SecondWriter {
    private static final double NANOS_IN_A_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final double MICROS_IN_A_SECOND = TimeUnit.SECONDS.toMicros(1);

    private final GeneratorWatch watch;
    private final PauseWatch pauses;
    private final MachineWatch machine;
    private final long beginNanos;
    private LoadCounts before = new LoadCounts();
    private long beforeNanos;

    SecondWriter(GeneratorWatch watch, PauseWatch pauses, MachineWatch machine, long beginNanos) {
        this.watch = watch;
        this.pauses = pauses;
        this.machine = machine;
        this.beginNanos = beginNanos;
        this.beforeNanos = beginNanos;
    }

    WatchedSecond write() {
        LoadCounts load = watch.load();
        MachineWatch.Seen seen = machine.take();
        long nanos = System.nanoTime();
        WatchedSecond second = second(load, seen, nanos);
        before = load;
        beforeNanos = nanos;
        return second;
    }

    private WatchedSecond second(LoadCounts load, MachineWatch.Seen seen, long nanos) {
        return new WatchedSecond(
                (beforeNanos - beginNanos) / NANOS_IN_A_SECOND,
                (nanos - beforeNanos) / NANOS_IN_A_SECOND,
                load.since(before, Counted.DUE),
                load.since(before, Counted.SENT),
                load.since(before, Counted.UNSENT),
                load.waiting(),
                load.since(before, Counted.LATE),
                micros(watch.takeLatestNanos()),
                load.dueASecond() == 0 ? 0 : Math.round(MICROS_IN_A_SECOND / load.dueASecond()),
                load.since(before, Counted.POOL_WAITS),
                micros(load.since(before, Counted.POOL_WAIT_NANOS)),
                load.since(before, Counted.WINDOW_WAITS),
                micros(load.since(before, Counted.WINDOW_WAIT_NANOS)),
                micros(pauses.takePausedNanos()),
                micros(pauses.takeLongestNanos()),
                TimeUnit.MILLISECONDS.toMicros(seen.gcMillis()),
                seen.cpu().process(),
                seen.cpu().machine(),
                seen.cpu().runQueue(),
                seen.cpu().steal(),
                seen.openFiles(),
                seen.mostFiles(),
                seen.portsTaken(),
                seen.portsInAll(),
                seen.heapAfterGc(),
                micros(load.since(before, Counted.LISTENER_NANOS)),
                seen.clockStepMicros(),
                load.since(before, Counted.RESULT_ERRORS),
                load.since(before, Counted.SAMPLES_DROPPED),
                load.threads());
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }
}
