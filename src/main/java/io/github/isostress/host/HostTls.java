package io.github.isostress.host;

import io.github.isostress.connect.HostListener.ServerTls;
import io.github.isostress.failure.FailureException;
import io.github.isostress.tls.KeyStores;
import io.github.isostress.tls.TlsContexts;
import io.github.isostress.tls.TrustStores;
import java.nio.file.Path;

/**
 * A host's TLS settings. Immutable; its text form never shows a password.
 *
 * @param keyStore the host's certificate and key (PKCS#12, JKS, or PEM with both)
 * @param keyStorePassword the key store's password
 * @param requireClientCertificate whether a client must show a certificate issued by a CA of the trust store
 * @param trustStore the CAs of clients (PEM, DER, PKCS#12 or JKS), or null for the JVM's own trust store
 * @param trustStorePassword the trust store's password; not used for PEM
 */
public record HostTls(
        Path keyStore,
        String keyStorePassword,
        boolean requireClientCertificate,
        Path trustStore,
        String trustStorePassword) {

    /**
     * Opens the stores.
     *
     * @throws IllegalArgumentException with one clear sentence if one of them cannot be used
     */
    ServerTls open() {
        try {
            return new ServerTls(
                    TlsContexts.create(
                            KeyStores.keyManagers(keyStore, keyStorePassword),
                            TrustStores.trustManagers(trustStore, trustStorePassword)),
                    requireClientCertificate);
        } catch (FailureException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "TLS[keyStore=" + keyStore + ", requireClientCertificate=" + requireClientCertificate + ", trustStore="
                + trustStore + "]";
    }
}
