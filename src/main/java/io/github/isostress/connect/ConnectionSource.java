package io.github.isostress.connect;

import io.github.isostress.framing.Framing;

/** Where the connections of links come from. Immutable and thread-safe. */
public interface ConnectionSource {
    /** How messages are wrapped on its connections. */
    Framing framing();

    /**
     * An attempt to get a connection.
     *
     * @param place of the link that is to have it
     */
    ConnectionAttempt attempt(ConnectionPlace place);

    /** Whether a link that asks this source may be given a connection of the other. */
    boolean isInterchangeableWith(ConnectionSource other);
}
