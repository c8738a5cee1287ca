package io.github.isostress.wire;

import static io.github.isostress.wire.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Await;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import java.nio.file.Path;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** The JDK's own TLS server, and our handshakes with it. */
final class Handshakes {
    private static final Framing FRAMING = FramingPreset.BINARY2.framing();

    private Handshakes() {}

    /** A server that shows what is in the key store. */
    static ScriptedPeer server(TestCertificates certificates, Path keyStore, String... protocols) {
        return ScriptedPeer.overTls(
                certificates.serverContext(keyStore),
                parameters -> {
                    if (protocols.length > 0) {
                        parameters.setProtocols(protocols);
                    }
                },
                Step.staySilent());
    }

    /** An attempt that has all the time it needs. */
    static ConnectionAttempt attempt(ScriptedPeer peer, String host, ClientTls tls) {
        return TestClient.attempt(host, peer.port(), FRAMING, TestClient.PATIENCE_MILLIS, tls);
    }

    /** Why the handshake failed. */
    static FailureException failure(ScriptedPeer peer, String host, ClientTls tls) {
        return failureOf(() -> attempt(peer, host, tls).open());
    }

    /** Opens a connection and gives the session as the server sees it. */
    static SSLSession session(ScriptedPeer peer, String host, ClientTls tls) throws Exception {
        try (HostConnection connection = attempt(peer, host, tls).open()) {
            assertThat(connection.socket()).isInstanceOf(SSLSocket.class);
            assertThat(connection.socket().getTcpNoDelay()).isTrue();
            Await.until("the server has shaken hands", () -> !peer.sessions().isEmpty());
            return peer.sessions().get(0);
        }
    }
}
