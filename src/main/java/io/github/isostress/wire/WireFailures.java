package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Tells from what Java throws which failure it was. */
final class WireFailures {
    private WireFailures() {}

    /** What went wrong while the TCP connection was being established. */
    static FailureException whileConnecting(IOException e) {
        if (e instanceof UnknownHostException) {
            return new FailureException(Failure.UNKNOWN_HOST, "the name has no address", e);
        }
        boolean systemGaveUp =
                e instanceof ConnectException && StringUtils.containsIgnoreCase(e.getMessage(), "timed out");
        if (e instanceof SocketTimeoutException || systemGaveUp) {
            return new FailureException(Failure.CONNECT_TIMEOUT, "no answer to the attempt to connect", e);
        }
        boolean refused = e instanceof ConnectException && StringUtils.containsIgnoreCase(e.getMessage(), "refused");
        return new FailureException(refused ? Failure.CONNECTION_REFUSED : Failure.CONNECT_FAILED, text(e), e);
    }

    /** What went wrong during the TLS handshake. */
    static FailureException whileHandshaking(IOException e) {
        if (ExceptionUtils.indexOfType(e, SocketTimeoutException.class) >= 0) {
            return new FailureException(Failure.CONNECT_TIMEOUT, "the TLS handshake did not end in time", e);
        }
        int certificate = ExceptionUtils.indexOfType(e, CertificateException.class);
        if (certificate >= 0) {
            Throwable root = ExceptionUtils.getRootCause(e);
            return new FailureException(Failure.TLS_FAILURE, "the host's certificate: " + text(root), e);
        }
        return new FailureException(Failure.TLS_FAILURE, text(e), e);
    }

    /** What went wrong once the connection stood. An alert on it is the host's refusal of the TLS session. */
    static FailureException whileTalking(IOException e) {
        if (e instanceof SSLException && ExceptionUtils.indexOfType(e, java.net.SocketException.class) < 0) {
            return new FailureException(Failure.TLS_FAILURE, text(e), e);
        }
        return new FailureException(Failure.CONNECTION_RESET, text(e), e);
    }

    private static String text(Throwable e) {
        return StringUtils.defaultIfBlank(e.getMessage(), e.getClass().getSimpleName());
    }
}
