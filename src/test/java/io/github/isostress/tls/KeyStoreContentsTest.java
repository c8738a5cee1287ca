package io.github.isostress.tls;

import static io.github.isostress.support.Failures.failureOf;
import static io.github.isostress.support.TestCertificates.PASSWORD;
import static io.github.isostress.support.TestCertificates.asPem;
import static io.github.isostress.support.TestCertificates.writePem;
import static io.github.isostress.support.TestCertificates.writeStore;
import static io.github.isostress.support.TestCertificates.writeTrustStore;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.host.CertificateAuthority.Identity;
import io.github.isostress.support.TestCertificates;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStoreContentsTest {
    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates() {
        certificates = new TestCertificates(folder);
    }

    private static String words(KeyStoreContents contents) {
        return String.join("\n", contents.describe(Instant.now()));
    }

    @ParameterizedTest
    @CsvSource({"PKCS12, PKCS#12 (PFX)", "JKS, JKS"})
    void shouldTellKeyAndChainWhenItIsAStore(String type, String kind) throws Exception {
        Identity terminal = certificates.authority().issue("terminal 1", List.of("localhost"));
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setKeyEntry("terminal-1", terminal.key(), PASSWORD.toCharArray(), new Certificate[] {
            terminal.certificate(), certificates.authority().certificate()
        });
        Path file = folder.resolve("chain." + type);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }

        String words = words(KeyStoreContents.ofKeyStore(file, PASSWORD, null));

        assertThat(words)
                .startsWith("key store " + file + ", " + kind + ": 1 private key, 1 certificate\n")
                .contains("alias terminal-1: certificate with its private key, ")
                .containsPattern("(RSA|EC) \\d+ bits")
                .contains("subject  CN=terminal 1")
                .contains("issuer   CN=test CA")
                .contains("names    localhost")
                .contains("chain    CN=test CA, ")
                .doesNotContain(PASSWORD);
    }

    @Test
    void shouldTellTheKeyWhenItIsPem() throws Exception {
        Path pem = asPem(certificates.client());

        KeyStoreContents contents = KeyStoreContents.ofKeyStore(pem, "", null);

        assertThat(contents.kind()).isEqualTo("PEM");
        assertThat(contents.entries()).hasSize(1).allMatch(StoredCertificate::hasPrivateKey);
        assertThat(words(contents)).contains("subject  CN=a client");
    }

    @Test
    void shouldListTheCertificatesWhenThereIsNoPrivateKey() throws Exception {
        KeyStoreContents contents = KeyStoreContents.ofKeyStore(certificates.ca(), "", null);

        assertThat(words(contents))
                .contains("PEM: no private keys, 1 certificate")
                .contains("certificate without a private key")
                .contains("issuer   itself");
    }

    @Test
    void shouldListEveryAliasWhenThereAreSeveral() throws Exception {
        Path file = folder.resolve("several.pfx");
        writeStore(
                file,
                PASSWORD,
                List.of(
                        certificates.authority().issue("terminal-b", List.of()),
                        certificates.authority().issue("terminal-a", List.of())));

        assertThat(KeyStoreContents.ofKeyStore(file, PASSWORD, null).entries())
                .extracting(StoredCertificate::alias)
                .containsExactly("terminal-a", "terminal-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void shouldNameTheAliasesWhenItIsATrustStore(String type) throws Exception {
        Path file = folder.resolve("trusted." + type);
        writeTrustStore(type, file, PASSWORD, certificates.authority().certificate());

        assertThat(words(KeyStoreContents.ofTrustStore(file, PASSWORD)))
                .startsWith("trust store ")
                .contains("alias trusted-0: certificate without a private key")
                .contains("subject  CN=test CA");
    }

    @Test
    void shouldListTheCertificatesWhenATrustStoreIsPem() throws Exception {
        Path file = folder.resolve("cas.pem");
        writePem(
                file,
                certificates.authority().certificate(),
                certificates.authority().issue("other", List.of()).certificate());

        assertThat(KeyStoreContents.ofTrustStore(file, "").entries()).hasSize(2);
    }

    @Test
    void shouldSayInWordsWhenACertificateIsNotValidForLong() throws Exception {
        Instant now = Instant.now();
        Identity year = certificates.authority().issue("x", List.of(), now, now.plus(Duration.ofDays(366)));

        assertThat(StoredCertificate.validity(year.certificate(), now)).endsWith(": expires in 365 days");
        assertThat(StoredCertificate.validity(year.certificate(), now.plus(Duration.ofDays(350))))
                .endsWith(": EXPIRES SOON, in 15 days");
        assertThat(StoredCertificate.validity(year.certificate(), now.plus(Duration.ofDays(368))))
                .contains(": EXPIRED ")
                .endsWith("2 days ago");
        assertThat(StoredCertificate.validity(year.certificate(), now.minus(Duration.ofDays(3))))
                .contains(": NOT YET VALID, begins in ");
    }

    @ParameterizedTest
    @CsvSource({"client.pfx, wrong, KEY_STORE_PASSWORD", "nowhere.pfx, '', KEY_STORE_MISSING"})
    void shouldBeRefusedAsByAConnectionWhenItCannotBeRead(String name, String password, Failure failure) {
        FailureException refusal = failureOf(() -> KeyStoreContents.ofKeyStore(folder.resolve(name), password, null));

        assertThat(refusal.failure()).isEqualTo(failure);
        assertThat(refusal).hasMessageContaining(name);
    }
}
