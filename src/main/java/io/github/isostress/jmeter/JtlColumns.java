package io.github.isostress.jmeter;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.link.LinkEvent;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * What one sample has in the columns that the plugin adds to a JTL. The values are variables of the sample's thread
 * while its listeners hear of it; JMeter's property {@code sample_variables} makes columns of them. A variable is empty
 * if the sample has no such value. Immutable.
 *
 * <p>To add a column, name it here, list it in {@link #ALL} and, if it holds a time, in {@link #TIMES}, and set it in
 * {@link #put}. Tests then demand it in {@code bin/user.properties}, in {@code samples.md} and in the help.
 *
 * @param kind the column {@link #KIND}
 * @param rttNanos from before the first byte was written to the last byte of the answer, or to what came instead
 * @param connectNanos the column {@link #CONNECT}, in nanoseconds
 * @param lagNanos how much later than intended the first byte was written
 */
public record JtlColumns(String kind, long rttNanos, long connectNanos, long lagNanos) {
    /** Microseconds from before the first byte was written to the last byte of the answer, or to what came instead. */
    public static final String ROUND_TRIP = "iso_rtt_us";
    /**
     * Microseconds of opening a connection: TCP connect and TLS handshake, or the wait for a host that connects to us.
     */
    public static final String CONNECT = "iso_connect_us";
    /** Microseconds from the intended start to the last byte of the answer. */
    public static final String RESPONSE = "iso_response_us";
    /** Microseconds from the intended start to before the first byte was written. */
    public static final String LAG = "iso_lag_us";
    /** What the sample stands for: {@link #REQUEST}, or the words of a {@link SampleKind}. */
    public static final String KIND = "iso_kind";

    /** The columns that hold a time. */
    public static final List<String> TIMES = List.of(ROUND_TRIP, CONNECT, RESPONSE, LAG);

    /** Every column. */
    public static final List<String> ALL = List.of(ROUND_TRIP, CONNECT, RESPONSE, LAG, KIND);

    /** The kind of a request's sample. */
    public static final String REQUEST = "request";

    /** In place of a time that the sample does not have. */
    private static final long NO_TIME = -1;

    /** A request that was not sent. */
    public static final JtlColumns NOT_SENT = withoutTimes(REQUEST);

    /**
     * A request's columns.
     *
     * @param intendedNanos when it was meant to begin; empty if no timer has set it
     */
    public static JtlColumns ofRequest(Outcome outcome, OptionalLong intendedNanos) {
        return ofMessage(REQUEST, outcome, intendedNanos);
    }

    private static JtlColumns ofMessage(String kind, Outcome outcome, OptionalLong intendedNanos) {
        if (!outcome.wasSent()) {
            return withoutTimes(kind);
        }
        long start = outcome.startNanos();
        return new JtlColumns(
                kind,
                outcome.endNanos() - start,
                NO_TIME,
                intendedNanos.isPresent() ? Math.max(0, start - intendedNanos.getAsLong()) : NO_TIME);
    }

    /** The columns of a link event that becomes a sample. */
    public static JtlColumns of(LinkEvent event) {
        SampleKind kind = SampleKind.of(event).orElseThrow();
        if (kind.opensConnection()) {
            return new JtlColumns(kind.words(), NO_TIME, event.endNanos() - event.startNanos(), NO_TIME);
        }
        return event instanceof LinkEvent.SessionMessageSent sent
                ? ofMessage(kind.words(), sent.outcome(), OptionalLong.empty())
                : withoutTimes(kind.words());
    }

    private static JtlColumns withoutTimes(String kind) {
        return new JtlColumns(kind, NO_TIME, NO_TIME, NO_TIME);
    }

    /** Sets every column's variable, in place of the sample before. */
    public void put(JMeterVariables variables) {
        variables.put(ROUND_TRIP, micros(rttNanos));
        variables.put(CONNECT, micros(connectNanos));
        variables.put(RESPONSE, lagNanos == NO_TIME ? "" : micros(lagNanos + rttNanos));
        variables.put(LAG, micros(lagNanos));
        variables.put(KIND, kind);
    }

    private static String micros(long nanos) {
        return nanos == NO_TIME ? "" : Long.toString(TimeUnit.NANOSECONDS.toMicros(nanos + 500));
    }
}
