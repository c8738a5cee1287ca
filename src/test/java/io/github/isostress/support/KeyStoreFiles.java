package io.github.isostress.support;

import static io.github.isostress.support.TestCertificates.PASSWORD;

import io.github.isostress.host.CertificateAuthority.Identity;
import io.github.isostress.tls.Pfx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** PKCS #12 files and other key stores of every encryption, made by Java and Bouncy Castle. */
final class KeyStoreFiles {
    private final X509Certificate ca;
    private final Identity client;

    KeyStoreFiles(X509Certificate ca, Identity client) {
        this.ca = ca;
        this.client = client;
    }

    /** A PKCS #12 file of that form with the CA's certificate alone. */
    byte[] certificates(String form) throws Exception {
        PKCS12SafeBag bag = new JcaPKCS12SafeBagBuilder(ca).build();
        return switch (form) {
            case "java" -> store("PKCS12", true, PASSWORD);
            case "java empty" -> store("PKCS12", true, "");
            case "aes" -> encrypted(aes(PASSWORD), bag, PASSWORD);
            case "aes empty" -> encrypted(javaAes(), bag, "");
            case "3des empty" -> encrypted(java3Des(), bag, "");
            case "plain empty" ->
                new PKCS12PfxPduBuilder().addData(bag).build(mac(), new char[0]).getEncoded();
            case "plain" ->
                new PKCS12PfxPduBuilder().addData(bag).build(null, null).getEncoded();
            default -> throw new IllegalArgumentException(form);
        };
    }

    private static JcePKCS12MacCalculatorBuilder mac() {
        return new JcePKCS12MacCalculatorBuilder().setProvider(Pfx.BOUNCY_CASTLE);
    }

    private static byte[] encrypted(OutputEncryptor encryptor, PKCS12SafeBag bag, String password) throws Exception {
        return new PKCS12PfxPduBuilder()
                .addEncryptedData(encryptor, bag)
                .build(mac(), password.toCharArray())
                .getEncoded();
    }

    static OutputEncryptor aes(String password) throws Exception {
        return new JcePKCSPBEOutputEncryptorBuilder(org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(Pfx.BOUNCY_CASTLE)
                .build(password.toCharArray());
    }

    /** With an empty password, which Bouncy Castle refuses. */
    private static OutputEncryptor javaAes() throws Exception {
        return javaEncryptor(
                "PBEWithHmacSHA256AndAES_256", "PBEWithHmacSHA256AndAES_256", PKCSObjectIdentifiers.id_PBES2);
    }

    private static OutputEncryptor java3Des() throws Exception {
        return javaEncryptor("PBEWithSHA1AndDESede", "PBE", PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC);
    }

    private static OutputEncryptor javaEncryptor(String cipherName, String keys, ASN1ObjectIdentifier id)
            throws GeneralSecurityException, IOException {
        Cipher cipher = Cipher.getInstance(cipherName);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(keys).generateSecret(new PBEKeySpec(new char[0])),
                new PBEParameterSpec(new byte[8], 2048));
        AlgorithmParameters parameters = cipher.getParameters();
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(id, ASN1Primitive.fromByteArray(parameters.getEncoded()));
        return new OutputEncryptor() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return algorithm;
            }

            @Override
            public OutputStream getOutputStream(OutputStream out) {
                return new CipherOutputStream(out, cipher);
            }

            @Override
            public GenericKey getKey() {
                return new GenericKey(algorithm, new byte[0]);
            }
        };
    }

    /** A key store of any type that Java or Bouncy Castle writes. */
    byte[] store(String type, boolean certificatesOnly, String password) throws Exception {
        boolean java = List.of("PKCS12", "JKS", "JCEKS").contains(type);
        KeyStore store = java ? KeyStore.getInstance(type) : KeyStore.getInstance(type, Pfx.BOUNCY_CASTLE);
        store.load(null, null);
        if (certificatesOnly) {
            store.setCertificateEntry("ca", ca);
        } else {
            store.setKeyEntry("it", client.key(), password.toCharArray(), new Certificate[] {client.certificate(), ca});
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        return bytes.toByteArray();
    }
}
