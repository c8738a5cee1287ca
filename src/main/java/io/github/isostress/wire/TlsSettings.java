package io.github.isostress.wire;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a client brings to a TLS handshake and asks of the host. Two equal settings share one SSLContext. Immutable;
 * its text form never shows a password.
 *
 * @param keyStore the client certificate and its key (PKCS#12 or JKS), or null for none
 * @param keyStorePassword the key store's password, also of its key; may be empty
 * @param trustStore whom to trust (PEM, PKCS#12 or JKS), or null for the JVM's own trust store
 * @param trustStorePassword the trust store's password; not used for PEM
 * @param trustAll accept any certificate: no check at all
 * @param verifyHostName check that the host's certificate is for the host's name (RFC 2818)
 * @param protocols the TLS versions to offer, such as TLSv1.3; empty for the JVM's defaults
 * @param serverName the name sent in the SNI extension, or an empty string for the host's name where it is one
 */
public record TlsSettings(
        Path keyStore,
        String keyStorePassword,
        Path trustStore,
        String trustStorePassword,
        boolean trustAll,
        boolean verifyHostName,
        List<String> protocols,
        String serverName) {

    /** Copies the list. */
    public TlsSettings {
        Objects.requireNonNull(keyStorePassword);
        Objects.requireNonNull(trustStorePassword);
        protocols = List.copyOf(protocols);
    }

    @Override
    public String toString() {
        return "TLS[keyStore=" + keyStore + ", trustStore=" + trustStore + ", trustAll=" + trustAll
                + ", verifyHostName=" + verifyHostName + ", protocols=" + protocols + ", serverName=" + serverName
                + "]";
    }
}
