package io.github.isostress.jmeter.live;

import io.github.isostress.failure.Failure;
import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.Result;
import io.github.isostress.health.RunFigures;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.samplers.SampleResult;

/**
 * Counts the requests of remote agents by their labels, for the end of the run: no element of theirs does so on the
 * controller. Clearing a panel does not clear it. Thread-safe.
 */
final class AgentFigures {
    /** From milliseconds since 1970 to {@link System#nanoTime()}. */
    private final long nanoTimeOf1970 = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());

    private final RunFigures figures = new RunFigures();

    /** Those of all requests so far. */
    RunFigures counted() {
        return figures;
    }

    /**
     * Adds a request that was sent.
     *
     * @param lagMicros below 0 if it had no schedule
     */
    void add(SampleResult sample, Result result, long roundTripMicros, long lagMicros) {
        long end = nanoTimeOf1970 + TimeUnit.MILLISECONDS.toNanos(sample.getEndTime());
        long start = end - TimeUnit.MICROSECONDS.toNanos(roundTripMicros);
        OptionalLong due = lagMicros < 0
                ? OptionalLong.empty()
                : OptionalLong.of(start - TimeUnit.MICROSECONDS.toNanos(lagMicros));
        figures.ended(new ObservedRequest(
                sample.getSampleLabel(),
                result,
                sample.getResponseCode(),
                due,
                start,
                end,
                sample.getSentBytes(),
                sample.getBytesAsLong()));
    }

    /** Adds a request that could not be sent; the code is of a {@link Failure}. */
    void addNotSent(SampleResult sample) {
        figures.notSent(sample.getSampleLabel(), sample.getResponseCode());
    }
}
