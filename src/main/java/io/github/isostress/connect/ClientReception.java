package io.github.isostress.connect;

import io.github.isostress.framing.Framing;
import io.github.isostress.tls.TlsServer;
import io.github.isostress.wire.SocketOptions;
import java.util.Optional;

/**
 * How a client that connects is received. Immutable.
 *
 * @param framing how messages are wrapped
 * @param tls empty for plain TCP
 * @param handshakeTimeoutMillis for the TLS handshake: 1 to 3,600,000
 * @param socketOptions how its socket is set
 */
public record ClientReception(
        Framing framing, Optional<TlsServer> tls, int handshakeTimeoutMillis, SocketOptions socketOptions) {
    private static final int LONGEST_TIMEOUT = 3_600_000;

    /** Throws an IllegalArgumentException with one clear sentence where a range is left. */
    public ClientReception {
        if (handshakeTimeoutMillis < 1 || handshakeTimeoutMillis > LONGEST_TIMEOUT) {
            throw new IllegalArgumentException(
                    "connect timeout " + handshakeTimeoutMillis + " is outside 1 to " + LONGEST_TIMEOUT + " ms");
        }
    }
}
