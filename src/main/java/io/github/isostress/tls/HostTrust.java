package io.github.isostress.tls;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Which hosts a client trusts. Immutable; its text form never shows the password.
 *
 * @param trustStore the certificates to trust (PEM, DER, PKCS#12 or JKS), or null for the JVM's own trust store
 * @param password the trust store's password; not used for PEM and DER
 * @param trustAll accepts every certificate without a check
 * @param verifyHostName checks that the host's certificate is for the host's name (RFC 2818)
 */
public record HostTrust(Path trustStore, String password, boolean trustAll, boolean verifyHostName) {
    public HostTrust {
        Objects.requireNonNull(password);
    }

    /** The trust store in words. */
    String authority() {
        return trustStore == null ? "the JVM's own trust store" : "trust store " + trustStore;
    }

    @Override
    public String toString() {
        return "trust[trustStore=" + trustStore + ", trustAll=" + trustAll + ", verifyHostName=" + verifyHostName + "]";
    }
}
