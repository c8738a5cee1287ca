package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.jmeter.TimeVariables;
import io.github.isostress.link.LinkEvent;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * A sample's times, which are {@link TimeVariables} of its thread while its listeners hear of it. Immutable.
 *
 * @param rttNanos from before the first byte was written to the last byte of the answer, or to what came instead
 * @param connectNanos of opening a connection: TCP connect and TLS handshake
 * @param lagNanos how much later than intended the first byte was written
 */
public record SampleTimes(long rttNanos, long connectNanos, long lagNanos) {
    /** Where there is no such time. */
    private static final long NO_TIME = -1;

    /** Those of a sample that has none. */
    public static final SampleTimes NONE = new SampleTimes(NO_TIME, NO_TIME, NO_TIME);

    /** Those of a request, none if it was not sent; what it was meant to begin at is empty if nobody has said so. */
    public static SampleTimes ofRequest(Outcome outcome, OptionalLong intendedNanos) {
        if (!outcome.wasSent()) {
            return NONE;
        }
        long start = outcome.startNanos();
        return new SampleTimes(
                outcome.endNanos() - start,
                NO_TIME,
                intendedNanos.isPresent() ? Math.max(0, start - intendedNanos.getAsLong()) : NO_TIME);
    }

    /** Those of what happened to a connection. */
    static SampleTimes of(LinkEvent event) {
        if (event instanceof LinkEvent.Connected connected) {
            return ofConnect(connected.endNanos() - connected.startNanos());
        }
        if (event instanceof LinkEvent.NotConnected failed) {
            return ofConnect(failed.endNanos() - failed.startNanos());
        }
        return event instanceof LinkEvent.Performed ritual ? ofRequest(ritual.outcome(), OptionalLong.empty()) : NONE;
    }

    private static SampleTimes ofConnect(long nanos) {
        return new SampleTimes(NO_TIME, nanos, NO_TIME);
    }

    /** Puts them in place of those of the sample before; a time that there is not is an empty variable. */
    public void keep(JMeterVariables variables) {
        variables.put(TimeVariables.ROUND_TRIP, micros(rttNanos));
        variables.put(TimeVariables.CONNECT, micros(connectNanos));
        variables.put(TimeVariables.RESPONSE, lagNanos == NO_TIME ? "" : micros(lagNanos + rttNanos));
        variables.put(TimeVariables.LAG, micros(lagNanos));
    }

    private static String micros(long nanos) {
        return nanos == NO_TIME ? "" : Long.toString(TimeUnit.NANOSECONDS.toMicros(nanos + 500));
    }
}
