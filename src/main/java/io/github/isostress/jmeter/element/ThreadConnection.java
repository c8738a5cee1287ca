package io.github.isostress.jmeter.element;

import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.TestRun;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.wire.ConnectionAttempt;
import io.github.isostress.wire.ConnectionSettings;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.TlsHandshake;
import java.util.Optional;

/**
 * One JMeter thread's connection to its host: opened when it is first needed, kept, and replaced when it has failed.
 * Used by that thread, but for {@link #interrupt()} and {@link #close()}, which any thread may call.
 */
final class ThreadConnection implements AutoCloseable {
    private final ConnectionSettings settings;
    private final TlsHandshake tls;
    private final Optional<IsoPackager> packager;
    private volatile ConnectionAttempt attempt;
    private volatile HostConnection connection;

    /**
     * A connection to be.
     *
     * @param tls for TLS, or null for plain TCP
     * @param packager reads the messages; empty if they are raw
     */
    ThreadConnection(ConnectionSettings settings, TlsHandshake tls, Optional<IsoPackager> packager) {
        this.settings = settings;
        this.tls = tls;
        this.packager = packager;
    }

    ConnectionSettings settings() {
        return settings;
    }

    /** What reads the messages of this connection; empty if they are raw. */
    Optional<IsoPackager> packager() {
        return packager;
    }

    /** Whether a connection stands, as far as one can tell without using it. */
    boolean isOpen() {
        HostConnection present = connection;
        return present != null && present.isOpen();
    }

    /** The connection that was opened last. */
    HostConnection established() {
        return connection;
    }

    /**
     * Opens a connection in place of one that has failed or never was.
     *
     * @throws FailureException if it does not come about
     */
    HostConnection connect() throws FailureException {
        ConnectionAttempt opening = new ConnectionAttempt(settings, tls);
        attempt = opening;
        try {
            HostConnection opened = opening.open();
            connection = opened;
            TestRun.current().closeAtEnd(this);
            return opened;
        } finally {
            attempt = null;
        }
    }

    /** Ends what the thread waits for; returns whether it had something to wait for. */
    boolean interrupt() {
        ConnectionAttempt opening = attempt;
        if (opening != null) {
            opening.interrupt();
        }
        boolean waiting = isOpen();
        if (waiting) {
            connection.interrupt();
        }
        return opening != null || waiting;
    }

    @Override
    public void close() {
        HostConnection present = connection;
        if (present != null) {
            present.close();
        }
        TestRun.current().release(this);
    }
}
