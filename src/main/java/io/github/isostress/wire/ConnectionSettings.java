package io.github.isostress.wire;

import java.util.Optional;

/**
 * Where to connect and how to speak there. Immutable.
 *
 * @param host a name or an address
 * @param port 1 to 65535
 * @param connectTimeoutMillis for connecting and the TLS handshake together: 1 to 3,600,000; the system's name
 *     resolver keeps its own time
 * @param framing how messages are wrapped
 * @param tls empty for plain TCP
 */
public record ConnectionSettings(
        String host, int port, int connectTimeoutMillis, Framing framing, Optional<TlsSettings> tls) {
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_TIMEOUT = 3_600_000;

    /** Checks the ranges. */
    public ConnectionSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host is empty");
        }
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port " + port + " is outside 1 to " + HIGHEST_PORT);
        }
        if (connectTimeoutMillis < 1 || connectTimeoutMillis > LONGEST_TIMEOUT) {
            throw new IllegalArgumentException(
                    "connect timeout " + connectTimeoutMillis + " is outside 1 to " + LONGEST_TIMEOUT + " ms");
        }
    }
}
