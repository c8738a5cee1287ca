package io.github.isostress.jmeter;

import java.util.List;

/**
 * The variables that hold a sample's times in whole microseconds, for which JMeter's own columns have no room; empty where
 * there is no such time. JMeter's property {@code sample_variables} makes columns of them.
 */
public final class TimeVariables {
    /** From before the first byte was written to the last byte of the answer, or to what came instead. */
    public static final String ROUND_TRIP = "iso_rtt_us";
    /** Of opening a connection: TCP connect and TLS handshake. */
    public static final String CONNECT = "iso_connect_us";
    /** From the intended start to the last byte of the answer. */
    public static final String RESPONSE = "iso_response_us";
    /** From the intended start to before the first byte was written. */
    public static final String LAG = "iso_lag_us";

    /** All of them. */
    public static final List<String> ALL = List.of(ROUND_TRIP, CONNECT, RESPONSE, LAG);

    private TimeVariables() {}
}
