package io.github.isostress.connect;

import io.github.isostress.connect.HostListener.Caller;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.WireFailures;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Listens on one address and port, and receives the clients of a run until it is closed. Thread-safe. */
final class ClientListener implements AutoCloseable {
    private static final long RETRY_NANOS = 10_000_000L;
    private static final long LONGEST_END_MILLIS = 1_000;

    private final ListenSettings settings;
    private final ClientQueue clients = new ClientQueue();
    private final LostClients lost = new LostClients();
    private final AtomicInteger received = new AtomicInteger();
    private final HandshakeThreads handshakes = new HandshakeThreads();
    private HostListener listening;
    private Thread acceptor;
    private volatile String trouble = "";
    private volatile boolean closed;

    ClientListener(ListenSettings settings) {
        this.settings = settings;
    }

    ListenSettings settings() {
        return settings;
    }

    /** The clients that are ready. */
    ClientQueue clients() {
        return clients;
    }

    /** How many clients were ready until now. */
    int received() {
        return received.get();
    }

    /** Why the system may have given no client, after a semicolon; empty if it has given each. */
    String trouble() {
        return trouble;
    }

    /** The clients that could not be taken. */
    LostClients lost() {
        return lost;
    }

    /** The address and port; as long as it does not listen, those of the settings. */
    synchronized String words() {
        return (listening == null ? settings : settings.with(listening.port())).toString();
    }

    /**
     * Begins to listen, if it does not yet. After a failure the next call tries again.
     *
     * @return the port
     * @throws FailureException {@link Failure#PORT_IN_USE} or {@link Failure#LISTEN_FAILED}; {@link
     *     Failure#INTERRUPTED} after the end of the run
     */
    synchronized int begin() throws FailureException {
        if (closed) {
            throw WireFailures.interrupted(null);
        }
        if (listening == null) {
            listen();
        }
        return listening.port();
    }

    private void listen() throws FailureException {
        try {
            HostListener opened = new HostListener(settings.socketAddress(), settings.reception());
            listening = opened;
            acceptor = new Thread(() -> accept(opened), "iso8583-listen-" + opened.port());
            acceptor.setDaemon(true);
            acceptor.start();
        } catch (IOException e) {
            throw WireFailures.whileListening(e, settings.toString());
        }
    }

    /** Runs until {@link #close}: a lack of file handles, threads or memory may pass. */
    private void accept(HostListener from) {
        while (!closed) {
            try {
                receive(from.accept());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException | Error e) {
                trouble = "; the last one could not be received: " + e.getMessage();
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void receive(Caller caller) throws InterruptedException {
        try {
            if (settings.reception().tls().isPresent()) {
                handshakes.begin(caller, this::admit);
            } else {
                admit(caller);
            }
        } catch (RuntimeException | Error e) {
            caller.hangUp();
            throw e;
        }
    }

    private void admit(Caller caller) {
        try {
            HostConnection client = caller.open();
            received.incrementAndGet();
            clients.removeLeft().forEach(this::left);
            clients.add(client);
            if (closed) {
                clients.end(WireFailures.interrupted(null)).forEach(HostConnection::close);
            }
        } catch (FailureException e) {
            if (!closed) {
                lost.add(caller.client(), e.report(), caller.connectedNanos());
            }
        } catch (RuntimeException | Error e) {
            // JSSE may fail at what a client sends; the next client is to be received still.
            caller.hangUp();
            lost.add(caller.client(), FailureReport.internal(e), caller.connectedNanos());
        }
    }

    /** Notes that a client had left before it was taken. */
    void left(HostConnection client) {
        lost.add(client.times().endpoint().toString(), LostClients.left(), client.lastUsedNanos());
    }

    /** Stops listening, breaks off every handshake and wait, and closes the connections that nobody has taken. */
    @Override
    public void close() {
        closed = true;
        clients.end(WireFailures.interrupted(null)).forEach(HostConnection::close);
        handshakes.close();
        stopListening();
    }

    /** The system keeps the port open as long as a thread waits on it. */
    private synchronized void stopListening() {
        if (listening == null) {
            return;
        }
        try {
            listening.close();
            acceptor.join(LONGEST_END_MILLIS);
        } catch (IOException e) {
            // The port is given up either way.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
