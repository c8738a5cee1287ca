package io.github.isostress.connect;

import io.github.isostress.framing.Framing;

/**
 * What an attempt is to reach, for reports. Immutable.
 *
 * @param direction who makes the connection
 * @param hosts where we connect, name and port of the host, of several joined by {@code , or }; where the host
 *     connects, the address and port on which we listen
 * @param isTls whether TLS is spoken
 * @param framing how messages are wrapped
 */
public record ConnectionTarget(Direction direction, String hosts, boolean isTls, Framing framing) {}
