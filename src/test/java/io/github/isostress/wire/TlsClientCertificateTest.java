package io.github.isostress.wire;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.wire.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that requires a client certificate. With TLS 1.2 the handshake tells its refusal, with TLS 1.3 the client has
 * finished its handshake before and learns of it only when it talks.
 */
class TlsClientCertificateTest {
    private static final byte[] FRAME = hex("0001 0A");

    private static TestCertificates certificates;
    private static TestCertificates strangers;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder, @TempDir Path other) {
        certificates = new TestCertificates(folder);
        strangers = new TestCertificates(other);
    }

    private static ScriptedPeer server() {
        return ScriptedPeer.overTls(
                certificates.serverContext(),
                parameters -> parameters.setNeedClientAuth(true),
                Step.read(FRAME.length),
                Step.send(FRAME));
    }

    private static ClientTls client(String protocol) {
        return ClientTls.trusting(certificates.ca()).offering(protocol);
    }

    private static Frame exchange(ScriptedPeer peer, ClientTls tls) throws FailureException {
        try (HostConnection connection = TestClient.connect(peer.port(), "binary2", tls)) {
            connection.send(FRAME, TestClient.soon());
            return connection.receive(TestClient.soon());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldBeServedWhenTheCertificateIsTrusted(String protocol) throws Exception {
        try (ScriptedPeer peer = server()) {
            ClientTls tls = client(protocol).showing(certificates.client(), TestCertificates.PASSWORD);

            assertThat(exchange(peer, tls).bytes()).isEqualTo(FRAME);
            assertThat(peer.sessions().get(0).getPeerPrincipal()).hasToString("CN=a client");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldTellTlsFailureWhenNoCertificateIsShown(String protocol) {
        try (ScriptedPeer peer = server()) {
            assertThat(failureOf(() -> exchange(peer, client(protocol))).failure())
                    .isEqualTo(Failure.TLS_FAILURE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldTellTlsFailureWhenTheCertificateIsOfAnotherCa(String protocol) {
        try (ScriptedPeer peer = server()) {
            ClientTls tls = client(protocol).showing(strangers.client(), TestCertificates.PASSWORD);

            assertThat(failureOf(() -> exchange(peer, tls)).failure()).isEqualTo(Failure.TLS_FAILURE);
        }
    }

    /** Whether the refusal or our request is faster must not change what it is called. */
    @RepeatedTest(10)
    void shouldTellTlsFailureWhenTheRefusalRacesTheRequest() throws Exception {
        try (ScriptedPeer peer = server();
                HostConnection connection = TestClient.connect(peer.port(), "binary2", client("TLSv1.3"))) {
            FailureException failure = failureOf(() -> {
                for (int i = 0; i < 1000; i++) {
                    connection.send(FRAME, TestClient.soon());
                }
                connection.receive(TestClient.soon());
            });

            assertThat(failure.failure()).isEqualTo(Failure.TLS_FAILURE);
        }
    }

    @Test
    void shouldNeverShowAPasswordWhenSomethingIsPrinted() {
        ClientTls tls = client("TLSv1.3").showing(certificates.client(), TestCertificates.PASSWORD);
        ConnectionSettings settings = new ConnectionSettings(
                "localhost", 5000, 1000, FramingPreset.BINARY2.framing(), Optional.of(tls.settings()));

        assertThat(List.of(tls.settings().toString(), settings.toString()))
                .allSatisfy(text -> assertThat(text)
                        .contains(certificates.client().toString())
                        .doesNotContain(TestCertificates.PASSWORD));
    }
}
