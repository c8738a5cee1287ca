package io.github.isostress.host.session;

import java.util.concurrent.Executor;

/** Actions of rules that reach beyond one connection. Thread-safe. */
public interface HostControls {
    /** Closes every connection, also those whose handshake is under way. */
    void dropAllConnections();

    /** Closes the listening socket, and listens on the same port again after {@code nanos}. */
    void stopAccepting(long nanos);

    /** Threads for writing to clients; a client that does not read delays no other. */
    Executor writers();

    /** Runs short work after {@code nanos} on the host's only clock thread, unless the host is closed before. */
    void later(Runnable work, long nanos);
}
