package io.github.isostress.tls;

import java.util.Objects;

/**
 * What a client brings to a TLS handshake and asks of the host. Equal settings share one {@link TlsClient}. Immutable;
 * its text form never shows a password.
 *
 * @param key the certificate to show
 * @param trust which hosts to trust
 * @param offer protocols, cipher suites and server name
 * @param resumption which earlier sessions may be resumed
 */
public record TlsSettings(ClientKey key, HostTrust trust, TlsOffer offer, SessionResumption resumption) {
    public TlsSettings {
        Objects.requireNonNull(key);
        Objects.requireNonNull(trust);
        Objects.requireNonNull(offer);
        Objects.requireNonNull(resumption);
    }
}
