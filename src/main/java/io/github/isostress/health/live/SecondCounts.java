package io.github.isostress.health.live;

import io.github.isostress.health.Durations;
import io.github.isostress.health.Result;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts one second. Its histograms take 376 KB until it is {@link #close closed}. Thread-safe. */
final class SecondCounts {
    private static final double MEDIAN = 50;
    private static final double SLOW = 99;

    private final long second;
    private final LongAdder due = new LongAdder();
    private final LongAdder replies = new LongAdder();
    private final Map<Result, LongAdder> ended = new EnumMap<>(Result.class);
    /** Null when closed. */
    private volatile Durations roundTrips = new Durations();

    private volatile Durations lags = new Durations();
    private volatile long medianMicros;
    private volatile long p99Micros;

    SecondCounts(long second) {
        this.second = second;
        for (Result result : Result.values()) {
            ended.put(result, new LongAdder());
        }
    }

    /** Which second, since 1970. */
    long second() {
        return second;
    }

    void addDue() {
        due.increment();
    }

    void addReply() {
        replies.increment();
    }

    void addEnded(Result result, long roundTripMicros) {
        ended.get(result).increment();
        Durations open = roundTrips;
        if (open != null) {
            open.addMicros(roundTripMicros);
        }
    }

    void addLag(long micros) {
        Durations open = lags;
        if (open != null) {
            open.addMicros(micros);
        }
    }

    /** Keeps of its durations two percentiles alone. What is added from now on is counted without its duration. */
    void close() {
        Durations open = roundTrips;
        if (open != null) {
            medianMicros = open.micros(MEDIAN);
            p99Micros = open.micros(SLOW);
            roundTrips = null;
            lags = null;
        }
    }

    void addTo(WindowSum sum) {
        sum.add(due.sum(), ended(), replies.sum(), roundTrips, lags);
    }

    private long ended() {
        return ended.values().stream().mapToLong(LongAdder::sum).sum();
    }

    LiveSecond told() {
        Durations open = roundTrips;
        return new LiveSecond(
                second,
                due.sum(),
                ended.get(Result.SUCCEEDED).sum(),
                ended.get(Result.DECLINED).sum(),
                ended.get(Result.FAILED).sum(),
                open == null ? medianMicros : open.micros(MEDIAN),
                open == null ? p99Micros : open.micros(SLOW));
    }
}
