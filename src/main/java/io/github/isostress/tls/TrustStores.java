package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Opens trust stores; the file's bytes tell its format. Every refusal is one of the KEY_STORE failures; its message
 * names the file and never a password. Thread-safe.
 */
public final class TrustStores {
    private TrustStores() {}

    /**
     * The trust managers for all certificates that a file holds, also those in the chain of a key.
     *
     * @param file certificates in PEM or DER, or a PKCS#12 (PFX) or JKS store; null for the JVM's own
     * @param password of the store; not used for PEM and DER
     * @throws FailureException one of the KEY_STORE failures
     */
    public static TrustManager[] trustManagers(Path file, String password) throws FailureException {
        String words = "the JVM's own trust store";
        try {
            KeyStore trusted = null;
            if (file != null) {
                StoreFile stored = StoreFile.read(StoreFile.Kind.TRUST_STORE, file);
                words = stored.toString();
                trusted = trusted(stored, password);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return factory.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw new FailureException(
                    Failure.KEY_STORE_UNREADABLE, words + " holds no certificate that can be read", e);
        }
    }

    private static KeyStore trusted(StoreFile stored, String password)
            throws FailureException, IOException, GeneralSecurityException {
        Collection<X509Certificate> certificates = read(stored, password);
        if (certificates.isEmpty()) {
            throw withoutCertificate(stored);
        }
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        for (X509Certificate certificate : certificates) {
            trusted.setCertificateEntry("trusted-" + trusted.size(), certificate);
        }
        return trusted;
    }

    /**
     * All certificates in a file of any format; empty if it holds none.
     *
     * @throws FailureException one of the KEY_STORE failures
     */
    static Collection<X509Certificate> read(StoreFile stored, String password) throws FailureException {
        try {
            if (PemFile.isPem(stored.content())) {
                return new PemFile(stored.content()).certificates();
            }
            List<X509Certificate> bare = inDer(stored.content());
            return bare.isEmpty() ? certificates(stored.load(password), Pfx.parse(stored.content()), password) : bare;
        } catch (IOException | GeneralSecurityException e) {
            throw new FailureException(
                    Failure.KEY_STORE_UNREADABLE, stored + " holds no certificate that can be read", e);
        }
    }

    /** The failure of a file without certificates, which says what it holds instead. */
    static FailureException withoutCertificate(StoreFile stored) {
        String others = stored.othersHeld();
        return new FailureException(
                Failure.KEY_STORE_UNREADABLE,
                stored + " holds no certificate" + (others.isEmpty() ? "" : ", only " + others));
    }

    /** The certificates of a file in DER, one or a bundle; empty if it is not such a file. */
    static List<X509Certificate> inDer(byte[] content) {
        try {
            return PemFile.decode(content);
        } catch (CertificateException e) {
            return List.of();
        }
    }

    /** All certificates of a store; of a PFX also those that Java drops because they are not marked as trusted. */
    static Set<X509Certificate> certificates(KeyStore store, Optional<Pfx> pfx, String password)
            throws GeneralSecurityException {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.getCertificateChain(alias);
            for (Certificate each : chain == null ? new Certificate[] {store.getCertificate(alias)} : chain) {
                if (each instanceof X509Certificate certificate) {
                    certificates.add(certificate);
                }
            }
        }
        return certificates.isEmpty() && pfx.isPresent() ? pfx.get().certificates(password) : certificates;
    }
}
