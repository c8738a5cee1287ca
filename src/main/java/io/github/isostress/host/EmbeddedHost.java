package io.github.isostress.host;

import io.github.isostress.wire.HostListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A host that answers requests, one thread a connection. Starts listening when it is made and stops when it is closed.
 * Thread-safe.
 */
public final class EmbeddedHost implements AutoCloseable {
    private static final long RETRY_NANOS = 10_000_000L;
    private static final long LONGEST_END_MILLIS = 5_000;

    private final HostListener listener;
    private final Responder responder;
    private final HostRecord record = new HostRecord();
    private final Map<HostSession, Thread> sessions = new ConcurrentHashMap<>();
    private final Thread acceptor;
    private volatile boolean closed;

    /**
     * Starts a host.
     *
     * @throws IllegalArgumentException with one clear sentence if it cannot listen or its key store cannot be used
     */
    public static EmbeddedHost start(HostSettings settings) {
        try {
            return new EmbeddedHost(settings);
        } catch (BindException e) {
            throw new IllegalArgumentException(
                    "the host cannot listen on " + settings.address() + ":" + settings.port()
                            + ": the port is in use or not permitted, or the address is not of this machine",
                    e);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "the host cannot listen on " + settings.address() + ":" + settings.port()
                            + ": the address is not known",
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the host cannot listen on " + settings.address() + ":" + settings.port(), e);
        }
    }

    private EmbeddedHost(HostSettings settings) throws IOException {
        responder = settings.packager().<Responder>map(ApprovingResponder::new).orElse(Optional::of);
        listener = new HostListener(
                settings.address(),
                settings.port(),
                settings.framing(),
                settings.tls().map(HostTls::open));
        acceptor = daemon(this::accept, "iso8583-host-" + port());
        acceptor.start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        int count = 0;
        while (!closed) {
            try {
                serve(new HostSession(listener.accept(), responder, record), ++count);
            } catch (IOException e) {
                // Closed, or out of file handles for the moment: then the next client has to wait.
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void serve(HostSession session, int number) {
        Runnable work = () -> {
            try {
                session.run();
            } finally {
                sessions.remove(session);
            }
        };
        Thread thread = daemon(work, "iso8583-host-" + port() + "-" + number);
        sessions.put(session, thread);
        thread.start();
    }

    /** The port it listens on. */
    public int port() {
        return listener.port();
    }

    /** What has happened so far; lives on after {@link #close()}. */
    public HostRecord record() {
        return record;
    }

    /** Stops listening, closes all connections and waits until their threads have ended, so that the record is final. */
    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        join(acceptor);
        sessions.keySet().forEach(HostSession::hangUp);
        sessions.values().forEach(EmbeddedHost::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(LONGEST_END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
