package io.github.isostress.support;

import static org.assertj.core.api.Assertions.fail;

import io.github.isostress.connect.ConnectionAttempt;
import io.github.isostress.connect.ConnectionSettings;
import io.github.isostress.connect.DialAttempt;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.tls.TlsContexts;
import io.github.isostress.tls.TlsHandshake;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.NameResolver;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Opens the product's connections to this machine. */
public final class TestClient {
    /** Time in ms by which everything that comes has come. */
    public static final int PATIENCE_MILLIS = 20_000;

    private TestClient() {}

    public static HostConnection connect(int port, String framing) throws FailureException {
        return attempt("127.0.0.1", port, FramingReader.parse(framing), PATIENCE_MILLIS, null)
                .open();
    }

    /** A TLS connection to localhost, so that the host name can be checked. */
    public static HostConnection connect(int port, String framing, ClientTls tls) throws FailureException {
        return attempt("localhost", port, FramingReader.parse(framing), PATIENCE_MILLIS, tls)
                .open();
    }

    /** A plain attempt if {@code tls} is null. */
    public static ConnectionAttempt attempt(String host, int port, Framing framing, int timeoutMillis, ClientTls tls) {
        return attempt(host, port, framing, timeoutMillis, tls, tls == null ? null : handshake(tls));
    }

    /** An attempt whose handshakes may resume earlier sessions. */
    public static ConnectionAttempt attempt(
            String host, int port, Framing framing, int timeoutMillis, ClientTls tls, TlsHandshake handshake) {
        return dial(
                new ConnectionSettings(
                        new Endpoint(host, port),
                        timeoutMillis,
                        framing,
                        Optional.ofNullable(tls).map(ClientTls::settings)),
                handshake);
    }

    /**
     * An attempt that asks for names anew, from the settings' first local address if they have one; null for no TLS.
     */
    public static ConnectionAttempt dial(ConnectionSettings settings, TlsHandshake tls) {
        return new DialAttempt(
                settings,
                tls,
                NameResolver.askingEachTime(),
                settings.localAddresses().stream().findFirst());
    }

    private static TlsHandshake handshake(ClientTls tls) {
        try {
            return new TlsContexts().get(tls.settings()).handshake();
        } catch (FailureException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until so many bytes have come at least that are no whole frame. */
    public static void awaitUnfinished(HostConnection connection, int bytes) {
        Await.until(bytes + " bytes of a frame have come", () -> {
            try {
                connection.takeUnread(frame -> fail("a whole frame has come"));
            } catch (FailureException e) {
                throw new AssertionError(e);
            }
            return connection.unfinished().length >= bytes;
        });
    }

    /** Closes a socket and returns when the other end's system knows of it, which a close alone does not wait for. */
    public static void closeAndArrive(Socket socket) throws IOException {
        socket.setSoLinger(true, (int) TimeUnit.MILLISECONDS.toSeconds(PATIENCE_MILLIS));
        socket.close();
    }

    /** A deadline, in {@link System#nanoTime()}. */
    public static long in(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** A deadline that only a fault reaches. */
    public static long soon() {
        return in(PATIENCE_MILLIS);
    }
}
