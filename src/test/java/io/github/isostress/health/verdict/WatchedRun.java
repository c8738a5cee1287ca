package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A run of a minute with 200 requests a second by 20 threads on a machine that keeps up, until a test says else. */
public final class WatchedRun {
    /** Its length. */
    public static final int SECONDS = 60;

    private final List<Second> seconds = new ArrayList<>(
            IntStream.range(0, SECONDS).mapToObj(number -> new Second()).toList());

    /** What a test may change of a second. */
    public static final class Second {
        public double seconds = 1;
        public long due = 200;
        public long sent = 200;
        public long unsent;
        public long late;
        public long latestMicros = 900;
        public long intervalMicros = 5_000;
        public long poolWaits;
        public long poolWaitMicros;
        public long windowWaits;
        public long windowWaitMicros;
        public long longestPauseMicros = 1_200;
        public long gcMicros = 4_000;
        public double machineCpu = 0.3;
        public double runQueue = 0.5;
        public double steal;
        public long openFiles = 300;
        public long portsTaken = 20;
        public double heapAfterGc = 0.2;
        public long listenerMicros = 8_000;
        public long clockStepMicros = 3;
        public long resultErrors;
        public long samplesDropped;
        public int threads = 20;

        /** So many late requests, the latest by so many milliseconds. */
        public Second late(long requests, long latestMillis) {
            late = requests;
            latestMicros = latestMillis * 1000;
            return this;
        }

        private WatchedSecond at(int number) {
            return new WatchedSecond(
                    number,
                    seconds,
                    due,
                    sent,
                    unsent,
                    0,
                    late,
                    latestMicros,
                    intervalMicros,
                    poolWaits,
                    poolWaitMicros,
                    windowWaits,
                    windowWaitMicros,
                    2 * longestPauseMicros,
                    longestPauseMicros,
                    gcMicros,
                    machineCpu / 2,
                    machineCpu,
                    runQueue,
                    steal,
                    openFiles,
                    1_024,
                    portsTaken,
                    28_232,
                    heapAfterGc,
                    listenerMicros,
                    clockStepMicros,
                    resultErrors,
                    samplesDropped,
                    threads);
        }
    }

    /** Changes one second. */
    public WatchedRun in(int second, Consumer<Second> change) {
        return from(second, second, change);
    }

    /** Changes the seconds from one to another, both included. */
    public WatchedRun from(int first, int last, Consumer<Second> change) {
        seconds.subList(first, last + 1).forEach(change);
        return this;
    }

    /** Changes all seconds. */
    public WatchedRun always(Consumer<Second> change) {
        return from(0, SECONDS - 1, change);
    }

    /** Its seconds. */
    public List<WatchedSecond> seconds() {
        return IntStream.range(0, seconds.size())
                .mapToObj(number -> seconds.get(number).at(number))
                .toList();
    }

    RunVerdict verdict() {
        return RunVerdict.of(seconds(), Optional.empty(), Limits.DEFAULT);
    }
}
