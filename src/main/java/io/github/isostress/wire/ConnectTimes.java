package io.github.isostress.wire;

/**
 * The endpoint that a connection reached, and how long each step took. Immutable.
 *
 * @param endpoint the endpoint that answered; at the host, where the client connects from
 * @param resolveNanos time to resolve the name; 0 at the host
 * @param connectNanos time to connect TCP, failed addresses included; 0 at the host
 * @param handshakeNanos time of the TLS handshake; 0 for plain TCP
 */
public record ConnectTimes(Endpoint endpoint, long resolveNanos, long connectNanos, long handshakeNanos) {}
