package io.github.isostress.tls;

import java.util.Objects;

/**
 * What a server brings to a TLS handshake and asks of its clients. Equal settings share one {@link TlsServer}.
 * Immutable; its text form never shows a password.
 *
 * @param key the certificate to show
 * @param trust which clients to trust, if they must show a certificate
 * @param offer protocols and cipher suites; a server has no use for the server name
 * @param resumption which earlier sessions clients may resume: with {@code FULL} none, else any
 * @param requireClientCertificate whether a client without a trusted certificate is turned away
 * @param clientNames whose certificates are let in, if they must show one
 */
public record TlsServerSettings(
        ClientKey key,
        HostTrust trust,
        TlsOffer offer,
        SessionResumption resumption,
        boolean requireClientCertificate,
        ClientNames clientNames) {
    public TlsServerSettings {
        Objects.requireNonNull(key);
        Objects.requireNonNull(trust);
        Objects.requireNonNull(offer);
        Objects.requireNonNull(resumption);
        Objects.requireNonNull(clientNames);
    }
}
