package io.github.isostress.tls;

import static io.github.isostress.support.Handshakes.failure;
import static io.github.isostress.support.Handshakes.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.Handshakes;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.TestCertificates;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which host certificates are accepted. */
class TlsCertificateCheckTest {
    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates() {
        certificates = new TestCertificates(folder);
    }

    private static ScriptedPeer server() {
        return server(certificates.server());
    }

    private static ScriptedPeer server(Path keyStore) {
        return Handshakes.server(certificates, keyStore);
    }

    private static ClientTls strict() {
        return ClientTls.trusting(certificates.ca());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void shouldConnectWhenTheCertificateIsForTheHost(String host) throws Exception {
        try (ScriptedPeer peer = server()) {
            assertThat(session(peer, host, strict()).getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void shouldTellTheNamesWhenTheCertificateIsForAnotherHost(String host) {
        try (ScriptedPeer peer = server(certificates.serverOfAnotherName())) {
            FailureException failure = failure(peer, host, strict());

            assertThat(failure.failure()).isEqualTo(Failure.TLS_WRONG_HOST_NAME);
            assertThat(failure)
                    .hasMessage("connected to " + host + ", and the host's certificate is for other.example, 10.1.2.3:"
                            + " connect by one of these names, or switch the check of the host name off");
        }
    }

    @Test
    void shouldConnectWhenTheHostNameIsNotToBeChecked() throws Exception {
        try (ScriptedPeer peer = server(certificates.serverOfAnotherName())) {
            assertThat(session(peer, "localhost", strict().withoutHostNameCheck()))
                    .isNotNull();
        }
    }

    @Test
    void shouldTellTheIssuerWhenTheCaIsNotTrusted(@TempDir Path other) {
        Path otherCa = new TestCertificates(other).ca();
        try (ScriptedPeer peer = server()) {
            FailureException failure =
                    failure(peer, "localhost", ClientTls.trusting(otherCa).withoutHostNameCheck());

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CERTIFICATE_UNTRUSTED);
        }
    }

    /** The JVM's own CAs are trusted where no trust store is named, and no others. */
    @Test
    void shouldTellTheIssuerWhenNoTrustStoreIsGiven() {
        try (ScriptedPeer peer = server()) {
            FailureException failure = failure(peer, "localhost", ClientTls.trusting(null));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CERTIFICATE_UNTRUSTED);
            assertThat(failure)
                    .hasMessage(
                            "the host's certificate 'CN=localhost' is vouched for by 'CN=test CA', who is not in the"
                                    + " JVM's own trust store: set a trust store with the certificate of that issuer");
        }
    }

    @Test
    void shouldTellTheDatesWhenTheCertificateHasExpired() {
        try (ScriptedPeer peer = server(certificates.expiredServer())) {
            FailureException failure = failure(peer, "localhost", strict());

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CERTIFICATE_EXPIRED);
            assertThat(failure)
                    .message()
                    .matches(
                            "'CN=localhost' is valid from \\S+Z to \\S+Z, and by the clock of this machine it is \\S+Z");
        }
    }

    @Test
    void shouldTellTheDatesWhenTheCertificateIsNotYetValid() {
        try (ScriptedPeer peer = server(certificates.notYetValidServer())) {
            FailureException failure = failure(peer, "localhost", strict());

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CERTIFICATE_EXPIRED);
            assertThat(failure).hasMessageStartingWith("'CN=localhost' is valid from ");
        }
    }

    @Test
    void shouldConnectWhenAnyCertificateIsTrusted() throws Exception {
        try (ScriptedPeer expired = server(certificates.expiredServer());
                ScriptedPeer other = server(certificates.serverOfAnotherName())) {
            assertThat(session(expired, "localhost", ClientTls.trustingAnybody()))
                    .isNotNull();
            assertThat(session(other, "localhost", ClientTls.trustingAnybody())).isNotNull();
        }
    }
}
