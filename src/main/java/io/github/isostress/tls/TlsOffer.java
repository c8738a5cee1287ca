package io.github.isostress.tls;

import java.util.List;

/**
 * What a client offers at the beginning of a handshake. Immutable.
 *
 * @param protocols the TLS versions, such as TLSv1.3; empty for the JVM's defaults
 * @param cipherSuites IANA names, the preferred first; empty for the JVM's defaults
 * @param serverName the name sent in the SNI extension; empty for the host's name, if the host is not an address
 */
public record TlsOffer(List<String> protocols, List<String> cipherSuites, String serverName) {
    /** The JVM's defaults. */
    public static final TlsOffer DEFAULT = new TlsOffer(List.of(), List.of(), "");

    public TlsOffer {
        protocols = List.copyOf(protocols);
        cipherSuites = List.copyOf(cipherSuites);
    }
}
