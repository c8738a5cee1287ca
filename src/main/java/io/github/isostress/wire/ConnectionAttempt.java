package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One attempt to open a connection: resolve, connect and, for TLS, shake hands, all before one deadline (the system's
 * name resolver alone keeps its own time). Used once, by one thread, but for {@link #interrupt()}.
 */
public final class ConnectionAttempt {
    private final ConnectionSettings settings;
    private final SSLContext context;
    private final DeadlineSocket transport = new DeadlineSocket();
    private volatile boolean interrupted;

    /**
     * An attempt with these settings.
     *
     * @param context of the settings' TLS part, made beforehand so that reading key stores is not timed; null for
     *     plain TCP
     */
    public ConnectionAttempt(ConnectionSettings settings, SSLContext context) {
        this.settings = settings;
        this.context = context;
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
                    new HostConnection(transport, context == null ? transport : handshake(), settings.framing());
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

    private SSLSocket handshake() throws FailureException {
        TlsSettings tls = settings.tls().orElseThrow();
        try {
            SSLSocket socket = (SSLSocket)
                    context.getSocketFactory().createSocket(transport, settings.host(), settings.port(), true);
            socket.setSSLParameters(parameters(socket.getSSLParameters(), tls));
            socket.startHandshake();
            return socket;
        } catch (IllegalArgumentException e) {
            throw new FailureException(
                    Failure.CONFIG_ERROR, "TLS protocols or server name cannot be used: " + e.getMessage(), e);
        } catch (IOException e) {
            throw WireFailures.whileHandshaking(e);
        }
    }

    private static SSLParameters parameters(SSLParameters parameters, TlsSettings tls) {
        if (!tls.protocols().isEmpty()) {
            parameters.setProtocols(tls.protocols().toArray(String[]::new));
        }
        if (!tls.serverName().isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(tls.serverName())));
        }
        if (tls.verifyHostName() && !tls.trustAll()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return parameters;
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
