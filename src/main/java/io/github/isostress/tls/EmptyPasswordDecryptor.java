package io.github.isostress.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Decrypts by the JDK what is protected with an empty password, which Bouncy Castle refuses. An empty password has two
 * forms (RFC 7292, appendix B.1): no bytes, or the two zero bytes that end every other password.
 */
final class EmptyPasswordDecryptor implements InputDecryptorProvider {
    private final char[] password;

    /** For the form of two zero bytes. */
    static EmptyPasswordDecryptor ofTerminator() {
        return new EmptyPasswordDecryptor(new char[0]);
    }

    /** For the form without bytes. */
    static EmptyPasswordDecryptor ofNothing() {
        return new EmptyPasswordDecryptor(new char[1]);
    }

    private EmptyPasswordDecryptor(char[] password) {
        this.password = password;
    }

    @Override
    public InputDecryptor get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
        try {
            return decryptor(algorithm, cipher(algorithm));
        } catch (GeneralSecurityException | IOException e) {
            throw new OperatorCreationException("this Java cannot decrypt it", e);
        }
    }

    private Cipher cipher(AlgorithmIdentifier algorithm) throws GeneralSecurityException, IOException {
        boolean pbes2 = algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2);
        AlgorithmParameters parameters = AlgorithmParameters.getInstance(
                pbes2 ? "PBES2" : algorithm.getAlgorithm().getId());
        parameters.init(algorithm.getParameters().toASN1Primitive().getEncoded());
        // For PBES2 the text form of the parameters is the name of the cipher.
        String name = pbes2 ? parameters.toString() : algorithm.getAlgorithm().getId();
        SecretKey key = SecretKeyFactory.getInstance(pbes2 ? name : "PBE").generateSecret(new PBEKeySpec(password));
        Cipher cipher = Cipher.getInstance(name);
        cipher.init(Cipher.DECRYPT_MODE, key, parameters);
        return cipher;
    }

    private static InputDecryptor decryptor(AlgorithmIdentifier algorithm, Cipher cipher) {
        return new InputDecryptor() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return algorithm;
            }

            @Override
            public InputStream getInputStream(InputStream encrypted) {
                try {
                    return new ByteArrayInputStream(cipher.doFinal(encrypted.readAllBytes()));
                } catch (GeneralSecurityException | IOException e) {
                    throw new IllegalStateException("it was encrypted with a password", e);
                }
            }
        };
    }
}
