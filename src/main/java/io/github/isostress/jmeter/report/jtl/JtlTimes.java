package io.github.isostress.jmeter.report.jtl;

import java.util.OptionalLong;

/**
 * The times of a sample in microseconds, each empty where the JTL does not know it.
 *
 * @param roundTripMicros from the first byte sent to the last byte of the answer
 * @param lagMicros how much later than intended the request was sent
 * @param connectMicros how long it took to open a connection, TLS included
 * @param tlsMicros how long the TLS handshake took of that
 */
public record JtlTimes(
        OptionalLong roundTripMicros, OptionalLong lagMicros, OptionalLong connectMicros, OptionalLong tlsMicros) {
    /** Of a JTL that knows whole milliseconds alone. */
    public static final JtlTimes NONE =
            new JtlTimes(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
