package io.github.isostress.tls;

import static io.github.isostress.support.TestCertificates.PASSWORD;
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
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.X509KeyManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

    private static X509KeyManager keys(Path file, String password) throws FailureException {
        return KeyStores.open(file, password, null).anyKey();
    }

    private static void assertRefused(Failure failure, String sentence, ThrowingCallable call) {
        FailureException refusal = Failures.failureOf(call);
        assertThat(refusal).hasMessage(sentence).message().doesNotContain(PASSWORD);
        assertThat(refusal.failure()).isEqualTo(failure);
    }

    /** The bytes tell the type, whatever the file's name says. */
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

        assertRefused(
                Failure.KEY_STORE_PASSWORD,
                "the password of key store " + store + " is wrong"
                        + (password.isEmpty() ? ": it has one, and none is set" : ""),
                () -> keys(store, password));
    }

    @Test
    void shouldRefuseWhenThePasswordShouldBeEmptyAndIsNot() throws Exception {
        Path store = file("key.pfx");
        writeStore("PKCS12", store, "", identity());

        assertRefused(
                Failure.KEY_STORE_PASSWORD,
                "the password of key store " + store + " is wrong",
                () -> keys(store, "wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void shouldSayWhatItHoldsWhenThereIsNoKey(String type) throws Exception {
        Path store = file("trust.store");
        writeTrustStore(type, store, PASSWORD, certificates.authority().certificate());

        assertRefused(
                Failure.KEY_STORE_WITHOUT_KEY,
                "key store " + store + " holds no private key with its certificate, only the certificates of"
                        + " 'CN=test CA': export it again, with the private key",
                () -> keys(store, PASSWORD));
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
                Failure.KEY_STORE_PASSWORD,
                "the private key in key store " + store + " cannot be read with the password of the store",
                () -> keys(store, PASSWORD));
    }

    @Test
    void shouldRefuseWhenTheFileDoesNotExist() {
        Path missing = folder.resolve("missing.pfx");

        assertRefused(
                Failure.KEY_STORE_MISSING, "key store " + missing + " does not exist", () -> keys(missing, PASSWORD));
        assertRefused(Failure.KEY_STORE_MISSING, "key store " + folder + " is a folder", () -> keys(folder, PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "certainly no key store, and no certificate either"})
    void shouldRefuseWhenTheFileIsNoStore(String content) throws Exception {
        Path file = Files.writeString(file("notes.txt"), content);

        assertRefused(
                Failure.KEY_STORE_UNREADABLE,
                "key store " + file + " is in no format that is read (PEM, PKCS#12, JKS, JCEKS, BKS, UBER, BCFKS)",
                () -> keys(file, PASSWORD));
    }

    @Test
    void shouldRefuseWhenTheFileIsDamaged() throws Exception {
        byte[] whole = Files.readAllBytes(certificates.client());
        Path store = Files.write(file("half.pfx"), Arrays.copyOf(whole, whole.length / 2));

        assertRefused(Failure.KEY_STORE_UNREADABLE, "key store " + store + " is damaged", () -> keys(store, PASSWORD));
    }
}
