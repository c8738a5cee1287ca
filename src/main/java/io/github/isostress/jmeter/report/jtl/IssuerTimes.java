package io.github.isostress.jmeter.report.jtl;

import java.util.OptionalLong;

/**
 * What a row of a JTL tells of the issuer's side, in microseconds; empty where it tells nothing.
 *
 * @param queueMicros how long a request waited for a thread
 * @param issuerMicros how long the issuer had it
 * @param betweenMicros the time of the system between acquirer and issuer
 */
public record IssuerTimes(OptionalLong queueMicros, OptionalLong issuerMicros, OptionalLong betweenMicros) {
    /** Of a JTL that knows nothing of this. */
    public static final IssuerTimes NONE =
            new IssuerTimes(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
