package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * One attempt to open a connection: resolve, connect and, for TLS, shake hands, all before one deadline (the system's
 * name resolver alone keeps its own time). Used once, by one thread, but for {@link #interrupt()}.
 */
public final class ConnectionAttempt {
    private final ConnectionSettings settings;
    private final TlsHandshake tls;
    private final DeadlineSocket transport = new DeadlineSocket();
    private volatile boolean interrupted;

    /**
     * An attempt with these settings.
     *
     * @param tls for the settings' TLS part, made beforehand so that reading key stores is not timed; null for plain TCP
     */
    public ConnectionAttempt(ConnectionSettings settings, TlsHandshake tls) {
        this.settings = settings;
        this.tls = tls;
    }

    /**
     * Opens the connection, with TCP_NODELAY set.
     *
     * @throws FailureException if the connection does not come about
     */
    public HostConnection open() throws FailureException {
        try {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.connectTimeoutMillis());
            transport.deadline(deadline);
            connect(deadline);
            HostConnection opened =
                    new HostConnection(transport, tls == null ? transport : handshake(), settings.framing());
            if (interrupted) {
                opened.interrupt();
            }
            return opened;
        } catch (IOException e) {
            throw failed(WireFailures.whileConnecting(e));
        } catch (FailureException e) {
            throw failed(e);
        }
    }

    private void connect(long deadlineNanos) throws IOException {
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        transport.connect(address, (int) Math.max(1, left));
        transport.setTcpNoDelay(true);
    }

    private Socket handshake() throws FailureException {
        return tls.over(transport, settings.host(), settings.port());
    }

    private FailureException failed(FailureException e) {
        HostConnection.closeQuietly(transport);
        return interrupted ? new FailureException(Failure.INTERRUPTED, "the sample was interrupted", e) : e;
    }

    /** Ends the attempt from another thread, with {@link Failure#INTERRUPTED}. */
    public void interrupt() {
        interrupted = true;
        HostConnection.closeQuietly(transport);
    }
}
