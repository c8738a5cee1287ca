package io.github.isostress.tls;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static io.github.isostress.support.TestCertificates.pem;
import static io.github.isostress.support.TestCertificates.writePem;
import static io.github.isostress.support.TestCertificates.writeStore;
import static io.github.isostress.support.TestCertificates.writeTrustStore;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.host.CertificateAuthority.Identity;
import io.github.isostress.support.Failures;
import io.github.isostress.support.TestCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustStoresTest {
    @TempDir
    static Path folder;

    private static TestCertificates certificates;
    private static X509Certificate ca;

    @BeforeAll
    static void makeCertificates() {
        certificates = new TestCertificates(folder);
        ca = certificates.authority().certificate();
    }

    private static Path file(String name) throws Exception {
        return Files.createTempDirectory(folder, "store").resolve(name);
    }

    private static List<X509Certificate> trusted(Path file, String password) throws FailureException {
        TrustManager[] managers = TrustStores.trustManagers(file, password);
        return Arrays.asList(((X509TrustManager) managers[0]).getAcceptedIssuers());
    }

    private static void assertRefused(Failure failure, String sentence, Path file, String password) {
        FailureException refusal = Failures.failureOf(() -> trusted(file, password));
        assertThat(refusal).hasMessage(sentence);
        assertThat(refusal.failure()).isEqualTo(failure);
    }

    @Test
    void shouldTrustEveryCertificateWhenPemHoldsSeveral(@TempDir Path other) throws Exception {
        X509Certificate second = new TestCertificates(other).authority().certificate();
        Path one = file("one.pem");
        Path both = file("both.pem");
        writePem(one, ca);
        writePem(both, ca, second);
        Path commented = Files.writeString(file("commented.pem"), "subject=CN = test CA\n\n" + Files.readString(one));

        assertThat(trusted(one, "")).containsExactly(ca);
        assertThat(trusted(both, "not used")).containsExactlyInAnyOrder(ca, second);
        assertThat(trusted(commented, "")).containsExactly(ca);
    }

    /** As openssl pkcs12 -nodes writes it. */
    @Test
    void shouldTrustTheCertificatesWhenPemHoldsAKeyToo() throws Exception {
        Identity identity = certificates.authority().issue("a host", List.of("localhost"));
        Path file = Files.writeString(
                file("both.pem"),
                "Bag Attributes: <No Attributes>\n"
                        + pem("PRIVATE KEY", identity.key().getEncoded())
                        + "subject=CN = a host\n"
                        + pem("CERTIFICATE", identity.certificate().getEncoded())
                        + pem("CERTIFICATE", ca.getEncoded()));

        assertThat(trusted(file, "")).containsExactlyInAnyOrder(identity.certificate(), ca);
    }

    @Test
    void shouldTrustTheCertificateWhenItIsDer() throws Exception {
        assertThat(trusted(Files.write(file("ca.cer"), ca.getEncoded()), "")).containsExactly(ca);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void shouldTrustTheCertificatesWhenAStoreHoldsThem(String type) throws Exception {
        Path store = file("trust.store");
        writeTrustStore(type, store, PASSWORD, ca);

        assertThat(trusted(store, PASSWORD)).containsExactly(ca);
        assertRefused(Failure.KEY_STORE_PASSWORD, "the password of trust store " + store + " is wrong", store, "wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void shouldTrustTheChainWhenAStoreHoldsAKey(String type) throws Exception {
        Path store = file("key.store");
        Identity identity = certificates.authority().issue("a host", List.of("localhost"));
        writeStore(type, store, PASSWORD, identity);

        assertThat(trusted(store, PASSWORD)).containsExactly(identity.certificate());
    }

    /** Other tools do not mark certificates as trusted; Java ignores these. */
    @Test
    void shouldTrustTheCertificateWhenItIsNotMarkedAsTrusted() throws Exception {
        Path store = file("unmarked.pfx");
        PKCS12PfxPdu pfx = new PKCS12PfxPduBuilder()
                .addData(new JcaPKCS12SafeBagBuilder(ca).build())
                .build(
                        new JcePKCS12MacCalculatorBuilder().setProvider(new BouncyCastleProvider()),
                        PASSWORD.toCharArray());
        Files.write(store, pfx.getEncoded());

        assertThat(trusted(store, PASSWORD)).containsExactly(ca);
    }

    @Test
    void shouldTrustTheJvmsOwnWhenThereIsNoFile() throws Exception {
        assertThat(trusted(null, "")).isNotEmpty().doesNotContain(ca);
    }

    @Test
    void shouldRefuseWhenThereIsNoCertificateInPem() throws Exception {
        Path broken = Files.writeString(file("broken.pem"), pem("CERTIFICATE", new byte[] {0x30, 0}));
        Path key = Files.writeString(file("key.pem"), pem("PRIVATE KEY", new byte[] {0x30, 0}));

        assertRefused(
                Failure.KEY_STORE_UNREADABLE,
                "trust store " + broken + " holds no certificate that can be read",
                broken,
                "");
        assertRefused(
                Failure.KEY_STORE_UNREADABLE,
                "trust store " + key + " holds no certificate, only a private key: name the certificates to trust",
                key,
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "certainly no key store, and no certificate either"})
    void shouldRefuseWhenTheFileIsNoStore(String content) throws Exception {
        Path file = Files.writeString(file("notes.txt"), content);

        assertRefused(
                Failure.KEY_STORE_UNREADABLE,
                "trust store " + file + " is in no format that is read (PEM, PKCS#12, JKS, JCEKS, BKS, UBER, BCFKS)",
                file,
                PASSWORD);
    }

    @Test
    void shouldRefuseWhenTheFileDoesNotExist() {
        Path missing = folder.resolve("missing.pem");

        assertRefused(Failure.KEY_STORE_MISSING, "trust store " + missing + " does not exist", missing, PASSWORD);
    }
}
