package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** An opened key store: certificates, and keys that stay encrypted until they are used. Thread-safe. */
final class KeyMaterial {
    private final String words;
    private final KeyStore store;
    private final String password;

    /**
     * An opened store.
     *
     * @param stored named in failures
     * @param password of the keys in it
     */
    KeyMaterial(StoreFile stored, KeyStore store, String password) {
        this.words = stored.toString();
        this.store = store;
        this.password = password;
    }

    /** The key manager of a client that shows no certificate. */
    static X509ExtendedKeyManager none() {
        try {
            KeyStore empty = KeyStore.getInstance(KeyStore.getDefaultType());
            empty.load(null, null);
            return keyManager(empty, "");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java has no key managers", e);
        }
    }

    /** The aliases of the private keys that have a certificate, sorted. */
    static List<String> aliases(KeyStore store) throws KeyStoreException {
        List<String> aliases = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (isIdentity(store, alias)) {
                aliases.add(alias);
            }
        }
        Collections.sort(aliases);
        return aliases;
    }

    private static boolean isIdentity(KeyStore store, String alias) throws KeyStoreException {
        return store.isKeyEntry(alias) && store.getCertificateChain(alias) != null;
    }

    /** Whether the store's password also decrypts this key. */
    static boolean opens(KeyStore store, String alias, String password) {
        try {
            return store.getKey(alias, password.toCharArray()) != null;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A key manager for all keys; Java chooses one that fits what the host asks for. */
    X509ExtendedKeyManager anyKey() throws FailureException {
        try {
            return keyManager(store, password);
        } catch (GeneralSecurityException e) {
            throw otherPassword(words, e);
        }
    }

    private static X509ExtendedKeyManager keyManager(KeyStore store, String password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password.toCharArray());
        return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
    }

    /**
     * A key manager for one key, shown whatever issuers the host names. Case does not count in aliases.
     *
     * @throws FailureException {@link Failure#KEY_STORE_WITHOUT_KEY} if no key has this alias
     */
    X509ExtendedKeyManager key(String alias) throws FailureException {
        try {
            if (!isIdentity(store, alias)) {
                throw new FailureException(
                        Failure.KEY_STORE_WITHOUT_KEY,
                        words + " holds no private key by the alias '" + alias + "', but "
                                + Certificates.few(aliases(store)));
            }
            X509Certificate[] chain =
                    Arrays.stream(store.getCertificateChain(alias)).toArray(X509Certificate[]::new);
            return new PinnedKey(alias, (PrivateKey) store.getKey(alias, password.toCharArray()), chain);
        } catch (GeneralSecurityException e) {
            throw otherPassword(words, e);
        }
    }

    /** The certificates of its keys with their chains, sorted by alias, then the certificates without a key. */
    List<StoredCertificate> entries() throws FailureException {
        try {
            List<StoredCertificate> entries = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                Certificate[] chain = store.getCertificateChain(alias);
                Certificate[] held = chain == null ? new Certificate[] {store.getCertificate(alias)} : chain;
                List<X509Certificate> certificates = Arrays.stream(held)
                        .filter(X509Certificate.class::isInstance)
                        .map(X509Certificate.class::cast)
                        .toList();
                if (!certificates.isEmpty()) {
                    entries.add(new StoredCertificate(alias, opens(store, alias, password), certificates));
                }
            }
            entries.sort(Comparator.comparing((StoredCertificate entry) -> !entry.hasPrivateKey())
                    .thenComparing(StoredCertificate::alias));
            return entries;
        } catch (GeneralSecurityException e) {
            throw otherPassword(words, e);
        }
    }

    static FailureException otherPassword(String words, Throwable cause) {
        return new FailureException(
                Failure.KEY_STORE_PASSWORD,
                "the private key in " + words + " cannot be read with the password of the store",
                cause);
    }
}
