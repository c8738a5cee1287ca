package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.tls.TlsFailures;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.commons.lang3.StringUtils;

/** Tells from what Java throws which failure it was. */
public final class WireFailures {
    private WireFailures() {}

    /** What went wrong while the TCP connection was being established. */
    public static FailureException whileConnecting(IOException e) {
        if (e instanceof UnknownHostException) {
            return new FailureException(Failure.UNKNOWN_HOST, "the name has no address", e);
        }
        boolean systemGaveUp =
                e instanceof ConnectException && StringUtils.containsIgnoreCase(e.getMessage(), "timed out");
        if (e instanceof SocketTimeoutException || systemGaveUp) {
            return new FailureException(Failure.CONNECT_TIMEOUT, "no answer to the attempt to connect", e);
        }
        return new FailureException(notConnected(e), text(e), e);
    }

    private static Failure notConnected(IOException e) {
        String message = StringUtils.defaultString(e.getMessage());
        if (e instanceof ConnectException && StringUtils.containsIgnoreCase(message, "refused")) {
            return Failure.CONNECTION_REFUSED;
        }
        boolean unreachable = e instanceof NoRouteToHostException
                || StringUtils.containsIgnoreCase(message, "unreachable")
                || StringUtils.containsIgnoreCase(message, "host is down");
        return unreachable ? Failure.HOST_UNREACHABLE : Failure.CONNECT_FAILED;
    }

    /** Somebody did not want to wait for it any longer. */
    public static FailureException interrupted(Exception cause) {
        return new FailureException(Failure.INTERRUPTED, "the sample was interrupted", cause);
    }

    /** What went wrong while a request was written; what is no more than a reset is that. */
    static FailureException whileSending(FailureException talking) {
        return talking.failure() == Failure.CONNECTION_RESET
                ? new FailureException(Failure.SEND_FAILED, talking.getMessage(), talking.getCause())
                : talking;
    }

    /**
     * What went wrong while a response was awaited.
     *
     * @param progress what has come of it, or an empty text if nothing has
     */
    static FailureException whileReceiving(FailureException talking, String progress) {
        return talking.failure() == Failure.CONNECTION_RESET && !progress.isEmpty()
                ? new FailureException(
                        Failure.CONNECTION_RESET, talking.getMessage() + ", after " + progress, talking.getCause())
                : talking;
    }

    /** What went wrong once the connection stood; of TLS see {@link TlsFailures}. */
    public static FailureException whileTalking(IOException e) {
        return new FailureException(Failure.CONNECTION_RESET, text(e), e);
    }

    private static String text(Throwable e) {
        return StringUtils.defaultIfBlank(e.getMessage(), e.getClass().getSimpleName());
    }
}
