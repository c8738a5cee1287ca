package io.github.isostress.wire;

/**
 * How a connection came about. Immutable.
 *
 * @param endpoint the endpoint that answered; at the host, where the client connects from
 * @param resolveNanos how long its name took to resolve; 0 at the host
 * @param connectNanos how long TCP took to connect, addresses that were tried in vain included; 0 at the host
 * @param handshakeNanos how long the TLS handshake took; 0 for plain TCP
 */
public record Opening(Endpoint endpoint, long resolveNanos, long connectNanos, long handshakeNanos) {}
