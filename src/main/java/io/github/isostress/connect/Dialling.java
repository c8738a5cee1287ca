package io.github.isostress.connect;

import io.github.isostress.framing.Framing;
import io.github.isostress.tls.TlsClient;
import io.github.isostress.wire.NameResolver;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Connects to a host, or to one of several. Immutable and thread-safe.
 *
 * @param settings where to and how
 * @param order which of several hosts
 * @param names resolves the hosts' names
 * @param tls for the TLS part of the settings, made beforehand so that reading key stores is not timed; empty for plain
 *     TCP
 */
public record Dialling(ConnectionSettings settings, HostOrder order, NameResolver names, Optional<TlsClient> tls)
        implements ConnectionSource {

    @Override
    public Framing framing() {
        return settings.framing();
    }

    @Override
    public ConnectionAttempt attempt(ConnectionPlace place) {
        ConnectionSettings target =
                order == HostOrder.IN_TURN ? settings.to(place.oneOf(settings.endpoints())) : settings;
        List<InetAddress> addresses = target.localAddresses();
        return new DialAttempt(
                target,
                tls.map(place::handshake).orElse(null),
                names,
                addresses.isEmpty() ? Optional.empty() : Optional.of(place.oneOf(addresses)));
    }

    /** If both have equal settings; how hosts take turns and how their names are resolved makes no difference. */
    @Override
    public boolean isInterchangeableWith(ConnectionSource other) {
        return other instanceof Dialling dialling && dialling.settings.equals(settings);
    }

    @Override
    public boolean isOfferedByHost() {
        return false;
    }
}
