package io.github.isostress.connect;

/**
 * How long it took until a connection stood: where we connect, the TCP connect and the TLS handshake; where a host does,
 * the wait for it. What prepares that, such as finding the addresses of a name, is no part of it. Immutable.
 *
 * @param startNanos {@link System#nanoTime()} before the first TCP connect to any of the hosts that were tried, or when
 *     the wait began
 * @param endNanos when the connection stood, or the client was taken
 */
public record OpeningTime(long startNanos, long endNanos) {}
