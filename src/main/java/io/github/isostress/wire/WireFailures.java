package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.commons.lang3.StringUtils;

/** Gives the failure for an exception that Java throws. */
public final class WireFailures {
    private WireFailures() {}

    /** The failure of an attempt to connect TCP. */
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

    /**
     * The failure of an attempt to listen.
     *
     * @param place the address and port
     */
    public static FailureException whileListening(IOException e, String place) {
        boolean isInUse = e instanceof BindException && StringUtils.containsIgnoreCase(e.getMessage(), "in use");
        String reason = e instanceof UnknownHostException ? "the address is not known" : text(e);
        return new FailureException(isInUse ? Failure.PORT_IN_USE : Failure.LISTEN_FAILED, place + ": " + reason, e);
    }

    /** JMeter or a user has stopped the wait. */
    public static FailureException interrupted(Exception cause) {
        return new FailureException(Failure.INTERRUPTED, "the sample was interrupted", cause);
    }

    /** The failure of sending a request; a plain reset becomes {@link Failure#SEND_FAILED}. */
    static FailureException whileSending(FailureException talking) {
        return talking.failure() == Failure.CONNECTION_RESET
                ? new FailureException(Failure.SEND_FAILED, talking.getMessage(), talking.getCause())
                : talking;
    }

    /**
     * The failure of receiving a response.
     *
     * @param progress how much of the response has come, in words; empty if nothing has
     */
    static FailureException whileReceiving(FailureException talking, String progress) {
        return talking.failure() == Failure.CONNECTION_RESET && !progress.isEmpty()
                ? new FailureException(
                        Failure.CONNECTION_RESET, talking.getMessage() + ", after " + progress, talking.getCause())
                : talking;
    }

    /** The failure of a plain TCP connection after it was established. */
    public static FailureException whileTalking(IOException e) {
        return new FailureException(Failure.CONNECTION_RESET, text(e), e);
    }

    private static String text(Throwable e) {
        return StringUtils.defaultIfBlank(e.getMessage(), e.getClass().getSimpleName());
    }
}
