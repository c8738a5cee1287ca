package io.github.isostress.jmeter.record;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.link.LinkEvent;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * The times of one sample in the columns that the plugin adds to a JTL, in nanoseconds; {@link #NO_TIME} in place of
 * one that the sample does not have. Immutable.
 *
 * @param rttNanos from before the first byte was written to the last byte of the answer, or to what came instead
 * @param connectNanos of opening a connection
 * @param tlsNanos of the TLS handshake among them
 * @param lagNanos how much later than intended the first byte was written
 * @param queueNanos how long a request of the other end waited for a thread
 * @param issuerNanos from the last byte of a request at our issuer to before the first byte of its answer was written
 */
record SampleTimes(long rttNanos, long connectNanos, long tlsNanos, long lagNanos, long queueNanos, long issuerNanos) {
    private static final long NO_TIME = -1;

    /** Of a sample that has none. */
    static final SampleTimes NONE = new SampleTimes(NO_TIME, NO_TIME, NO_TIME, NO_TIME, NO_TIME, NO_TIME);

    static SampleTimes ofRequest(Outcome outcome, OptionalLong intendedNanos, OptionalLong issuerNanos) {
        if (!outcome.wasSent()) {
            return NONE;
        }
        long start = outcome.startNanos();
        return new SampleTimes(
                outcome.endNanos() - start,
                NO_TIME,
                NO_TIME,
                intendedNanos.isPresent() ? Math.max(0, start - intendedNanos.getAsLong()) : NO_TIME,
                NO_TIME,
                issuerNanos.orElse(NO_TIME));
    }

    static SampleTimes ofReply(Outcome outcome, long queueNanos) {
        long issuer = outcome.wasSent() ? outcome.firstByteNanos() - outcome.startNanos() : NO_TIME;
        return new SampleTimes(NO_TIME, NO_TIME, NO_TIME, NO_TIME, queueNanos, issuer);
    }

    /** Of an attempt to open a connection; that of the handshake is known where it has ended. */
    static SampleTimes ofOpening(LinkEvent event) {
        long tls = event instanceof LinkEvent.Connected connected
                ? connected.connection().times().handshakeNanos()
                : 0;
        return new SampleTimes(
                NO_TIME, event.endNanos() - event.startNanos(), tls == 0 ? NO_TIME : tls, NO_TIME, NO_TIME, NO_TIME);
    }

    void put(JMeterVariables variables) {
        variables.put(JtlColumns.ROUND_TRIP, micros(rttNanos));
        variables.put(JtlColumns.CONNECT, micros(connectNanos));
        variables.put(JtlColumns.TLS, micros(tlsNanos));
        variables.put(JtlColumns.RESPONSE, lagNanos == NO_TIME ? "" : micros(lagNanos + rttNanos));
        variables.put(JtlColumns.LAG, micros(lagNanos));
        variables.put(JtlColumns.QUEUE, micros(queueNanos));
        variables.put(JtlColumns.ISSUER, micros(issuerNanos));
        boolean isJoined = rttNanos != NO_TIME && issuerNanos != NO_TIME;
        variables.put(JtlColumns.BETWEEN, isJoined ? micros(rttNanos - issuerNanos) : "");
    }

    private static String micros(long nanos) {
        return nanos == NO_TIME ? "" : Long.toString(TimeUnit.NANOSECONDS.toMicros(nanos + 500));
    }
}
