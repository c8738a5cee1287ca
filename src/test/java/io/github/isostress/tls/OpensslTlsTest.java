package io.github.isostress.tls;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.host.CertificateAuthority;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.OpensslServer;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.HostConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Successful handshakes and the TLS failures, with OpenSSL's server. */
class OpensslTlsTest {
    private static final byte[] FRAME = hex("0003 0A0B0C");
    private static final String REQUIRE_CLIENT_CERTIFICATE = " -CAfile ca.pem -Verify 2 -verify_return_error";

    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates() {
        certificates = new TestCertificates(folder);
    }

    @BeforeEach
    void assumeOpenssl() throws Exception {
        OpensslServer.assumeInstalled();
    }

    private static OpensslServer server(String options) throws Exception {
        return server(certificates.server(), options);
    }

    private static OpensslServer server(Path keyStore, String options) throws Exception {
        return new OpensslServer(
                folder, "-cert " + TestCertificates.asPem(keyStore).getFileName() + " " + options);
    }

    private static ClientTls client() {
        return ClientTls.trusting(certificates.ca());
    }

    private static Path clientStore(CertificateAuthority authority, Instant from, Instant until) throws Exception {
        Path store = Files.createTempFile(folder, "client", ".pfx");
        TestCertificates.writeStore(
                "PKCS12", store, TestCertificates.PASSWORD, authority.issue("terminal 7", List.of(), from, until));
        return store;
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    private static HostConnection exchange(OpensslServer server, ClientTls tls, TlsHandshake link)
            throws FailureException {
        HostConnection connection = TestClient.attempt(
                        "localhost",
                        server.port(),
                        FramingPreset.BINARY2.framing(),
                        TestClient.PATIENCE_MILLIS,
                        tls,
                        link)
                .open();
        try (connection) {
            connection.send(FRAME, TestClient.soon());
            assertThat(connection.receive(TestClient.soon()).bytes()).isEqualTo(FRAME);
            return connection;
        }
    }

    private static FailureException failure(OpensslServer server, ClientTls tls) throws FailureException {
        TlsHandshake link = new TlsContexts().get(tls.settings()).handshake();
        return failureOf(() -> exchange(server, tls, link));
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, FULL, false",
        "TLSv1.3, FULL, false",
        "TLSv1.2, THREAD, true",
        "TLSv1.3, THREAD, true",
    })
    void shouldBeServedAgainWhenTheCertificateIsTrusted(String protocol, SessionResumption resumption, boolean resumed)
            throws Exception {
        ClientTls tls = client().offering(protocol)
                .resuming(resumption)
                .showing(certificates.client(), TestCertificates.PASSWORD);
        TlsHandshake link = new TlsContexts().get(tls.settings()).handshake();
        try (OpensslServer server = server(REQUIRE_CLIENT_CERTIFICATE)) {
            assertThat(exchange(server, tls, link).isResumed()).isFalse();
            assertThat(exchange(server, tls, link).isResumed()).isEqualTo(resumed);
            assertThat(exchange(server, tls, link).isResumed()).isEqualTo(resumed);
            assertThat(server.frames()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, handshake_failure", "TLSv1.3, certificate_required"})
    void shouldTellRequiredWhenNoCertificateIsShown(String protocol, String alert) throws Exception {
        try (OpensslServer server = server(REQUIRE_CLIENT_CERTIFICATE)) {
            FailureException failure = failure(server, client().offering(protocol));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CLIENT_CERTIFICATE_REQUIRED);
            assertThat(failure)
                    .hasMessageStartingWith("its alert was " + alert
                            + ", after it had asked for a client certificate and none was shown: set a key store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldTellTheIssuerWhenTheClientsCaIsUnknown(String protocol) throws Exception {
        Path store = clientStore(new CertificateAuthority("another CA", inDays(1)), inDays(-1), inDays(1));
        try (OpensslServer server = server(REQUIRE_CLIENT_CERTIFICATE)) {
            FailureException failure =
                    failure(server, client().offering(protocol).showing(store, TestCertificates.PASSWORD, "it"));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CLIENT_CERTIFICATE_REJECTED);
            assertThat(failure)
                    .hasMessageStartingWith(
                            "its alert was unknown_ca: the host does not know 'CN=another CA', the issuer of"
                                    + " 'CN=terminal 7', or it lacks a certificate in between: put the whole chain into the key"
                                    + " store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldTellTheDatesWhenTheClientsCertificateHasExpired(String protocol) throws Exception {
        Path store = clientStore(certificates.authority(), inDays(-2), inDays(-1));
        try (OpensslServer server = server(REQUIRE_CLIENT_CERTIFICATE)) {
            FailureException failure =
                    failure(server, client().offering(protocol).showing(store, TestCertificates.PASSWORD));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CLIENT_CERTIFICATE_REJECTED);
            assertThat(failure)
                    .hasMessageStartingWith("its alert was certificate_expired: 'CN=terminal 7' is valid from ");
        }
    }

    @ParameterizedTest
    @CsvSource({"-tls1_2, TLSv1.3", "-tls1_3, TLSv1.2"})
    void shouldTellNothingInCommonWhenTheServerSpeaksAnotherVersion(String served, String offered) throws Exception {
        try (OpensslServer server = server(served)) {
            FailureException failure = failure(server, client().offering(offered));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_NOTHING_IN_COMMON);
            assertThat(failure)
                    .hasMessage("its alert was protocol_version: offered were the TLS versions " + offered
                            + " and Java's default cipher suites; try others");
        }
    }

    @Test
    void shouldTellNothingInCommonWhenTheServerWantsOtherCiphers() throws Exception {
        try (OpensslServer server = server("-tls1_2 -cipher ECDHE-ECDSA-AES256-GCM-SHA384")) {
            ClientTls tls = client().enciphering("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");

            assertThat(failure(server, tls).failure()).isEqualTo(Failure.TLS_NOTHING_IN_COMMON);
        }
    }

    @Test
    void shouldTellTheDatesWhenTheServersCertificateHasExpired() throws Exception {
        try (OpensslServer server = server(certificates.expiredServer(), "")) {
            assertThat(failure(server, client()).failure()).isEqualTo(Failure.TLS_CERTIFICATE_EXPIRED);
        }
    }

    @Test
    void shouldTellTheNamesWhenTheServersCertificateIsForAnotherName() throws Exception {
        try (OpensslServer server = server(certificates.serverOfAnotherName(), "")) {
            assertThat(failure(server, client()).failure()).isEqualTo(Failure.TLS_WRONG_HOST_NAME);
        }
    }

    @Test
    void shouldTellTheIssuerWhenTheServersCaIsUnknown(@TempDir Path other) throws Exception {
        ClientTls tls = ClientTls.trusting(new TestCertificates(other).ca());
        try (OpensslServer server = server("")) {
            assertThat(failure(server, tls).failure()).isEqualTo(Failure.TLS_CERTIFICATE_UNTRUSTED);
        }
    }
}
