package io.github.isostress.wire;

import static io.github.isostress.wire.Handshakes.failure;
import static io.github.isostress.wire.Handshakes.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.TestCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose certificate is taken for the host's. */
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

    private static Path storeFor(String name, List<String> hosts, Instant until) throws Exception {
        Path store = Files.createTempFile(folder, name, ".p12");
        TestCertificates.writeStore(
                "PKCS12",
                store,
                TestCertificates.PASSWORD,
                certificates.authority().issue(name, hosts, until));
        return store;
    }

    private static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void shouldConnectWhenTheCertificateIsForTheHost(String host) throws Exception {
        try (ScriptedPeer peer = server()) {
            assertThat(session(peer, host, strict()).getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void shouldTellTlsFailureWhenTheCertificateIsForAnotherHost() throws Exception {
        try (ScriptedPeer peer = server(storeFor("other", List.of("other.example"), tomorrow()))) {
            FailureException failure = failure(peer, "localhost", strict());

            assertThat(failure.failure()).isEqualTo(Failure.TLS_FAILURE);
            assertThat(failure)
                    .hasMessageStartingWith("the host's certificate: ")
                    .hasMessageContaining("localhost");
        }
    }

    @Test
    void shouldConnectWhenTheHostNameIsNotToBeChecked() throws Exception {
        try (ScriptedPeer peer = server(storeFor("other", List.of("other.example"), tomorrow()))) {
            assertThat(session(peer, "localhost", strict().withoutHostNameCheck()))
                    .isNotNull();
        }
    }

    @Test
    void shouldTellTlsFailureWhenTheCaIsNotTrusted(@TempDir Path other) throws Exception {
        Path otherCa = new TestCertificates(other).ca();
        try (ScriptedPeer peer = server()) {
            FailureException failure =
                    failure(peer, "localhost", ClientTls.trusting(otherCa).withoutHostNameCheck());

            assertThat(failure.failure()).isEqualTo(Failure.TLS_FAILURE);
            assertThat(failure).hasMessageStartingWith("the host's certificate: ");
        }
    }

    /** The JVM's own CAs are trusted where no trust store is named, and no others. */
    @Test
    void shouldTellTlsFailureWhenNoTrustStoreIsGiven() {
        try (ScriptedPeer peer = server()) {
            assertThat(failure(peer, "localhost", ClientTls.trusting(null)).failure())
                    .isEqualTo(Failure.TLS_FAILURE);
        }
    }

    @Test
    void shouldTellTlsFailureWhenTheCertificateHasExpired() throws Exception {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (ScriptedPeer peer = server(storeFor("old", List.of("localhost"), yesterday))) {
            FailureException failure = failure(peer, "localhost", strict());

            assertThat(failure.failure()).isEqualTo(Failure.TLS_FAILURE);
            assertThat(failure)
                    .hasMessageStartingWith("the host's certificate: ")
                    .hasMessageContaining("NotAfter");
        }
    }

    @Test
    void shouldConnectWhenAnyCertificateIsTrusted() throws Exception {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (ScriptedPeer peer = server(storeFor("old and other", List.of("other.example"), yesterday))) {
            assertThat(session(peer, "localhost", ClientTls.trustingAnybody())).isNotNull();
        }
    }
}
