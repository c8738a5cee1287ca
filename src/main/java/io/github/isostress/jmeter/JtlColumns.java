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
 * @param queueNanos how long a request of the other end waited for a thread
 * @param issuerNanos from the last byte of a request at our issuer to before the first byte of its answer was written
 */
public record JtlColumns(
        String kind, long rttNanos, long connectNanos, long lagNanos, long queueNanos, long issuerNanos) {
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
    /** Microseconds from the last byte of a request of the other end to when a thread took it. */
    public static final String QUEUE = "iso_queue_us";
    /** Microseconds from the last byte of a request at our issuer to before the first byte of its answer was written. */
    public static final String ISSUER = "iso_issuer_us";
    /** Microseconds of the round trip that were not spent at our issuer: the tested system's own, there and back. */
    public static final String BETWEEN = "iso_between_us";
    /** What the sample stands for: {@link #REQUEST}, or the words of a {@link SampleKind}. */
    public static final String KIND = "iso_kind";

    /** The columns that hold a time. */
    public static final List<String> TIMES = List.of(ROUND_TRIP, CONNECT, RESPONSE, LAG, QUEUE, ISSUER, BETWEEN);

    /** Every column. */
    public static final List<String> ALL = List.of(ROUND_TRIP, CONNECT, RESPONSE, LAG, QUEUE, ISSUER, BETWEEN, KIND);

    /** The kind of a request's sample. */
    public static final String REQUEST = "request";

    /** The kind of a reply's sample. */
    public static final String REPLY = "reply";

    /** In place of a time that the sample does not have. */
    private static final long NO_TIME = -1;

    /** A request that was not sent. */
    public static final JtlColumns NOT_SENT = withoutTimes(REQUEST);

    /** A reply that had nothing to answer, or could not. */
    public static final JtlColumns REPLY_NOT_SENT = withoutTimes(REPLY);

    /**
     * A request's columns.
     *
     * @param intendedNanos when it was meant to begin; empty if no timer has set it
     * @param issuerNanos how long our own issuer had it; empty if it did not pass there
     */
    public static JtlColumns ofRequest(Outcome outcome, OptionalLong intendedNanos, OptionalLong issuerNanos) {
        return ofMessage(REQUEST, outcome, intendedNanos, issuerNanos);
    }

    /**
     * A reply's columns.
     *
     * @param outcome from the request's last byte to the answer's
     * @param queueNanos how long the request waited for a thread
     */
    public static JtlColumns ofReply(Outcome outcome, long queueNanos) {
        long issuer = outcome.wasSent() ? outcome.firstByteNanos() - outcome.startNanos() : NO_TIME;
        return new JtlColumns(REPLY, NO_TIME, NO_TIME, NO_TIME, queueNanos, issuer);
    }

    private static JtlColumns ofMessage(
            String kind, Outcome outcome, OptionalLong intendedNanos, OptionalLong issuerNanos) {
        if (!outcome.wasSent()) {
            return withoutTimes(kind);
        }
        long start = outcome.startNanos();
        return new JtlColumns(
                kind,
                outcome.endNanos() - start,
                NO_TIME,
                intendedNanos.isPresent() ? Math.max(0, start - intendedNanos.getAsLong()) : NO_TIME,
                NO_TIME,
                issuerNanos.orElse(NO_TIME));
    }

    /** The columns of a link event that becomes a sample. */
    public static JtlColumns of(LinkEvent event) {
        SampleKind kind = SampleKind.of(event).orElseThrow();
        if (kind.opensConnection()) {
            return new JtlColumns(
                    kind.words(), NO_TIME, event.endNanos() - event.startNanos(), NO_TIME, NO_TIME, NO_TIME);
        }
        return event instanceof LinkEvent.SessionMessageSent sent
                ? ofMessage(kind.words(), sent.outcome(), OptionalLong.empty(), OptionalLong.empty())
                : withoutTimes(kind.words());
    }

    private static JtlColumns withoutTimes(String kind) {
        return new JtlColumns(kind, NO_TIME, NO_TIME, NO_TIME, NO_TIME, NO_TIME);
    }

    /** Sets every column's variable, in place of the sample before. */
    public void put(JMeterVariables variables) {
        variables.put(ROUND_TRIP, micros(rttNanos));
        variables.put(CONNECT, micros(connectNanos));
        variables.put(RESPONSE, lagNanos == NO_TIME ? "" : micros(lagNanos + rttNanos));
        variables.put(LAG, micros(lagNanos));
        variables.put(QUEUE, micros(queueNanos));
        variables.put(ISSUER, micros(issuerNanos));
        boolean isJoined = rttNanos != NO_TIME && issuerNanos != NO_TIME;
        variables.put(BETWEEN, isJoined ? micros(rttNanos - issuerNanos) : "");
        variables.put(KIND, kind);
    }

    private static String micros(long nanos) {
        return nanos == NO_TIME ? "" : Long.toString(TimeUnit.NANOSECONDS.toMicros(nanos + 500));
    }
}
