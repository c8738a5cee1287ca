package io.github.isostress.host;

import io.github.isostress.failure.FailureException;
import io.github.isostress.tls.ClientKey;
import io.github.isostress.tls.ClientNames;
import io.github.isostress.tls.HostTrust;
import io.github.isostress.tls.SessionResumption;
import io.github.isostress.tls.TlsContexts;
import io.github.isostress.tls.TlsOffer;
import io.github.isostress.tls.TlsServer;
import io.github.isostress.tls.TlsServerSettings;
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
    TlsServer open() {
        try {
            return new TlsContexts()
                    .server(new TlsServerSettings(
                            new ClientKey(keyStore, keyStorePassword, null, ""),
                            new HostTrust(trustStore, trustStorePassword, false, false),
                            TlsOffer.DEFAULT,
                            SessionResumption.SHARED,
                            requireClientCertificate,
                            ClientNames.ANY));
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
