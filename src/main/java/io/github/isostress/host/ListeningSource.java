package io.github.isostress.host;

import io.github.isostress.connect.HostListener.Caller;
import io.github.isostress.framing.Framing;
import io.github.isostress.host.session.HostRecord;
import io.github.isostress.host.session.HostSession;
import io.github.isostress.host.session.SessionServices;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.lang3.StringUtils;

/** Sessions with peers that connect to the host. Thread-safe. */
final class ListeningSource implements SessionSource {
    private static final String NO_HANDLE = "no file handle is left";
    private static final long RETRY_NANOS = 10_000_000L;
    private static final long LONGEST_END_NANOS = 5_000_000_000L;

    private final PausableListener listener;
    private final SessionServices services;
    private final HostSessions sessions;
    private final Thread acceptor;
    private volatile boolean closed;

    /**
     * Begins to listen; sessions begin with {@link #start()}.
     *
     * @throws IOException if the port is in use or the address is not local
     */
    ListeningSource(HostDirection.Listen direction, Framing framing, SessionServices services, HostSessions sessions)
            throws IOException {
        this.listener = new PausableListener(direction, framing);
        this.services = services;
        this.sessions = sessions;
        this.acceptor = HostSessions.daemon(this::accept, "iso8583-host-" + port());
    }

    ListeningSource start() {
        acceptor.start();
        return this;
    }

    /** Runs until {@link #close}: a failure with one client, or a lack of resources, may pass. */
    private void accept() {
        int count = 0;
        Throwable failure = null;
        while (!closed) {
            try {
                tell(failure);
                failure = null;
                serve(listener.accept(), ++count);
            } catch (IOException | RuntimeException | Error e) {
                // Closed, paused, or out of file handles or memory: the next client waits.
                failure = e;
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void tell(Throwable failure) {
        if (failure != null && StringUtils.containsIgnoreCase(failure.getMessage(), "too many open files")) {
            record().notTaken(NO_HANDLE, "it waits until one is free; see ulimit -n");
        } else if (failure instanceof Error) {
            record().notTaken("the host itself failed", failure.getClass().getName());
        }
    }

    private HostRecord record() {
        return services.record();
    }

    private void serve(Caller caller, int number) {
        HostSession session = new HostSession(new CallingPeer(caller), services);
        try {
            sessions.start(session, "iso8583-host-" + port() + "-" + number);
        } catch (OutOfMemoryError e) {
            // The system gives no more threads: only this client is turned away.
            session.hangUp("no thread is left");
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    @Override
    public int port() {
        return listener.port();
    }

    /** A client that waits to be accepted is reset. */
    @Override
    public void pause(long nanos) throws IOException {
        listener.pause(nanos);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        HostSessions.join(acceptor, System.nanoTime() + LONGEST_END_NANOS);
    }
}
