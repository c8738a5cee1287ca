package io.github.isostress.tls;

import java.util.Objects;

/**
 * What a client brings to a TLS handshake and asks of the host. Equal settings share one {@link TlsClient}. Immutable;
 * its text form never shows a password.
 *
 * @param key the certificate to show
 * @param trust which hosts to believe
 * @param offer protocols, cipher suites and server name
 * @param resumption which earlier sessions may be taken up again
 */
public record TlsSettings(ClientKey key, HostTrust trust, TlsOffer offer, SessionResumption resumption) {
    /** Refuses null. */
    public TlsSettings {
        Objects.requireNonNull(key);
        Objects.requireNonNull(trust);
        Objects.requireNonNull(offer);
        Objects.requireNonNull(resumption);
    }
}
