package io.github.isostress.host.session;

import java.util.concurrent.Executor;

/** What reaches beyond one connection. Thread-safe. */
public interface HostControls {
    /** Closes every connection that stands or is being made. */
    void dropAllConnections();

    /** Closes the listening socket and binds it again to the same port after so many nanoseconds. */
    void stopAccepting(long nanos);

    /** Threads for lines that have something to write; what one waits for holds up no other. */
    Executor writers();

    /** Does some short work after so many nanoseconds, on the host's only clock thread, unless the host is closed before. */
    void later(Runnable work, long nanos);
}
