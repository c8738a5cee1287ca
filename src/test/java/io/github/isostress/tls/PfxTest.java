package io.github.isostress.tls;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.host.CertificateAuthority.Identity;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.Failures;
import io.github.isostress.support.Handshakes;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ntt.NTTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBMac1CalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PFX files that Java alone does not open, or opens in part. */
class PfxTest {
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final int ITERATIONS = 2048;
    private static final DEROctetString KEY_ID = new DEROctetString(new byte[] {1});

    @TempDir
    static Path folder;

    private static TestCertificates certificates;
    private static Identity identity;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = new TestCertificates(folder);
        identity = certificates.authority().issue("a terminal", List.of());
    }

    private static PKCS12MacCalculatorBuilder macBySha1() {
        return new JcePKCS12MacCalculatorBuilder().setProvider(BOUNCY_CASTLE);
    }

    private static PKCS12MacCalculatorBuilder pbmac1() throws Exception {
        AlgorithmIdentifier hmac = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
        PBKDF2Params derivation = new PBKDF2Params(new byte[16], ITERATIONS, 32, hmac);
        return new BcPKCS12PBMac1CalculatorBuilder(
                new PBMAC1Params(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2, derivation), hmac));
    }

    private static OutputEncryptor encryptor(ASN1ObjectIdentifier cipher) throws Exception {
        return new JcePKCSPBEOutputEncryptorBuilder(cipher)
                .setProvider(BOUNCY_CASTLE)
                .setIterationCount(ITERATIONS)
                .build(PASSWORD.toCharArray());
    }

    private static JcaPKCS12SafeBagBuilder certificate() throws Exception {
        JcaPKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(identity.certificate());
        bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, KEY_ID);
        return bag;
    }

    private static Path written(JcaPKCS12SafeBagBuilder key, PKCS12MacCalculatorBuilder mac) throws Exception {
        key.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, KEY_ID);
        return written(
                new PKCS12PfxPduBuilder()
                        .addData(key.build())
                        .addData(certificate().build()),
                mac);
    }

    private static Path written(PKCS12PfxPduBuilder pfx, PKCS12MacCalculatorBuilder mac) throws Exception {
        return Files.write(
                Files.createTempFile(folder, "made", ".pfx"),
                pfx.build(mac, PASSWORD.toCharArray()).getEncoded());
    }

    private static Path encrypted(ASN1ObjectIdentifier cipher, PKCS12MacCalculatorBuilder mac) throws Exception {
        return written(new JcaPKCS12SafeBagBuilder(identity.key(), encryptor(cipher)), mac);
    }

    private static void assertOpens(Path file, String password) throws Exception {
        X509ExtendedKeyManager keys = KeyStores.open(file, password, null).anyKey();
        String alias = keys.chooseClientAlias(new String[] {"EC"}, null, null);

        assertThat(((ECPrivateKey) keys.getPrivateKey(alias)).getS()).isEqualTo(((ECPrivateKey) identity.key()).getS());
        assertThat(keys.getCertificateChain(alias)).containsExactly(identity.certificate());
    }

    /** Its writer hashes the password more than a million times. */
    @ParameterizedTest
    @ValueSource(strings = {PASSWORD, ""})
    void shouldOpenWhenBouncyCastleHasMadeIt(String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12", BOUNCY_CASTLE);
        store.load(null, null);
        store.setKeyEntry("terminal", identity.key(), null, new Certificate[] {identity.certificate()});
        Path file = Files.createTempFile(folder, "made", ".pfx");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }

        assertOpens(file, password);
    }

    /** RFC 9879, which Java 17 does not know. */
    @Test
    void shouldOpenWhenItsMacIsPbmac1() throws Exception {
        Path file = encrypted(NISTObjectIdentifiers.id_aes256_CBC, pbmac1());

        assertThat(Pfx.parse(Files.readAllBytes(file)).orElseThrow().algorithms())
                .containsExactly("a MAC by PBMAC1 of PBKDF2 and HMAC-SHA256", "PBES2 of PBKDF2 and AES-256/CBC");
        assertOpens(file, PASSWORD);
    }

    @Test
    void shouldShowTheCertificateWhenJavaAloneCannotReadItsStore() throws Exception {
        Path file = encrypted(NISTObjectIdentifiers.id_aes256_CBC, pbmac1());
        try (ScriptedPeer peer = ScriptedPeer.overTls(
                certificates.serverContext(), parameters -> parameters.setNeedClientAuth(true), Step.staySilent())) {
            SSLSession session = Handshakes.session(
                    peer, "localhost", ClientTls.trusting(certificates.ca()).showing(file, PASSWORD));

            assertThat(session.getPeerPrincipal()).hasToString("CN=a terminal");
        }
    }

    /** Java opens such a store, but not the key in it. */
    @Test
    void shouldOpenWhenTheKeyIsEncryptedByWhatJavaLacks() throws Exception {
        assertOpens(encrypted(NTTObjectIdentifiers.id_camellia256_cbc, macBySha1()), PASSWORD);
    }

    /** A key that is not encrypted, which Java ignores. */
    @Test
    void shouldOpenWhenTheKeyIsNotEncrypted() throws Exception {
        assertOpens(written(new JcaPKCS12SafeBagBuilder(identity.key()), macBySha1()), PASSWORD);
    }

    @Test
    void shouldTellTheWrongPasswordWhateverTheAlgorithms() throws Exception {
        assertWrongPassword(encrypted(NISTObjectIdentifiers.id_aes256_CBC, pbmac1()));
        assertWrongPassword(encrypted(NTTObjectIdentifiers.id_camellia256_cbc, macBySha1()));
        assertWrongPassword(written(new JcaPKCS12SafeBagBuilder(identity.key()), macBySha1()));
    }

    private static void assertWrongPassword(Path file) {
        for (String wrong : List.of("wrong", "")) {
            assertThat(Failures.failureOf(() -> KeyStores.open(file, wrong, null)))
                    .hasMessage("the password of key store " + file + " is wrong"
                            + (wrong.isEmpty() ? ": it has one, and none is set" : ""))
                    .extracting(FailureException::failure)
                    .isEqualTo(Failure.KEY_STORE_PASSWORD);
        }
    }

    /** The MAC proves the password, but the certificates are encrypted by an unknown algorithm. */
    @Test
    void shouldNameTheAlgorithmsWhenOneIsUnknown() throws Exception {
        Path file = written(
                new PKCS12PfxPduBuilder()
                        .addEncryptedData(new UnknownCipher(), certificate().build()),
                macBySha1());

        assertThat(Failures.failureOf(() -> KeyStores.open(file, PASSWORD, null)))
                .hasMessage("key store " + file
                        + " is protected with a MAC by SHA1, PBES2 of PBKDF2 and 1.3.6.1.4.1.1.99,"
                        + " which can be read neither by this Java nor by Bouncy Castle. Convert it: openssl pkcs12 -in "
                        + file + " -nodes -out plain.pem && openssl pkcs12 -export -in plain.pem -out new.pfx, and"
                        + " delete plain.pem")
                .extracting(FailureException::failure)
                .isEqualTo(Failure.KEY_STORE_UNREADABLE);
    }

    private static final class UnknownCipher implements OutputEncryptor {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(
                    PKCSObjectIdentifiers.id_PBES2,
                    new PBES2Parameters(
                            new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(new byte[8], 1000)),
                            new EncryptionScheme(
                                    new ASN1ObjectIdentifier("1.3.6.1.4.1.1.99"), new DEROctetString(new byte[16]))));
        }

        @Override
        public OutputStream getOutputStream(OutputStream encrypted) {
            return encrypted;
        }

        @Override
        public GenericKey getKey() {
            return null;
        }
    }
}
