package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.HostConnection;

/** The other end of one of the host's connections. Thread-safe, but for {@link #open()}. */
public interface Peer {
    /**
     * Makes the connection ready for frames; called once.
     *
     * @throws FailureException if it does not come about
     */
    HostConnection open() throws FailureException;

    /** Address and port, for sentences. */
    String name();

    /** Closes the socket, from any thread. */
    void hangUp();
}
