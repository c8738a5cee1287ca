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

    /**
     * Whether the host connects to us, so that the host alone decides how many connections there are and when. An
     * attempt then takes the client that has waited longest, or waits for the next one until its time is up ({@link
     * io.github.isostress.failure.Failure#NOBODY_CONNECTED}). Several threads may wait at a time, each in an attempt of
     * its own: they get the clients in the order in which they came, each client once. Where this is false, each
     * attempt makes a connection.
     */
    boolean isOfferedByHost();
}
