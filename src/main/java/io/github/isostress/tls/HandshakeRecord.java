package io.github.isostress.tls;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What was seen of one handshake, also of a failed one: the other end's certificates, whether it asked for ours, and
 * which we showed. Written by the thread of the handshake, read by any.
 */
final class HandshakeRecord {
    private volatile List<X509Certificate> hostChain = List.of();
    private volatile boolean clientAsked;
    private volatile List<String> issuersAskedFor = List.of();
    private volatile X509Certificate shown;

    /** The host has shown these certificates, its own first. */
    void hostShows(X509Certificate[] chain) {
        hostChain = List.of(chain);
    }

    /** The host has asked for a certificate of one of these issuers; of any, if it names none. */
    void clientIsAsked(List<String> issuers) {
        clientAsked = true;
        issuersAskedFor = issuers;
    }

    void weShow(X509Certificate certificate) {
        shown = certificate;
    }

    /**
     * The certificates that the host showed. Empty after a resumed session: neither TLS 1.2 (RFC 5246, section 7.3) nor
     * TLS 1.3 (RFC 8446, section 2.2) shows them again.
     */
    List<X509Certificate> hostChain() {
        return hostChain;
    }

    /** Whether the host asked for our certificate. */
    boolean isClientAsked() {
        return clientAsked;
    }

    /** The issuers that the host named, in quotes. */
    List<String> issuersAskedFor() {
        return issuersAskedFor;
    }

    /** The certificate that we showed, or null. */
    X509Certificate shown() {
        return shown;
    }
}
