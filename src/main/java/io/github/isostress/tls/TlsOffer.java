package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;

/**
 * What is offered in a handshake: by a client at its beginning, by a server to choose from. Immutable.
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

    /**
     * @throws FailureException {@link Failure#CONFIG_ERROR} with one clear sentence if this Java cannot offer it
     */
    void check(SSLParameters supported) throws FailureException {
        List<String> versions = List.of(supported.getProtocols());
        for (String protocol : protocols) {
            if (!versions.contains(protocol)) {
                throw new FailureException(
                        Failure.CONFIG_ERROR,
                        "TLS protocol '" + protocol + "' is none of " + String.join(", ", versions));
            }
        }
        List<String> suites = List.of(supported.getCipherSuites());
        for (String suite : cipherSuites) {
            if (!suites.contains(suite)) {
                throw new FailureException(
                        Failure.CONFIG_ERROR,
                        "cipher suite '" + suite
                                + "' is not known to this Java: 'keytool -showinfo -tls' lists those that"
                                + " are, by IANA names such as " + suites.get(0));
            }
        }
        checkServerName();
    }

    private void checkServerName() throws FailureException {
        try {
            if (!serverName.isEmpty()) {
                new SNIHostName(serverName);
            }
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.CONFIG_ERROR, "TLS server name '" + serverName + "' is no host name", e);
        }
    }

    /** Sets protocols and cipher suites, where they are not the defaults. */
    void applyTo(SSLParameters parameters) {
        if (!protocols.isEmpty()) {
            parameters.setProtocols(protocols.toArray(String[]::new));
        }
        if (!cipherSuites.isEmpty()) {
            parameters.setCipherSuites(cipherSuites.toArray(String[]::new));
        }
    }
}
