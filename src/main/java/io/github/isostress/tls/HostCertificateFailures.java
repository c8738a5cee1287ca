package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** The failures of a handshake in which we refuse the host's certificate. */
final class HostCertificateFailures {
    private final HostTrust trust;
    private final List<X509Certificate> chain;

    /** For these certificates, the host's own first. */
    HostCertificateFailures(HostTrust trust, List<X509Certificate> chain) {
        this.trust = trust;
        this.chain = chain;
    }

    /** Empty if the handshake did not fail for the host's certificate. */
    Optional<FailureException> of(Throwable e, String host) {
        int refused = ExceptionUtils.indexOfType(e, CertificateException.class);
        if (chain.isEmpty() || refused < 0) {
            return Optional.empty();
        }
        if (has(e, CertificateExpiredException.class) || has(e, CertificateNotYetValidException.class)) {
            return Optional.of(new FailureException(Failure.TLS_CERTIFICATE_EXPIRED, outOfTime(), e));
        }
        // JSSE throws subclasses for the chain and a plain CertificateException for the name.
        boolean onName = ExceptionUtils.getThrowableList(e).get(refused).getClass() == CertificateException.class;
        if (onName && trust.verifyHostName()) {
            return Optional.of(new FailureException(Failure.TLS_WRONG_HOST_NAME, otherName(host), e));
        }
        return Optional.of(new FailureException(Failure.TLS_CERTIFICATE_UNTRUSTED, untrusted(e), e));
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        return ExceptionUtils.indexOfType(e, type) >= 0;
    }

    private String outOfTime() {
        Instant now = Instant.now();
        X509Certificate culprit = chain.stream()
                .filter(each -> !Certificates.isValidAt(each, now))
                .findFirst()
                .orElse(chain.get(0));
        return Certificates.subject(culprit) + " is " + Certificates.validity(culprit)
                + ", and by the clock of this machine it is " + now;
    }

    private String otherName(String host) {
        return "connected to " + host + ", and the host's certificate is for "
                + Certificates.few(Certificates.hostNames(chain.get(0)))
                + ": connect by one of these names, or switch the check of the host name off";
    }

    private String untrusted(Throwable e) {
        X509Certificate last = chain.get(chain.size() - 1);
        String shown = "the host's certificate " + Certificates.subject(chain.get(0));
        if (!has(e, CertPathBuilderException.class)) {
            return shown + ": " + ExceptionUtils.getRootCause(e).getMessage();
        }
        return shown + " is vouched for by " + Certificates.issuer(last) + ", who is not in " + trust.authority()
                + ": set a trust store with the certificate of that issuer";
    }
}
