package io.github.isostress.connect;

import io.github.isostress.tls.TlsClient;
import io.github.isostress.tls.TlsHandshake;
import java.util.List;

/**
 * What the connections of one link have in common, one after the other: their turn at hosts and local addresses, and
 * the TLS sessions that they resume. Used by one thread at a time.
 */
public final class ConnectionPlace {
    private final int number;
    private TlsClient client;
    private TlsHandshake handshake;

    /**
     * The place of a link.
     *
     * @param number counts the links of a name; negative after 2^31 of them
     */
    public ConnectionPlace(int number) {
        this.number = number;
    }

    /** One of several, taken in turn by place; each connection of a place gets this one. */
    <T> T oneOf(List<T> several) {
        return several.get(Math.floorMod(number, several.size()));
    }

    TlsHandshake handshake(TlsClient wanted) {
        if (wanted != client) {
            client = wanted;
            handshake = wanted.handshake();
        }
        return handshake;
    }
}
