package io.github.isostress.tls;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * The alert with which a host ends a handshake or a session (RFC 8446, section 6).
 *
 * @param name the RFC's name, such as unknown_ca
 */
record TlsAlert(String name) {
    private static final Pattern RECEIVED = Pattern.compile("Received fatal alert: (\\w+)");
    private static final Set<String> ON_THE_OFFER = Set.of("protocol_version", "insufficient_security");
    private static final Set<String> ON_A_CERTIFICATE = Set.of(
            "access_denied",
            "bad_certificate",
            "certificate_expired",
            "certificate_required",
            "certificate_revoked",
            "certificate_unknown",
            "decrypt_error",
            "handshake_failure",
            "unknown_ca",
            "unsupported_certificate");

    /** The alert in an exception's text; JSSE tells it nowhere else. */
    static Optional<TlsAlert> in(Throwable e) {
        return ExceptionUtils.getThrowableList(e).stream()
                .map(each -> RECEIVED.matcher(String.valueOf(each.getMessage())))
                .filter(Matcher::find)
                .map(found -> new TlsAlert(found.group(1)))
                .findFirst();
    }

    /** Whether it can only be about the offered versions or cipher suites. */
    boolean isOnTheOffer() {
        return ON_THE_OFFER.contains(name);
    }

    /** Whether hosts send it because of a missing or a wrong certificate. */
    boolean mayBeOnACertificate() {
        return ON_A_CERTIFICATE.contains(name);
    }

    @Override
    public String toString() {
        return "its alert was " + name;
    }
}
