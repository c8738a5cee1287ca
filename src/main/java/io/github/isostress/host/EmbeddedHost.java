package io.github.isostress.host;

import io.github.isostress.host.session.HostClock;
import io.github.isostress.host.session.HostControls;
import io.github.isostress.host.session.HostMessages;
import io.github.isostress.host.session.HostRecord;
import io.github.isostress.host.session.HostSession;
import io.github.isostress.host.session.RuleChoice;
import io.github.isostress.host.session.SessionServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.commons.lang3.StringUtils;

/**
 * A host that answers requests, one thread a connection, and does what its rules say. Starts listening when it is made
 * and stops when it is closed. Thread-safe.
 */
public final class EmbeddedHost implements AutoCloseable {
    private static final String NO_HANDLE = "no file handle is left";
    private static final long RETRY_NANOS = 10_000_000L;
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final PausableListener listener;
    private final HostClock clock;
    private final SessionServices parts;
    private final Map<HostSession, Thread> sessions = new ConcurrentHashMap<>();
    private final Thread acceptor;
    private volatile boolean closed;

    /**
     * Starts a host.
     *
     * @throws IllegalArgumentException with one clear sentence if it cannot listen or its key store cannot be used
     */
    public static EmbeddedHost start(HostSettings settings) {
        return start(settings, sentence -> {});
    }

    /**
     * Starts a host.
     *
     * @param log is told once for each reason why the host hangs up or cannot take a client; from any thread
     * @throws IllegalArgumentException with one clear sentence if it cannot listen or its key store cannot be used
     */
    public static EmbeddedHost start(HostSettings settings, Consumer<String> log) {
        try {
            return new EmbeddedHost(settings, log);
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

    private EmbeddedHost(HostSettings settings, Consumer<String> log) throws IOException {
        Readiness.forNoHandles();
        listener = new PausableListener(settings);
        clock = new HostClock("iso8583-host-" + port() + "-clock");
        parts = new SessionServices(
                settings.responder(),
                settings.packager().map(HostMessages::new),
                new RuleChoice(settings.rules().rules(), settings.rules().seed()),
                new HostRecord(log),
                new Controls());
        clock.follow(settings.rules().rules(), parts);
        acceptor = daemon(this::accept, "iso8583-host-" + port());
        acceptor.start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Nothing but {@link #close} ends it: what is wrong with one client, or with all for the moment, may be right soon. */
    private void accept() {
        int count = 0;
        Throwable trouble = null;
        while (!closed) {
            try {
                tell(trouble);
                trouble = null;
                serve(new HostSession(listener.accept(), parts), ++count);
            } catch (IOException | RuntimeException | Error e) {
                // Closed, paused, or out of file handles or memory for the moment: then the next client has to wait.
                trouble = e;
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void tell(Throwable trouble) {
        if (trouble != null && StringUtils.containsIgnoreCase(trouble.getMessage(), "too many open files")) {
            record().hungUp(NO_HANDLE, "the next client", "it waits until one is free; see ulimit -n");
        } else if (trouble instanceof Error) {
            record().hungUp(
                            "the host itself failed",
                            "a client",
                            trouble.getClass().getName());
        }
    }

    private void serve(HostSession session, int number) {
        Runnable work = () -> {
            try {
                session.run();
            } finally {
                sessions.remove(session);
                // Whatever has ended it, an Error even, its file handle is free again.
                session.hangUp("");
            }
        };
        Thread thread = daemon(work, "iso8583-host-" + port() + "-" + number);
        sessions.put(session, thread);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // The system gives no more threads: this client goes, those that are served stay.
            sessions.remove(session);
            session.hangUp("no thread is left");
            LockSupport.parkNanos(RETRY_NANOS);
        }
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
        dropAll("all connections are dropped");
    }

    private void dropAll(String reason) {
        sessions.keySet().forEach(session -> session.hangUp(reason));
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
        dropAll("");
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

        @Override
        public Executor writers() {
            return clock::write;
        }
    }
}
