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
 * A host that answers requests and follows its rules, with one thread for each connection. Listens from its start until
 * it is closed. Thread-safe.
 */
public final class EmbeddedHost implements AutoCloseable {
    private static final String NO_HANDLE = "no file handle is left";
    private static final long RETRY_NANOS = 10_000_000L;
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final PausableListener listener;
    private final HostClock clock;
    private final SessionServices services;
    private final Map<HostSession, Thread> sessions = new ConcurrentHashMap<>();
    private final Thread acceptor;
    private volatile boolean closed;

    /**
     * Starts a host without a log.
     *
     * @throws IllegalArgumentException with one clear sentence if it cannot listen or its key store cannot be used
     */
    public static EmbeddedHost start(HostSettings settings) {
        return start(settings, sentence -> {});
    }

    /**
     * Starts a host.
     *
     * @param log is given one sentence for each reason why the host hangs up or cannot take a client; called from any
     *     thread
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
        services = new SessionServices(
                settings.responder(),
                settings.packager().map(HostMessages::new),
                new RuleChoice(settings.rules().rules(), settings.rules().seed()),
                new HostRecord(log),
                new Controls());
        clock.follow(settings.rules().rules(), services);
        acceptor = daemon(this::accept, "iso8583-host-" + port());
        acceptor.start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Runs until {@link #close}: a failure with one client, or a lack of resources, may pass. */
    private void accept() {
        int count = 0;
        Throwable failure = null;
        while (!closed) {
            try {
                tell(failure);
                failure = null;
                serve(new HostSession(listener.accept(), services), ++count);
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

    private void serve(HostSession session, int number) {
        Runnable work = () -> {
            try {
                session.run();
            } finally {
                sessions.remove(session);
                // Also after an Error: this frees the file handle.
                session.hangUp("");
            }
        };
        Thread thread = daemon(work, "iso8583-host-" + port() + "-" + number);
        sessions.put(session, thread);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // The system gives no more threads: only this client is turned away.
            sessions.remove(session);
            session.hangUp("no thread is left");
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    public int port() {
        return listener.port();
    }

    /** What happened so far; can be read after {@link #close()}. */
    public HostRecord record() {
        return services.record();
    }

    /** Closes every connection, also those whose handshake is under way; the host goes on listening. */
    public void dropAllConnections() {
        dropAll("all connections are dropped");
    }

    private void dropAll(String reason) {
        sessions.keySet().forEach(session -> session.hangUp(reason));
    }

    /**
     * Closes the listening socket for a while, so that new clients are refused; open connections are served. A client
     * that waits to be accepted is reset.
     */
    public void stopAccepting(Duration pause) {
        try {
            listener.pause(pause.toNanos());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops listening, closes all connections and waits at most 10 s for their threads, so that the record is final.
     */
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

    /** What rules may do to the whole host. */
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
