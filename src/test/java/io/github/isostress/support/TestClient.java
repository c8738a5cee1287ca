package io.github.isostress.support;

import io.github.isostress.connect.ConnectionAttempt;
import io.github.isostress.connect.ConnectionSettings;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.tls.TlsContexts;
import io.github.isostress.tls.TlsHandshake;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.HostConnection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Opens the product's connections to a port of this machine. */
public final class TestClient {
    /** By when anything that should come at all has come. */
    public static final int PATIENCE_MILLIS = 20_000;

    private TestClient() {}

    /** A plain connection. */
    public static HostConnection connect(int port, String framing) throws FailureException {
        return attempt("127.0.0.1", port, FramingReader.parse(framing), PATIENCE_MILLIS, null)
                .open();
    }

    /** A TLS connection, by name so that the name can be checked. */
    public static HostConnection connect(int port, String framing, ClientTls tls) throws FailureException {
        return attempt("localhost", port, FramingReader.parse(framing), PATIENCE_MILLIS, tls)
                .open();
    }

    /** An attempt, plain where {@code tls} is null. */
    public static ConnectionAttempt attempt(String host, int port, Framing framing, int timeoutMillis, ClientTls tls) {
        return attempt(host, port, framing, timeoutMillis, tls, tls == null ? null : handshake(tls));
    }

    /** An attempt that shakes hands with what others may have been made with before. */
    public static ConnectionAttempt attempt(
            String host, int port, Framing framing, int timeoutMillis, ClientTls tls, TlsHandshake handshake) {
        return new ConnectionAttempt(
                new ConnectionSettings(
                        new Endpoint(host, port),
                        timeoutMillis,
                        framing,
                        Optional.ofNullable(tls).map(ClientTls::settings)),
                handshake);
    }

    private static TlsHandshake handshake(ClientTls tls) {
        try {
            return new TlsContexts().get(tls.settings()).handshake();
        } catch (FailureException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many milliseconds from now, as connections take deadlines. */
    public static long in(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** A deadline that only a fault reaches. */
    public static long soon() {
        return in(PATIENCE_MILLIS);
    }
}
