package io.github.isostress.jmeter.report;

import io.github.isostress.health.Durations;
import io.github.isostress.health.Result;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.report.jtl.JtlSample;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The requests of a JTL that were sent, of one label or all, summed up. Used by one thread. */
final class SummedRequests {
    private static final double MILLIS_IN_A_SECOND = 1_000;

    private final Map<Result, Long> results = new EnumMap<>(Result.class);
    private final Durations elapsed = new Durations();
    private final Durations roundTrips = new Durations();
    private final Durations lags = new Durations();
    private final Durations responses = new Durations();
    private boolean hasMicros;
    private long firstStart = Long.MAX_VALUE;
    private long lastStart = Long.MIN_VALUE;

    void add(JtlSample request) {
        results.merge(request.result(), 1L, Long::sum);
        elapsed.addMicros(TimeUnit.MILLISECONDS.toMicros(request.elapsedMillis()));
        boolean isInMicros = request.roundTripMicros().isPresent();
        hasMicros |= isInMicros;
        if (isInMicros || request.kind().filter(JtlColumns.REQUEST::equals).isPresent()) {
            roundTrips.addMicros(request.durationMicros());
        }
        request.lagMicros().ifPresent(lag -> {
            lags.addMicros(lag);
            responses.addMicros(lag + request.durationMicros());
        });
        firstStart = Math.min(firstStart, request.intendedStartMillis());
        lastStart = Math.max(lastStart, request.startMillis());
    }

    long of(Result result) {
        return results.getOrDefault(result, 0L);
    }

    long sent() {
        return elapsed.count();
    }

    /** Whether round trips are known in microseconds: all but those inside the samples of transactions. */
    boolean hasMicros() {
        return hasMicros;
    }

    /** In microseconds where the JTL has them, else in whole milliseconds. */
    Durations roundTrips() {
        return hasMicros ? roundTrips : elapsed;
    }

    /** How late those with a schedule were sent. */
    Durations lags() {
        return lags;
    }

    /** From when they were due. */
    Durations responses() {
        return responses;
    }

    /** From the first one's intended start to the last one's start. */
    double seconds() {
        return lastStart <= firstStart ? 0 : (lastStart - firstStart) / MILLIS_IN_A_SECOND;
    }

    /** Requests a second: n requests span n - 1 intervals. */
    double perSecond() {
        return seconds() == 0 ? 0 : (sent() - 1) / seconds();
    }

    /** When the first one was due, or else sent, in milliseconds since 1970; 0 if none was. */
    long firstStartMillis() {
        return sent() == 0 ? 0 : firstStart;
    }

    /** When the last one was sent, in milliseconds since 1970; 0 if none was. */
    long lastStartMillis() {
        return sent() == 0 ? 0 : lastStart;
    }

    /** How many had which result; none that did not come. */
    Map<Result, Long> results() {
        return results;
    }
}
