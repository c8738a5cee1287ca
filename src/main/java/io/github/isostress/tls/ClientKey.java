package io.github.isostress.tls;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The certificate that a client shows. Immutable; its text form never shows the password.
 *
 * @param keyStore a PKCS#12 (PFX) or JKS store or a PEM file with the certificate and its chain, or null for none
 * @param password of the key store and of the key; may be empty
 * @param privateKey a PEM file with the private key, if {@code keyStore} is PEM without it; else null
 * @param alias which key of the store to show, or an empty string to let Java choose
 */
public record ClientKey(Path keyStore, String password, Path privateKey, String alias) {
    /** No certificate. */
    public static final ClientKey NONE = new ClientKey(null, "", null, "");

    /** Refuses null: an empty password is an empty string, since Java reads a PFX without a password only in part. */
    public ClientKey {
        Objects.requireNonNull(password);
        Objects.requireNonNull(alias);
    }

    @Override
    public String toString() {
        return "key[keyStore=" + keyStore + ", privateKey=" + privateKey + ", alias=" + alias + "]";
    }
}
