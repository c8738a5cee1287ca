package io.github.isostress.tls;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The certificate a client shows. Immutable; its text form never shows the password.
 *
 * @param keyStore a PKCS#12 (PFX) or JKS store or a PEM file with the certificate and its chain, or null for none
 * @param password of the key store and of the key; may be empty
 * @param privateKey a PEM file with the key of a key store that is PEM without it; else null
 * @param alias which of the store's keys, or an empty string for the one that Java finds fit
 */
public record ClientKey(Path keyStore, String password, Path privateKey, String alias) {
    /** Shows none. */
    public static final ClientKey NONE = new ClientKey(null, "", null, "");

    /** Refuses null where an empty string is meant: Java reads a PFX without a password only in part. */
    public ClientKey {
        Objects.requireNonNull(password);
        Objects.requireNonNull(alias);
    }

    @Override
    public String toString() {
        return "key[keyStore=" + keyStore + ", privateKey=" + privateKey + ", alias=" + alias + "]";
    }
}
