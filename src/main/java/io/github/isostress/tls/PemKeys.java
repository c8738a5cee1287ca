package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * Opens a key store of PEM: a certificate with its chain, and the key as PKCS#8 (encrypted or not), PKCS#1 or SEC1, in
 * one file or in two.
 */
final class PemKeys {
    private static final String ALIAS = "1";

    private PemKeys() {}

    /** Reads certificates and key; {@code privateKey} is null if the key is in the certificates' file. */
    static KeyMaterial open(StoreFile stored, String password, Path privateKey) throws FailureException {
        StoreFile keyFile = privateKey == null ? stored : StoreFile.read(StoreFile.Kind.PRIVATE_KEY, privateKey);
        PemFile pem = read(stored);
        try {
            List<X509Certificate> certificates = pem.certificates();
            List<PemObject> keys = (privateKey == null ? pem : read(keyFile)).keys();
            checkComplete(stored, certificates, keyFile, keys);
            for (PemObject block : keys) {
                PrivateKey key = new PemKey(keyFile, block).decode(password);
                Optional<X509Certificate> own = certificates.stream()
                        .filter(each -> Certificates.belongs(key, each))
                        .findFirst();
                if (own.isPresent()) {
                    return material(stored, key, Certificates.chain(own.get(), certificates), password);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new FailureException(
                    Failure.KEY_STORE_UNREADABLE, stored + " holds a certificate or key that Java cannot read", e);
        }
        throw new FailureException(
                Failure.KEY_STORE_WITHOUT_KEY,
                "the private key in " + keyFile + " belongs to none of the certificates in " + stored);
    }

    private static PemFile read(StoreFile stored) throws FailureException {
        if (!PemFile.isPem(stored.content())) {
            throw notPem(stored);
        }
        try {
            return new PemFile(stored.content());
        } catch (IOException e) {
            throw stored.damaged(e);
        }
    }

    /** The failure of a key file that is not PEM; a store must be named as the key store instead. */
    private static FailureException notPem(StoreFile stored) {
        if (UnreadableFile.isBrokenDer(stored.content())) {
            return stored.damaged(null);
        }
        return new FailureException(
                Failure.KEY_STORE_UNREADABLE,
                stored
                        + (stored.isStore()
                                ? " is " + stored.format() + ", not PEM: name it as the key store, alone"
                                : UnreadableFile.of(stored.content())
                                        .map(unreadable -> unreadable.sentence(stored))
                                        .orElse(" is not PEM")));
    }

    private static void checkComplete(
            StoreFile stored, List<X509Certificate> certificates, StoreFile keyFile, List<PemObject> keys)
            throws FailureException {
        if (certificates.isEmpty()) {
            throw new FailureException(
                    Failure.KEY_STORE_WITHOUT_KEY,
                    stored + " holds no certificate, which is to be shown with the private key" + only(stored));
        }
        if (keys.isEmpty() && keyFile.equals(stored)) {
            throw new FailureException(
                    Failure.KEY_STORE_WITHOUT_KEY,
                    keyFile + " holds no private key, only the certificates of " + Certificates.subjects(certificates)
                            + ": name the PEM file of the private key, too");
        }
        if (keys.isEmpty()) {
            throw new FailureException(
                    Failure.KEY_STORE_WITHOUT_KEY,
                    keyFile + " holds no private key"
                            + (only(keyFile).isEmpty() ? ", only certificates" : only(keyFile)));
        }
    }

    private static String only(StoreFile stored) {
        String others = stored.othersHeld();
        return others.isEmpty() ? "" : ", only " + others;
    }

    private static KeyMaterial material(StoreFile stored, PrivateKey key, List<X509Certificate> chain, String password)
            throws GeneralSecurityException, FailureException {
        try {
            // A JKS is cheap; a PKCS#12 would derive a key from the password twice.
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
            return new KeyMaterial(stored, store, password);
        } catch (IOException e) {
            throw stored.damaged(e);
        }
    }
}
