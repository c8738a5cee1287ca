package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.WireFailures;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Gives the failure for what JSSE throws at us as a client, with the record of the handshake. */
final class TlsFailures {
    private static final String AFTER_CONNECTING =
            "; with TLS 1.3 a host says so only after the handshake, so this connect was reported as CONNECTED before";

    private static final String SILENT = "not one byte came from the host: the likely cause is that this port speaks"
            + " plain TCP, without TLS, and waits for a message";

    /** What JSSE says as a client, and as a server. */
    private static final String[] NOTHING_IN_COMMON = {
        "No appropriate protocol",
        "not accepted by client preferences",
        "not accepted by server preferences",
        "not enabled or supported in server context",
        "no cipher suites in common",
    };

    private final TlsSettings settings;
    private final HandshakeRecord record;

    TlsFailures(TlsSettings settings, HandshakeRecord record) {
        this.settings = settings;
        this.record = record;
    }

    /**
     * The failure of a handshake.
     *
     * @param host the name or address that was connected to
     * @param answered whether a byte has come from it
     */
    FailureException duringHandshake(IOException e, String host, boolean answered) {
        Optional<FailureException> certificate =
                new HostCertificateFailures(settings.trust(), record.hostChain()).of(e, host);
        Optional<TlsAlert> alert = TlsAlert.in(e);
        if (certificate.isPresent()) {
            return certificate.get();
        }
        if (alert.isPresent()) {
            return isOnTheOffer(alert.get())
                    ? new FailureException(Failure.TLS_NOTHING_IN_COMMON, alert.get() + ": " + offered(), e)
                    : of(alert.get(), e);
        }
        Failure failure = withoutAlert(e);
        return new FailureException(
                failure, failure == Failure.TLS_HANDSHAKE_TIMEOUT && !answered ? SILENT : particulars(failure, e), e);
    }

    /** A host that showed its certificate has accepted a version and a cipher suite. */
    private boolean isOnTheOffer(TlsAlert alert) {
        return alert.isOnTheOffer()
                || alert.name().equals("handshake_failure")
                        && record.hostChain().isEmpty();
    }

    private FailureException of(TlsAlert alert, IOException e) {
        if (record.isClientAsked() && alert.mayBeOnACertificate()) {
            return new ClientCertificateFailures(settings.key(), record).of(alert, e);
        }
        return new FailureException(Failure.TLS_FAILURE, alert.toString(), e);
    }

    /** The failure of a handshake, on either side, in which the other end sent no alert. */
    static Failure withoutAlert(IOException e) {
        String text = text(e);
        if (has(e, SocketTimeoutException.class)) {
            return Failure.TLS_HANDSHAKE_TIMEOUT;
        }
        if (text.contains("unrecognized SSL message")) {
            return Failure.TLS_NOT_SPOKEN;
        }
        if (StringUtils.containsAny(text, NOTHING_IN_COMMON)) {
            return Failure.TLS_NOTHING_IN_COMMON;
        }
        if (text.contains("Empty client certificate chain")) {
            return Failure.TLS_CLIENT_CERTIFICATE_MISSING;
        }
        boolean ended = has(e, EOFException.class) || has(e, SocketException.class) || text.contains("close_notify");
        return ended ? Failure.TLS_HANDSHAKE_BROKEN_OFF : Failure.TLS_FAILURE;
    }

    private String particulars(Failure failure, IOException e) {
        String asked = suspicion();
        return switch (failure) {
            case TLS_HANDSHAKE_TIMEOUT ->
                record.hostChain().isEmpty()
                        ? "no TLS came from the host: does it speak TLS on this port?"
                        : "the host had shown its certificate" + asked;
            case TLS_NOT_SPOKEN -> "what it sends is no TLS record: is this a port for plain TCP?";
            case TLS_NOTHING_IN_COMMON -> text(e) + ": " + offered();
            case TLS_HANDSHAKE_BROKEN_OFF ->
                record.hostChain().isEmpty()
                        ? "it did so before it had shown a certificate: does it speak TLS on this port, and may this"
                                + " machine connect to it?"
                        : "it did so after it had shown its certificate" + asked;
            default -> text(e);
        };
    }

    private String offered() {
        TlsOffer offer = settings.offer();
        return "offered were " + orDefault(offer.protocols(), "TLS versions") + " and "
                + orDefault(offer.cipherSuites(), "cipher suites") + "; try others";
    }

    private static String orDefault(List<String> chosen, String what) {
        return chosen.isEmpty() ? "Java's default " + what : "the " + what + " " + String.join(", ", chosen);
    }

    /** The failure of an established session; with TLS 1.3 a host refuses a client certificate only then. */
    FailureException whileTalking(IOException e, String suspicion) {
        FailureException failure = afterHandshake(e, alert -> afterConnecting(of(alert, e)));
        return failure.failure() == Failure.CONNECTION_RESET
                ? new FailureException(failure.failure(), failure.getMessage() + suspicion, e)
                : failure;
    }

    /** The failure of an established session, on either side. */
    static FailureException afterHandshake(IOException e, Function<TlsAlert, FailureException> ofAlert) {
        Optional<TlsAlert> alert = TlsAlert.in(e);
        if (alert.isPresent()) {
            return ofAlert.apply(alert.get());
        }
        return e instanceof SSLException && !has(e, SocketException.class)
                ? new FailureException(Failure.TLS_FAILURE, text(e), e)
                : WireFailures.whileTalking(e);
    }

    /**
     * Says why a run counts more connects than the host: its verdict follows our handshake (RFC 8446, section 4.4.2.4).
     */
    private static FailureException afterConnecting(FailureException refusal) {
        boolean onCertificate = refusal.failure() == Failure.TLS_CLIENT_CERTIFICATE_REQUIRED
                || refusal.failure() == Failure.TLS_CLIENT_CERTIFICATE_REJECTED;
        return onCertificate
                ? new FailureException(refusal.failure(), refusal.getMessage() + AFTER_CONNECTING, refusal.getCause())
                : refusal;
    }

    /** That a certificate was asked for and none shown, after a semicolon; else an empty string. */
    String suspicion() {
        return record.isClientAsked() && record.shown() == null
                ? "; " + new ClientCertificateFailures(settings.key(), record).askedInVain()
                : "";
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        return ExceptionUtils.indexOfType(e, type) >= 0;
    }

    static String text(Throwable e) {
        return StringUtils.defaultIfBlank(e.getMessage(), e.getClass().getSimpleName());
    }
}
