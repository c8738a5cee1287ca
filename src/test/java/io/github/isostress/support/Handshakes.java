package io.github.isostress.support;

import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.connect.ConnectionAttempt;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.wire.HostConnection;
import java.nio.file.Path;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** The JDK's own TLS server, and our handshakes with it. */
public final class Handshakes {
    private static final Framing FRAMING = FramingPreset.BINARY2.framing();

    private Handshakes() {}

    /** A server with this key store. */
    public static ScriptedPeer server(TestCertificates certificates, Path keyStore, String... protocols) {
        return ScriptedPeer.overTls(
                certificates.contextShowing(keyStore),
                parameters -> {
                    if (protocols.length > 0) {
                        parameters.setProtocols(protocols);
                    }
                },
                Step.staySilent());
    }

    /** An attempt with ample time. */
    static ConnectionAttempt attempt(ScriptedPeer peer, String host, ClientTls tls) {
        return TestClient.attempt(host, peer.port(), FRAMING, TestClient.PATIENCE_MILLIS, tls);
    }

    /** The failure of a handshake. */
    public static FailureException failure(ScriptedPeer peer, String host, ClientTls tls) {
        return failureOf(() -> attempt(peer, host, tls).open());
    }

    /** Opens a connection and gives the session as the server sees it. */
    public static SSLSession session(ScriptedPeer peer, String host, ClientTls tls) throws Exception {
        try (HostConnection connection = attempt(peer, host, tls).open()) {
            assertThat(connection.socket()).isInstanceOf(SSLSocket.class);
            assertThat(connection.socket().getTcpNoDelay()).isTrue();
            Await.until("the server has shaken hands", () -> !peer.sessions().isEmpty());
            return peer.sessions().get(0);
        }
    }
}
