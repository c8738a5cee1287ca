package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Gives the failure for what JSSE throws at us as a server, with the record of the client's handshake. */
final class ClientFailures {
    private final HostTrust trust;
    private final HandshakeRecord record;

    ClientFailures(HostTrust trust, HandshakeRecord record) {
        this.trust = trust;
        this.record = record;
    }

    /** The failure of a handshake. */
    FailureException duringHandshake(IOException e) {
        if (ExceptionUtils.indexOfType(e, ClientNames.Refusal.class) >= 0) {
            return new FailureException(
                    Failure.TLS_CLIENT_NAME_REFUSED,
                    ExceptionUtils.throwableOfType(e, ClientNames.Refusal.class).getMessage(),
                    e);
        }
        Optional<FailureException> certificate = new HostCertificateFailures(trust, record.hostChain()).of(e, "");
        Optional<TlsAlert> alert = TlsAlert.in(e);
        if (certificate.isPresent()) {
            return certificate.get();
        }
        if (alert.isPresent()) {
            return new FailureException(Failure.TLS_FAILURE, alert.get() + ourCertificate(alert.get()), e);
        }
        Failure failure = TlsFailures.withoutAlert(e);
        return new FailureException(failure, particulars(failure, e), e);
    }

    private String ourCertificate(TlsAlert alert) {
        return alert.mayBeOnACertificate() && record.shown() != null
                ? ": it may not trust our certificate " + Certificates.subject(record.shown()) + ", issued by "
                        + Certificates.issuer(record.shown())
                : "";
    }

    private static String particulars(Failure failure, IOException e) {
        return switch (failure) {
            case TLS_HANDSHAKE_TIMEOUT -> "it had connected and sent no whole handshake: does it speak TLS?";
            case TLS_NOT_SPOKEN -> "what it sends is no TLS record: does it connect without TLS?";
            case TLS_HANDSHAKE_BROKEN_OFF ->
                "it closed the connection before the handshake was over: it may not speak TLS, not trust our"
                        + " certificate, or only have checked the port";
            case TLS_CLIENT_CERTIFICATE_MISSING -> "it was asked for a certificate";
            default -> TlsFailures.text(e);
        };
    }

    /** The failure of an established session. */
    FailureException whileTalking(IOException e) {
        return TlsFailures.afterHandshake(e, alert -> new FailureException(Failure.TLS_FAILURE, alert.toString(), e));
    }
}
