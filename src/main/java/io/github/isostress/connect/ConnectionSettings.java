package io.github.isostress.connect;

import io.github.isostress.framing.Framing;
import io.github.isostress.tls.TlsSettings;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.SocketOptions;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where to connect, from where, and how to speak there. Immutable.
 *
 * @param endpoints the hosts to try, in this order; at least one
 * @param connectTimeoutMillis for resolving the name, connecting and the TLS handshake together, at each endpoint:
 *     1 to 3,600,000
 * @param framing how messages are wrapped
 * @param tls empty for plain TCP
 * @param socketOptions how sockets are set
 * @param localAddresses the addresses of this machine to connect from, one of them for each connection; empty for the
 *     system's choice
 */
public record ConnectionSettings(
        List<Endpoint> endpoints,
        int connectTimeoutMillis,
        Framing framing,
        Optional<TlsSettings> tls,
        SocketOptions socketOptions,
        List<InetAddress> localAddresses) {
    private static final int LONGEST_TIMEOUT = 3_600_000;

    /** Throws an IllegalArgumentException with one clear sentence where a range is left. */
    public ConnectionSettings {
        endpoints = List.copyOf(endpoints);
        localAddresses = List.copyOf(localAddresses);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("host is empty");
        }
        if (connectTimeoutMillis < 1 || connectTimeoutMillis > LONGEST_TIMEOUT) {
            throw new IllegalArgumentException(
                    "connect timeout " + connectTimeoutMillis + " is outside 1 to " + LONGEST_TIMEOUT + " ms");
        }
    }

    /** To one endpoint, with sockets as the system sets them. */
    public ConnectionSettings(Endpoint endpoint, int connectTimeoutMillis, Framing framing, Optional<TlsSettings> tls) {
        this(List.of(endpoint), connectTimeoutMillis, framing, tls, SocketOptions.SYSTEM, List.of());
    }

    /** With this endpoint instead. */
    public ConnectionSettings to(Endpoint endpoint) {
        return to(List.of(endpoint));
    }

    /** With these endpoints instead, to be tried in this order. */
    public ConnectionSettings to(List<Endpoint> others) {
        return new ConnectionSettings(others, connectTimeoutMillis, framing, tls, socketOptions, localAddresses);
    }

    /** With these socket options instead. */
    public ConnectionSettings with(SocketOptions options) {
        return new ConnectionSettings(endpoints, connectTimeoutMillis, framing, tls, options, localAddresses);
    }
}
