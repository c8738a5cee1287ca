package io.github.isostress.connect;

import io.github.isostress.framing.Framing;

/**
 * What an attempt is to reach, for reports. Immutable.
 *
 * @param hosts name and port of the host; of several, joined by {@code , or }
 * @param isTls whether TLS is spoken
 * @param framing how messages are wrapped
 */
public record ConnectionTarget(String hosts, boolean isTls, Framing framing) {}
