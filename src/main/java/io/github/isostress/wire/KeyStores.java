package io.github.isostress.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * Opens key stores, the type found out from the file. Every refusal is an IllegalArgumentException
 * with one clear sentence that names the file and never a password. Thread-safe.
 */
public final class KeyStores {
    enum Kind {
        KEY_STORE("key store", "PKCS#12 (PFX)"),
        TRUST_STORE("trust store", "PEM, PKCS#12 (PFX)");

        private final String words;
        private final String types;

        Kind(String words, String types) {
            this.words = words;
            this.types = types;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private KeyStores() {}

    /**
     * The key managers for a key store that holds a certificate and its private key.
     *
     * @param file a PKCS#12 (PFX) or JKS file
     * @param password of the store and of the key in it
     */
    public static KeyManager[] keyManagers(Path file, String password) {
        KeyStore store = load(Kind.KEY_STORE, file, password);
        try {
            if (!hasKey(store)) {
                throw new IllegalArgumentException("key store " + file + " holds no private key");
            }
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password.toCharArray());
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the private key in key store " + file + " cannot be read with the password of the store", e);
        }
    }

    static void requireFile(Kind kind, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(kind + " " + file + " does not exist");
        }
    }

    static KeyStore load(Kind kind, Path file, String password) {
        requireFile(kind, file);
        try {
            return KeyStore.getInstance(file.toFile(), password.toCharArray());
        } catch (KeyStoreException e) {
            throw new IllegalArgumentException(kind + " " + file + " is neither " + kind.types + " nor JKS", e);
        } catch (IOException | GeneralSecurityException e) {
            boolean wrongPassword = ExceptionUtils.indexOfType(e, UnrecoverableKeyException.class) >= 0;
            throw new IllegalArgumentException(
                    wrongPassword
                            ? "the password of " + kind + " " + file + " is wrong"
                            : kind + " " + file + " cannot be read: it is damaged or uses an algorithm this Java lacks",
                    e);
        }
    }

    private static boolean hasKey(KeyStore store) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }
}
