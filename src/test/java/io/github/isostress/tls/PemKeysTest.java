package io.github.isostress.tls;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static io.github.isostress.support.TestCertificates.pem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.host.CertificateAuthority.Identity;
import io.github.isostress.support.Failures;
import io.github.isostress.support.TestCertificates;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates and keys in PEM, as openssl and certificate authorities hand them out. */
class PemKeysTest {
    @TempDir
    static Path folder;

    private static TestCertificates certificates;
    private static Identity identity;

    private static Path certificate;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = new TestCertificates(folder);
        identity = certificates.authority().issue("a terminal", List.of());
        certificate = write(chain());
    }

    private static String chain() throws Exception {
        return pem("CERTIFICATE", identity.certificate().getEncoded())
                + pem("CERTIFICATE", certificates.authority().certificate().getEncoded());
    }

    private static Path write(String text) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "pair", ".pem"), text);
    }

    private static String key(PemObjectGenerator block) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(block);
        }
        return text.toString();
    }

    /** With the name of its curve, which Java's own keys do not repeat. */
    private static String sec1() throws Exception {
        return key(new JcaMiscPEMGenerator(keyWithCurve()));
    }

    private static PrivateKey keyWithCurve() throws Exception {
        return KeyFactory.getInstance("EC", new BouncyCastleProvider())
                .generatePrivate(new PKCS8EncodedKeySpec(identity.key().getEncoded()));
    }

    private static String encrypted() throws Exception {
        return key(new JcaPKCS8Generator(
                identity.key(),
                new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                        .setProvider(new BouncyCastleProvider())
                        .setPassword(PASSWORD.toCharArray())
                        .build()));
    }

    private static void assertOpens(Path keyStore, String password, Path privateKey) throws Exception {
        X509ExtendedKeyManager keys =
                KeyStores.open(keyStore, password, privateKey).anyKey();
        String alias = keys.chooseClientAlias(new String[] {"EC"}, null, null);

        assertThat(((ECPrivateKey) keys.getPrivateKey(alias)).getS()).isEqualTo(((ECPrivateKey) identity.key()).getS());
        assertThat(keys.getCertificateChain(alias))
                .containsExactly(
                        identity.certificate(), certificates.authority().certificate());
    }

    private static FailureException refusal(Path keyStore, String password, Path privateKey) {
        return Failures.failureOf(() -> KeyStores.open(keyStore, password, privateKey));
    }

    @Test
    void shouldOpenWhenTheKeyIsPkcs8() throws Exception {
        assertOpens(certificate, "", write(pem("PRIVATE KEY", identity.key().getEncoded())));
    }

    @Test
    void shouldOpenWhenTheKeyIsSec1() throws Exception {
        assertThat(sec1()).startsWith("-----BEGIN EC PRIVATE KEY-----");
        assertOpens(certificate, "", write(sec1()));
    }

    @Test
    void shouldOpenWhenTheKeyIsEncrypted() throws Exception {
        assertThat(encrypted()).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertOpens(certificate, PASSWORD, write(encrypted()));
    }

    @Test
    void shouldOpenWhenTheKeyIsEncryptedInOpensslsOldWay() throws Exception {
        String key = key(new JcaMiscPEMGenerator(
                keyWithCurve(),
                new JcePEMEncryptorBuilder("AES-128-CBC")
                        .setProvider(new BouncyCastleProvider())
                        .build(PASSWORD.toCharArray())));

        assertThat(key).contains("DEK-Info: AES-128-CBC");
        assertOpens(certificate, PASSWORD, write(key));
        assertThat(refusal(certificate, "wrong", write(key)).failure()).isEqualTo(Failure.KEY_STORE_PASSWORD);
    }

    @Test
    void shouldOpenWhenOneFileHoldsBothInAnyOrder() throws Exception {
        String ca = pem("CERTIFICATE", certificates.authority().certificate().getEncoded());
        String own = pem("CERTIFICATE", identity.certificate().getEncoded());

        assertOpens(write(sec1() + chain()), "", null);
        assertOpens(write(ca + "friendlyName: terminal\n" + own + encrypted()), PASSWORD, null);
    }

    @Test
    void shouldTellTheWrongPasswordWhenTheKeyIsEncrypted() throws Exception {
        Path key = write(encrypted());

        assertThat(refusal(certificate, "wrong", key))
                .hasMessage("the password of private key file " + key + " is wrong")
                .extracting(FailureException::failure)
                .isEqualTo(Failure.KEY_STORE_PASSWORD);
    }

    @Test
    void shouldAskForTheKeyWhenThereAreCertificatesAlone() {
        assertThat(refusal(certificate, "", null))
                .hasMessage("key store " + certificate + " holds no private key, only the certificates of"
                        + " 'CN=a terminal', 'CN=test CA': name the PEM file of the private key, too")
                .extracting(FailureException::failure)
                .isEqualTo(Failure.KEY_STORE_WITHOUT_KEY);
    }

    @Test
    void shouldRefuseWhenThereIsAKeyAlone() throws Exception {
        Path key = write(sec1());

        assertThat(refusal(key, "", null))
                .hasMessage("key store " + key + " holds no certificate, which is to be shown with the private key")
                .extracting(FailureException::failure)
                .isEqualTo(Failure.KEY_STORE_WITHOUT_KEY);
    }

    @Test
    void shouldRefuseWhenKeyAndCertificateAreNoPair() throws Exception {
        Path key = write(pem(
                "PRIVATE KEY",
                certificates.authority().issue("another", List.of()).key().getEncoded()));

        assertThat(refusal(certificate, "", key))
                .hasMessage("the private key in private key file " + key
                        + " belongs to none of the certificates in key store " + certificate)
                .extracting(FailureException::failure)
                .isEqualTo(Failure.KEY_STORE_WITHOUT_KEY);
    }

    @Test
    void shouldRefuseWhenTheKeyFileDoesNotExist() {
        Path missing = folder.resolve("missing.key");

        assertThat(refusal(certificate, "", missing))
                .hasMessage("private key file " + missing + " does not exist")
                .extracting(FailureException::failure)
                .isEqualTo(Failure.KEY_STORE_MISSING);
    }

    @Test
    void shouldSayHowToConvertWhenTheKeyFileIsNotPem() throws Exception {
        Path key = Files.write(folder.resolve("key.der"), identity.key().getEncoded());

        assertThat(refusal(certificate, "", key))
                .hasMessage("private key file " + key
                        + " is a private key in DER: convert it: openssl pkey -inform DER -in " + key + " -out new.key")
                .extracting(FailureException::failure)
                .isEqualTo(Failure.KEY_STORE_UNREADABLE);
    }

    @Test
    void shouldRefuseWhenAKeyFileGoesWithAStore() {
        assertThat(refusal(certificates.client(), PASSWORD, certificate))
                .hasMessage("private key file " + certificate + " goes with a certificate in PEM only, and key store "
                        + certificates.client() + " is not PEM")
                .extracting(FailureException::failure)
                .isEqualTo(Failure.CONFIG_ERROR);
    }

    @Test
    void shouldRefuseWhenTheKeyIsDamaged() throws Exception {
        byte[] bytes = PrivateKeyInfo.getInstance(identity.key().getEncoded()).getEncoded();
        bytes[bytes.length / 2] ^= 1;
        Path halfBlock = write(sec1().substring(0, 60));

        assertThat(refusal(certificate, "", halfBlock)).hasMessage("private key file " + halfBlock + " is damaged");
        assertThat(refusal(certificate, "", write(pem("PRIVATE KEY", bytes))).failure())
                .isIn(Failure.KEY_STORE_UNREADABLE, Failure.KEY_STORE_WITHOUT_KEY);
    }
}
