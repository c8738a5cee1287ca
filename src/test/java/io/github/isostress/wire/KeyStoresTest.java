package io.github.isostress.wire;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static io.github.isostress.support.TestCertificates.writePem;
import static io.github.isostress.support.TestCertificates.writeStore;
import static io.github.isostress.support.TestCertificates.writeTrustStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.host.CertificateAuthority.Identity;
import io.github.isostress.support.TestCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStoresTest {
    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates() {
        certificates = new TestCertificates(folder);
    }

    private static Identity identity() throws Exception {
        return certificates.authority().issue("a client", List.of());
    }

    private static Path file(String name) throws Exception {
        return Files.createTempDirectory(folder, "store").resolve(name);
    }

    private static X509KeyManager keys(Path file, String password) {
        return (X509KeyManager) KeyStores.keyManagers(file, password)[0];
    }

    private static List<X509Certificate> trusted(Path file, String password) {
        TrustManager[] managers = TrustStores.trustManagers(file, password);
        return Arrays.asList(((X509TrustManager) managers[0]).getAcceptedIssuers());
    }

    private static void assertRefused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
        assertThatThrownBy(call).message().doesNotContain(PASSWORD);
    }

    /** The type is found out from the file, whatever its name says. */
    @ParameterizedTest
    @CsvSource({
        "PKCS12, key.pfx, s3cret-of-the-store",
        "PKCS12, key.jks, s3cret-of-the-store",
        "JKS, key.jks, s3cret-of-the-store",
        "JKS, key.pfx, s3cret-of-the-store",
        "PKCS12, empty.pfx, ''",
    })
    void shouldShowTheCertificateWhenTheStoreOpens(String type, String name, String password) throws Exception {
        Path store = file(name);
        Identity identity = identity();
        writeStore(type, store, password, identity);

        X509KeyManager keys = keys(store, password);
        String alias = keys.chooseClientAlias(new String[] {"EC"}, null, null);

        assertThat(keys.getCertificateChain(alias)).containsExactly(identity.certificate());
        assertThat(keys.getPrivateKey(alias)).isEqualTo(identity.key());
    }

    @ParameterizedTest
    @CsvSource({"PKCS12, wrong", "PKCS12, ''", "JKS, wrong", "JKS, ''"})
    void shouldRefuseWhenThePasswordIsWrong(String type, String password) throws Exception {
        Path store = file("key.store");
        writeStore(type, store, PASSWORD, identity());

        assertRefused(() -> keys(store, password), "the password of key store " + store + " is wrong");
    }

    @Test
    void shouldRefuseWhenThePasswordShouldBeEmptyAndIsNot() throws Exception {
        Path store = file("key.pfx");
        writeStore("PKCS12", store, "", identity());

        assertRefused(() -> keys(store, "wrong"), "the password of key store " + store + " is wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void shouldRefuseWhenThereIsNoKey(String type) throws Exception {
        Path store = file("trust.store");
        writeTrustStore(type, store, PASSWORD, certificates.authority().certificate());

        assertRefused(() -> keys(store, PASSWORD), "key store " + store + " holds no private key");
    }

    @Test
    void shouldRefuseWhenTheKeyHasAnotherPassword() throws Exception {
        Path store = file("key.jks");
        KeyStore jks = KeyStore.getInstance("JKS");
        jks.load(null, null);
        Identity identity = identity();
        jks.setKeyEntry("it", identity.key(), "other".toCharArray(), new X509Certificate[] {identity.certificate()});
        try (var out = Files.newOutputStream(store)) {
            jks.store(out, PASSWORD.toCharArray());
        }

        assertRefused(
                () -> keys(store, PASSWORD),
                "the private key in key store " + store + " cannot be read with the password of the store");
    }

    @Test
    void shouldRefuseWhenTheFileDoesNotExist() {
        Path missing = folder.resolve("missing.pfx");

        assertRefused(() -> keys(missing, PASSWORD), "key store " + missing + " does not exist");
        assertRefused(() -> trusted(missing, PASSWORD), "trust store " + missing + " does not exist");
        assertRefused(() -> keys(folder, PASSWORD), "key store " + folder + " does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "certainly no key store, and no certificate either"})
    void shouldRefuseWhenTheFileIsNoStore(String content) throws Exception {
        Path file = Files.writeString(file("notes.txt"), content);

        assertRefused(() -> keys(file, PASSWORD), "key store " + file + " is neither PKCS#12 (PFX) nor JKS");
        assertRefused(() -> trusted(file, PASSWORD), "trust store " + file + " is neither PEM, PKCS#12 (PFX) nor JKS");
    }

    @Test
    void shouldRefuseWhenTheKeyStoreIsPem() {
        Path pem = certificates.ca();

        assertRefused(() -> keys(pem, PASSWORD), "key store " + pem + " is neither PKCS#12 (PFX) nor JKS");
    }

    @Test
    void shouldRefuseWhenTheFileIsDamaged() throws Exception {
        byte[] whole = Files.readAllBytes(certificates.client());
        Path store = Files.write(file("half.pfx"), Arrays.copyOf(whole, whole.length / 2));

        assertRefused(
                () -> keys(store, PASSWORD),
                "key store " + store + " cannot be read: it is damaged or uses an algorithm this Java lacks");
    }

    @Test
    void shouldTrustEveryCertificateWhenPemHoldsSeveral(@TempDir Path other) throws Exception {
        X509Certificate first = certificates.authority().certificate();
        X509Certificate second = new TestCertificates(other).authority().certificate();
        Path one = file("one.pem");
        Path both = file("both.pem");
        writePem(one, first);
        writePem(both, first, second);
        Path commented = Files.writeString(file("commented.pem"), "subject=CN = test CA\n\n" + Files.readString(one));

        assertThat(trusted(one, "")).containsExactly(first);
        assertThat(trusted(both, "not used")).containsExactlyInAnyOrder(first, second);
        assertThat(trusted(commented, "")).containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void shouldTrustTheCertificatesWhenAStoreHoldsThem(String type) throws Exception {
        Path store = file("trust.store");
        writeTrustStore(type, store, PASSWORD, certificates.authority().certificate());

        assertThat(trusted(store, PASSWORD))
                .containsExactly(certificates.authority().certificate());
        assertRefused(() -> trusted(store, "wrong"), "the password of trust store " + store + " is wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIVATE KEY", "CERTIFICATE"})
    void shouldRefuseWhenPemHoldsNoCertificate(String label) throws Exception {
        Path pem = Files.writeString(
                file("broken.pem"), "-----BEGIN " + label + "-----\nMAAA\n-----END " + label + "-----\n");

        assertRefused(() -> trusted(pem, ""), "trust store " + pem + " holds no certificate that can be read");
    }

    /** Other tools do not mark certificates as trusted, and then Java passes them over. */
    @Test
    void shouldTrustTheCertificateWhenItIsNotMarkedAsTrusted() throws Exception {
        Path store = file("unmarked.pfx");
        PKCS12PfxPdu pfx = new PKCS12PfxPduBuilder()
                .addData(new JcaPKCS12SafeBagBuilder(certificates.authority().certificate()).build())
                .build(
                        new JcePKCS12MacCalculatorBuilder().setProvider(new BouncyCastleProvider()),
                        PASSWORD.toCharArray());
        Files.write(store, pfx.getEncoded());

        assertThat(trusted(store, PASSWORD))
                .containsExactly(certificates.authority().certificate());
    }
}
