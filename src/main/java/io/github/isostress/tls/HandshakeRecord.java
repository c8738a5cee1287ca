package io.github.isostress.tls;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What has come to light in one handshake, also in one that failed: whom the host said to be, whether it asked for our
 * certificate, and which we have shown. Written by the thread that shakes hands, read by any.
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

    /** The host has asked for a certificate by one of these issuers, or by any where it names none. */
    void clientIsAsked(List<String> issuers) {
        clientAsked = true;
        issuersAskedFor = issuers;
    }

    /** We show this certificate. */
    void clientShows(X509Certificate certificate) {
        shown = certificate;
    }

    /**
     * The certificates that the host has shown; none if it took up an earlier session, where neither TLS 1.2 (RFC 5246,
     * section 7.3) nor TLS 1.3 (RFC 8446, section 2.2) shows them again.
     */
    List<X509Certificate> hostChain() {
        return hostChain;
    }

    /** Whether the host has asked for our certificate. */
    boolean isClientAsked() {
        return clientAsked;
    }

    /** The issuers that the host has named, in quotes. */
    List<String> issuersAskedFor() {
        return issuersAskedFor;
    }

    /** The certificate that we have shown, or null. */
    X509Certificate shown() {
        return shown;
    }
}
