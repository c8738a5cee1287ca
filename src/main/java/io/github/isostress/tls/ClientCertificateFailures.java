package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.security.cert.X509Certificate;

/** The failures of a handshake in which a host refuses our certificate or misses one. */
final class ClientCertificateFailures {
    private final ClientKey key;
    private final HandshakeRecord record;

    ClientCertificateFailures(ClientKey key, HandshakeRecord record) {
        this.key = key;
        this.record = record;
    }

    /** The failure that an alert means. */
    FailureException of(TlsAlert alert, Throwable e) {
        X509Certificate shown = record.shown();
        return shown == null
                ? new FailureException(Failure.TLS_CLIENT_CERTIFICATE_REQUIRED, alert + ", after " + askedInVain(), e)
                : new FailureException(Failure.TLS_CLIENT_CERTIFICATE_REJECTED, alert + ": " + reason(alert, shown), e);
    }

    /** A clause that the host asked for a certificate, and why we showed none. */
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
        return record.issuersAskedFor().isEmpty()
                ? "key store " + key.keyStore() + " has no key of a kind that it asked for"
                : "key store " + key.keyStore() + " has no certificate by an issuer that it named: "
                        + Certificates.few(record.issuersAskedFor())
                        + "; if an intermediate CA of one of them issued your certificate, add it to the PFX;"
                        + " to show a certificate anyway, set its alias";
    }

    private static String reason(TlsAlert alert, X509Certificate shown) {
        String subject = Certificates.subject(shown);
        return switch (alert.name()) {
            case "unknown_ca" ->
                "the host does not know " + Certificates.issuer(shown) + ", the issuer of " + subject
                        + ", or it lacks a certificate in between: put the whole chain into the key store";
            case "certificate_expired" -> subject + " is " + Certificates.validity(shown);
            case "certificate_revoked" -> subject + " is revoked";
            case "unsupported_certificate" -> subject + " has a type or a purpose that the host does not accept";
            case "decrypt_error" -> "the host could not verify what was signed with the key of " + subject;
            case "access_denied" -> "the host knows " + subject + " and does not let it in";
            default -> "the host does not accept " + subject + ", issued by " + Certificates.issuer(shown);
        };
    }
}
