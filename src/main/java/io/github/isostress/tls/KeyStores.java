package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens key stores; the file's bytes tell its format. Every refusal is one of the KEY_STORE failures; its message names
 * the file and what to do, and never a password. Thread-safe.
 */
public final class KeyStores {
    private KeyStores() {}

    /**
     * Opens a key store. One key of a PFX is decrypted at once, to see that the password fits.
     *
     * @param privateKey the file of the private key if {@code file} is PEM without it; else null
     * @throws FailureException one of the KEY_STORE failures, or {@link Failure#CONFIG_ERROR} for a key file beside a
     *     store
     */
    static KeyMaterial open(Path file, String password, Path privateKey) throws FailureException {
        StoreFile stored = StoreFile.read(StoreFile.Kind.KEY_STORE, file);
        if (PemFile.isPem(stored.content())) {
            return PemKeys.open(stored, password, privateKey);
        }
        if (privateKey != null) {
            throw new FailureException(
                    Failure.CONFIG_ERROR,
                    "private key file " + privateKey + " goes with a certificate in PEM only, and " + stored
                            + " is not PEM");
        }
        if (!stored.isStore()) {
            throw withoutKey(stored);
        }
        KeyStore store = stored.load(password);
        try {
            return new KeyMaterial(stored, keyed(stored, store, password), password);
        } catch (GeneralSecurityException e) {
            throw new FailureException(Failure.KEY_STORE_UNREADABLE, stored + " cannot be read", e);
        }
    }

    /** The store, or Bouncy Castle's view of a PFX if Java does not see its key or cannot decrypt it. */
    private static KeyStore keyed(StoreFile stored, KeyStore store, String password)
            throws FailureException, GeneralSecurityException {
        Optional<String> first = KeyMaterial.aliases(store).stream().findFirst();
        Optional<Pfx> pfx = Pfx.parse(stored.content());
        if (pfx.isPresent() && !(first.isPresent() && KeyMaterial.opens(store, first.get(), password))) {
            Optional<KeyStore> other = pfx.get().asStore(password);
            if (other.isPresent() && !KeyMaterial.aliases(other.get()).isEmpty()) {
                return other.get();
            }
            if (first.isPresent()) {
                throw pfx.get().refusal(stored, password);
            }
        }
        if (first.isEmpty()) {
            throw withoutKey(stored, store, pfx, password);
        }
        return store;
    }

    /** For a file that is no store: bare certificates, or an unknown format. */
    private static FailureException withoutKey(StoreFile stored) {
        List<X509Certificate> bare = TrustStores.inDer(stored.content());
        return bare.isEmpty()
                ? stored.unknown()
                : new FailureException(
                        Failure.KEY_STORE_WITHOUT_KEY,
                        stored + " holds no private key, only the certificates of " + Certificates.subjects(bare) + ": "
                                + UnreadableFile.instead(stored.kind()));
    }

    private static FailureException withoutKey(StoreFile stored, KeyStore store, Optional<Pfx> pfx, String password)
            throws GeneralSecurityException {
        Set<X509Certificate> certificates = TrustStores.certificates(store, pfx, password);
        String held = certificates.isEmpty()
                ? "and no certificate either"
                : "only the certificates of " + Certificates.subjects(certificates);
        return new FailureException(
                Failure.KEY_STORE_WITHOUT_KEY,
                stored + " holds no private key with its certificate, " + held
                        + ": export it again, with the private key");
    }
}
