package io.github.isostress.tls;

import java.util.List;

/**
 * What a client offers a host at the beginning of a handshake. Immutable.
 *
 * @param protocols the TLS versions, such as TLSv1.3; empty for the JVM's defaults
 * @param cipherSuites by their IANA names, the preferred first; empty for the JVM's defaults
 * @param serverName the name sent in the SNI extension, or an empty string for the host's name where it is one
 */
public record TlsOffer(List<String> protocols, List<String> cipherSuites, String serverName) {
    /** Leaves everything to the JVM. */
    public static final TlsOffer DEFAULT = new TlsOffer(List.of(), List.of(), "");

    /** Copies the lists. */
    public TlsOffer {
        protocols = List.copyOf(protocols);
        cipherSuites = List.copyOf(cipherSuites);
    }
}
