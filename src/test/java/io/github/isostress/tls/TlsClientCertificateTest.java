package io.github.isostress.tls;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.connect.ConnectionSettings;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.host.CertificateAuthority;
import io.github.isostress.support.ClientChain;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.HostConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that requires a client certificate. With TLS 1.2 the handshake tells its refusal, with TLS 1.3 the client
 * has finished its handshake before and learns of it only when it talks.
 */
class TlsClientCertificateTest {
    private static final byte[] FRAME = hex("0001 0A");

    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates() {
        certificates = new TestCertificates(folder);
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
    void shouldTellRequiredWhenNoCertificateIsShown(String protocol) {
        try (ScriptedPeer peer = server()) {
            FailureException failure = failureOf(() -> exchange(peer, client(protocol)));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CLIENT_CERTIFICATE_REQUIRED);
            assertThat(failure)
                    .hasMessage(
                            "its alert was bad_certificate, after it had asked for a client certificate and none was"
                                    + " shown: set a key store" + told(protocol));
        }
    }

    /** Why the JTL has more connects than the host has counted. */
    private static String told(String protocol) {
        return protocol.equals("TLSv1.3")
                ? "; with TLS 1.3 a host says so only after the handshake, so this connect was reported as CONNECTED before"
                : "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldSayToPutTheIntermediateIntoThePfxWhenItIsNotThere(String protocol) throws Exception {
        ClientChain chain = new ClientChain();
        try (ScriptedPeer peer = ScriptedPeer.overTls(
                chain.server(certificates),
                parameters -> parameters.setNeedClientAuth(true),
                Step.read(FRAME.length),
                Step.send(FRAME))) {
            Path without = chain.pfx(folder, false);
            Path with = chain.pfx(folder, true);

            FailureException failure =
                    failureOf(() -> exchange(peer, client(protocol).showing(without, TestCertificates.PASSWORD)));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CLIENT_CERTIFICATE_REQUIRED);
            assertThat(failure)
                    .hasMessageContaining(
                            "if an intermediate CA of one of them issued your certificate, add it to the PFX");
            assertThat(exchange(peer, client(protocol).showing(with, TestCertificates.PASSWORD))
                            .bytes())
                    .isEqualTo(FRAME);
        }
    }

    /** Java shows no certificate by an issuer that the host does not name. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldTellTheIssuersWhenTheKeyStoreHasNoneOfThem(String protocol) throws Exception {
        try (ScriptedPeer peer = server()) {
            Path store = ofAnotherCa();
            ClientTls tls = client(protocol).showing(store, TestCertificates.PASSWORD);
            FailureException failure = failureOf(() -> exchange(peer, tls));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CLIENT_CERTIFICATE_REQUIRED);
            assertThat(failure)
                    .hasMessageEndingWith("none was shown: key store " + store
                            + " has no certificate by an issuer that it named: 'CN=test CA'; if an intermediate CA of one of"
                            + " them issued your certificate, add it to the PFX; to show a certificate anyway,"
                            + " set its alias" + told(protocol));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldTellRejectedWhenTheCertificateIsOfAnotherCa(String protocol) throws Exception {
        try (ScriptedPeer peer = server()) {
            ClientTls tls = client(protocol).showing(ofAnotherCa(), TestCertificates.PASSWORD, "it");
            FailureException failure = failureOf(() -> exchange(peer, tls));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CLIENT_CERTIFICATE_REJECTED);
            assertThat(failure)
                    .hasMessageContaining("'CN=a stranger'")
                    .hasMessageContaining("'CN=another CA'")
                    .hasMessageEndingWith(told(protocol));
        }
    }

    private static Path ofAnotherCa() throws Exception {
        Path store = Files.createTempFile(folder, "stranger", ".pfx");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        TestCertificates.writeStore(
                "PKCS12",
                store,
                TestCertificates.PASSWORD,
                new CertificateAuthority("another CA", tomorrow).issue("a stranger", List.of()));
        return store;
    }

    /** The failure is called the same whether the refusal or our request is faster. */
    @RepeatedTest(10)
    void shouldTellRequiredWhenTheRefusalRacesTheRequest() throws Exception {
        try (ScriptedPeer peer = server();
                HostConnection connection = TestClient.connect(peer.port(), "binary2", client("TLSv1.3"))) {
            FailureException failure = failureOf(() -> {
                for (int i = 0; i < 1000; i++) {
                    connection.send(FRAME, TestClient.soon());
                }
                connection.receive(TestClient.soon());
            });

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CLIENT_CERTIFICATE_REQUIRED);
        }
    }

    /** With TLS 1.2 we still write our part of the handshake when the refusal comes. */
    @RepeatedTest(20)
    void shouldTellRequiredWhenTheRefusalRacesTheHandshake() {
        try (ScriptedPeer peer = server()) {
            assertThat(failureOf(() -> exchange(peer, client("TLSv1.2"))).failure())
                    .isEqualTo(Failure.TLS_CLIENT_CERTIFICATE_REQUIRED);
        }
    }

    /** A host that asks for a certificate, gets none, and closes without an alert. */
    @Test
    void shouldSuspectTheMissingCertificateWhenNothingComesAfterTheHandshake() {
        try (ScriptedPeer peer = ScriptedPeer.overTls(
                certificates.serverContext(),
                parameters -> parameters.setWantClientAuth(true),
                Step.read(FRAME.length),
                Step.reset())) {
            FailureException failure = failureOf(() -> exchange(peer, client("TLSv1.3")));

            assertThat(failure.failure()).isEqualTo(Failure.CONNECTION_RESET);
            assertThat(failure)
                    .hasMessageEndingWith(
                            "; it had asked for a client certificate and none was shown: set a key store");
        }
    }

    @Test
    void shouldSuspectNothingWhenSomethingHasCome() {
        try (ScriptedPeer peer = ScriptedPeer.overTls(
                certificates.serverContext(),
                parameters -> parameters.setWantClientAuth(true),
                Step.read(FRAME.length),
                Step.send(FRAME),
                Step.read(FRAME.length))) {
            FailureException failure = failureOf(() -> {
                try (HostConnection connection = TestClient.connect(peer.port(), "binary2", client("TLSv1.3"))) {
                    connection.send(FRAME, TestClient.soon());
                    connection.receive(TestClient.soon());
                    connection.send(FRAME, TestClient.soon());
                    connection.receive(TestClient.soon());
                }
            });

            assertThat(failure.failure()).isEqualTo(Failure.CLOSED_BY_HOST);
            assertThat(failure).message().doesNotContain("certificate");
        }
    }

    @Test
    void shouldNeverShowAPasswordWhenSomethingIsPrinted() {
        ClientTls tls = client("TLSv1.3").showing(certificates.client(), TestCertificates.PASSWORD);
        ConnectionSettings settings = new ConnectionSettings(
                new Endpoint("localhost", 5000), 1000, FramingPreset.BINARY2.framing(), Optional.of(tls.settings()));

        assertThat(List.of(tls.settings().toString(), settings.toString()))
                .allSatisfy(text -> assertThat(text)
                        .contains(certificates.client().toString())
                        .doesNotContain(TestCertificates.PASSWORD));
    }
}
