package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.security.cert.X509Certificate;

/** Tells what a host has against our certificate, or against our not showing one. */
final class ClientCertificateFailures {
    private final ClientKey key;
    private final HandshakeRecord evidence;

    /** For a handshake of which this was seen. */
    ClientCertificateFailures(ClientKey key, HandshakeRecord evidence) {
        this.key = key;
        this.evidence = evidence;
    }

    /** Which failure the alert tells of. */
    FailureException of(TlsAlert alert, Throwable e) {
        X509Certificate shown = evidence.shown();
        return shown == null
                ? new FailureException(Failure.TLS_CLIENT_CERTIFICATE_REQUIRED, alert + ", after " + askedInVain(), e)
                : new FailureException(Failure.TLS_CLIENT_CERTIFICATE_REJECTED, alert + ": " + reason(alert, shown), e);
    }

    /** That the host has asked for a certificate, and why none was shown. */
    String askedInVain() {
        return "it had asked for a client certificate and none was shown: " + whyNone();
    }

    private String whyNone() {
        if (key.keyStore() == null) {
            return "set a key store";
        }
        if (!key.alias().isEmpty()) {
            return "the key '" + key.alias() + "' is not of a kind that it asked for";
        }
        return evidence.issuersAskedFor().isEmpty()
                ? "key store " + key.keyStore() + " has no key of a kind that it asked for"
                : "key store " + key.keyStore() + " has none by an issuer that it named, which are "
                        + Certificates.few(evidence.issuersAskedFor())
                        + "; if an intermediate of theirs has issued yours, put the intermediate into the PFX, too;"
                        + " to show one all the same, set its alias";
    }

    private static String reason(TlsAlert alert, X509Certificate shown) {
        String subject = Certificates.subject(shown);
        return switch (alert.name()) {
            case "unknown_ca" ->
                "the host does not know " + Certificates.issuer(shown) + ", the issuer of " + subject
                        + ", or it lacks a certificate in between: put the whole chain into the key store";
            case "certificate_expired" -> subject + " is " + Certificates.validity(shown);
            case "certificate_revoked" -> subject + " is revoked";
            case "unsupported_certificate" -> subject + " is of a kind, or for a purpose, that the host does not take";
            case "decrypt_error" -> "the host could not verify what was signed with the key of " + subject;
            case "access_denied" -> "the host knows " + subject + " and does not let it in";
            default -> "the host does not take " + subject + ", issued by " + Certificates.issuer(shown);
        };
    }
}
