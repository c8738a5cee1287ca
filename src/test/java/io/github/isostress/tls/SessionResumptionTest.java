package io.github.isostress.tls;

import static io.github.isostress.support.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.connect.ConnectionFacts;
import io.github.isostress.connect.Direction;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.HostConnection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of three connections, the third on another link, resume an earlier session. */
class SessionResumptionTest {
    private static final byte[] FRAME = hex("0001 0A");

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) {
        certificates = new TestCertificates(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, FULL, false, false",
        "TLSv1.3, FULL, false, false",
        "TLSv1.2, THREAD, true, false",
        "TLSv1.3, THREAD, true, false",
        "TLSv1.2, SHARED, true, true",
        "TLSv1.3, SHARED, true, true",
    })
    void shouldTellWhichHandshakeItWasWhenLinksReconnect(
            String protocol, SessionResumption resumption, boolean sameLink, boolean otherLink) throws Exception {
        ClientTls tls = ClientTls.trusting(certificates.ca()).offering(protocol).resuming(resumption);
        TlsClient client = new TlsContexts().get(tls.settings());
        try (ScriptedPeer peer = server()) {
            TlsHandshake link = client.handshake();

            assertThat(isResumed(peer, tls, link)).isFalse();
            assertThat(isResumed(peer, tls, link)).isEqualTo(sameLink);
            assertThat(isResumed(peer, tls, link)).isEqualTo(sameLink);
            assertThat(isResumed(peer, tls, client.handshake())).isEqualTo(otherLink);
        }
    }

    private static ScriptedPeer server() {
        return ScriptedPeer.overTls(
                certificates.serverContext(), unchanged -> {}, Step.read(FRAME.length), Step.send(FRAME));
    }

    private static boolean isResumed(ScriptedPeer peer, ClientTls tls, TlsHandshake link) throws FailureException {
        try (HostConnection connection = TestClient.attempt(
                        "localhost",
                        peer.port(),
                        FramingPreset.BINARY2.framing(),
                        TestClient.PATIENCE_MILLIS,
                        tls,
                        link)
                .open()) {
            connection.send(FRAME, TestClient.soon());
            connection.receive(TestClient.soon());
            List<String> facts = ConnectionFacts.of(connection, Direction.WE_CONNECT);
            assertThat(facts)
                    .anySatisfy(fact -> assertThat(fact)
                            .startsWith("TLS ")
                            .endsWith(connection.isResumed() ? ", resumed" : ", full handshake"));
            return connection.isResumed();
        }
    }
}
