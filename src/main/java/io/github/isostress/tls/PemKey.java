package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * One private key in PEM: PKCS#8 (RFC 5958), encrypted or not, or PKCS#1 (RFC 8017) or SEC1 (RFC 5915), plain or
 * encrypted in OpenSSL's own way.
 */
final class PemKey {
    private final StoreFile file;
    private final PemObject block;

    PemKey(StoreFile file, PemObject block) {
        this.file = file;
        this.block = block;
    }

    /**
     * Decodes the key, decrypted if need be; fails with {@link Failure#KEY_STORE_PASSWORD} or {@link
     * Failure#KEY_STORE_UNREADABLE}.
     */
    PrivateKey decode(String password) throws FailureException {
        Object parsed = parse();
        try {
            PrivateKeyInfo info = decrypt(parsed, password.toCharArray());
            return KeyFactory.getInstance(
                            algorithm(info.getPrivateKeyAlgorithm().getAlgorithm()))
                    .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException | PKCSException | IOException e) {
            throw refusal(parsed, password, e);
        } catch (RuntimeException e) {
            // A wrong password gives arbitrary bytes; parsing them may throw anything.
            throw refusal(parsed, password, e);
        }
    }

    private static String algorithm(ASN1ObjectIdentifier id) {
        // Java finds every other key factory by its object identifier.
        return id.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : id.getId();
    }

    private Object parse() throws FailureException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(block);
        } catch (IOException e) {
            throw file.damaged(e);
        }
        try (PEMParser parser = new PEMParser(new StringReader(text.toString()))) {
            return parser.readObject();
        } catch (IOException | RuntimeException e) {
            throw file.damaged(e);
        }
    }

    private static PrivateKeyInfo decrypt(Object parsed, char[] password)
            throws IOException, OperatorCreationException, PKCSException {
        if (parsed instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(Pfx.BOUNCY_CASTLE)
                    .build(password));
        }
        if (parsed instanceof PEMEncryptedKeyPair encrypted) {
            return encrypted
                    .decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(Pfx.BOUNCY_CASTLE)
                            .build(password))
                    .getPrivateKeyInfo();
        }
        return parsed instanceof PEMKeyPair pair ? pair.getPrivateKeyInfo() : (PrivateKeyInfo) parsed;
    }

    private FailureException refusal(Object parsed, String password, Exception cause) {
        boolean unknown = ExceptionUtils.indexOfType(cause, OperatorCreationException.class) >= 0
                || ExceptionUtils.indexOfType(cause, NoSuchAlgorithmException.class) >= 0;
        String protection = protection(parsed);
        if (unknown) {
            return new FailureException(
                    Failure.KEY_STORE_UNREADABLE,
                    file + " holds a private key "
                            + (protection.isEmpty() ? "for an algorithm" : "protected with " + protection)
                            + " that cannot be read. Convert it: openssl pkcs8 -topk8 -in " + file.file()
                            + " -out new.key",
                    cause);
        }
        return protection.isEmpty() ? file.damaged(cause) : file.wrongPassword(password, cause);
    }

    private static String protection(Object parsed) {
        if (parsed instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return PbeNames.of(encrypted.getEncryptionAlgorithm());
        }
        return parsed instanceof PEMEncryptedKeyPair encrypted ? encrypted.getDekAlgName() : "";
    }
}
