package io.github.isostress.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A host that answers requests, one thread a connection, and does what its rules say. Starts listening when it is made
 * and stops when it is closed. Thread-safe.
 */
public final class EmbeddedHost implements AutoCloseable {
    private static final long RETRY_NANOS = 10_000_000L;
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final PausableListener listener;
    private final HostClock clock;
    private final HostParts parts;
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
        listener = new PausableListener(settings);
        clock = new HostClock("iso8583-host-" + port() + "-clock");
        parts = new HostParts(
                settings.packager().<Responder>map(ApprovingResponder::new).orElse(Optional::of),
                settings.packager().map(HostMessages::new),
                new RuleChoice(settings.rules()),
                new HostRecord(),
                new Controls());
        clock.follow(settings.rules(), parts);
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
                serve(new HostSession(listener.accept(), parts), ++count);
            } catch (IOException e) {
                // Closed, paused, or out of file handles for the moment: then the next client has to wait.
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
        return parts.record();
    }

    /** Closes every connection that stands or is being made; the host goes on listening. */
    public void dropAllConnections() {
        sessions.keySet().forEach(HostSession::hangUp);
    }

    /**
     * Closes the listening socket for a while, so that new clients are refused; connections that stand are served. A
     * client that was waiting to be accepted is reset.
     */
    public void stopAccepting(Duration pause) {
        try {
            listener.pause(pause.toNanos());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops listening, closes all connections and waits until their threads have ended, so that the record is final. */
    @Override
    public void close() {
        closed = true;
        long deadline = System.nanoTime() + LONGEST_END.toNanos();
        clock.stop();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        join(acceptor, deadline);
        dropAllConnections();
        sessions.values().forEach(thread -> join(thread, deadline));
        clock.awaitEnd();
    }

    private static void join(Thread thread, long deadline) {
        try {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left > 0) {
                thread.join(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the rules may do to the host. */
    private final class Controls implements HostControls {
        @Override
        public void dropAllConnections() {
            EmbeddedHost.this.dropAllConnections();
        }

        @Override
        public void stopAccepting(long nanos) {
            EmbeddedHost.this.stopAccepting(Duration.ofNanos(nanos));
        }

        @Override
        public void later(Runnable work, long nanos) {
            clock.later(work, nanos);
        }
    }
}
