package io.github.isostress.jmeter;

import java.util.List;

/**
 * What a JTL can have of our samples beyond JMeter's own columns: variables that each sample sets anew, and that JMeter's
 * property {@code sample_variables} makes columns of. A variable is empty where the sample has no such value.
 */
public final class JtlColumns {
    /** Microseconds from before the first byte was written to the last byte of the answer, or to what came instead. */
    public static final String ROUND_TRIP = "iso_rtt_us";
    /** Microseconds of opening a connection: TCP connect and TLS handshake. */
    public static final String CONNECT = "iso_connect_us";
    /** Microseconds from the intended start to the last byte of the answer. */
    public static final String RESPONSE = "iso_response_us";
    /** Microseconds from the intended start to before the first byte was written. */
    public static final String LAG = "iso_lag_us";
    /** {@link #REQUEST}, or the words of a {@link SampleKind}. */
    public static final String KIND = "iso_kind";

    /** Those that hold a time. */
    public static final List<String> TIMES = List.of(ROUND_TRIP, CONNECT, RESPONSE, LAG);

    /** All of them. */
    public static final List<String> ALL = List.of(ROUND_TRIP, CONNECT, RESPONSE, LAG, KIND);

    /** The kind of a request's sample. */
    public static final String REQUEST = "request";

    private JtlColumns() {}
}
