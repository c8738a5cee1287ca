package io.github.isostress.link;

import io.github.isostress.words.Plural;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * What is said on a connection besides the requests of the test. Immutable.
 *
 * @param signOn empty for none
 * @param echo empty for none
 * @param echoWhen whether only an idle connection gets it
 * @param echoSeconds after how many seconds, without any message or without an echo, the echo is sent: 1 to 86,400; not
 *     used without one
 * @param signOff empty for none
 */
public record SessionMessages(
        Optional<SessionMessage> signOn,
        Optional<SessionMessage> echo,
        EchoWhen echoWhen,
        int echoSeconds,
        Optional<SessionMessage> signOff) {
    public static final SessionMessages NONE =
            new SessionMessages(Optional.empty(), Optional.empty(), EchoWhen.IDLE, 1, Optional.empty());

    private static final int LONGEST = 86_400;

    /** Throws an IllegalArgumentException with one clear sentence where the range is left. */
    public SessionMessages {
        if (echo.isPresent() && (echoSeconds < 1 || echoSeconds > LONGEST)) {
            throw new IllegalArgumentException(
                    "echo after " + Plural.of(echoSeconds, "second") + " is outside 1 to " + LONGEST);
        }
    }

    /** When the echo is sent. */
    public enum EchoWhen {
        /** When nothing was sent or received for some seconds. */
        IDLE,
        /** Some seconds after the one before, whatever else is sent. */
        ALWAYS
    }

    /** Whether the echo is due though the connection is in use. */
    boolean isEchoDueUnderLoad(long triedNanos) {
        OptionalLong due = echoWhen == EchoWhen.ALWAYS ? echoDueNanos(triedNanos, triedNanos) : OptionalLong.empty();
        return due.isPresent() && System.nanoTime() - due.getAsLong() >= 0;
    }

    /**
     * When the echo is due, as {@link System#nanoTime()}; empty if there is none.
     *
     * @param usedNanos when the connection last carried a frame
     * @param triedNanos when an echo was last tried, or else when the connection stood
     */
    OptionalLong echoDueNanos(long usedNanos, long triedNanos) {
        long since = echoWhen == EchoWhen.IDLE && usedNanos - triedNanos > 0 ? usedNanos : triedNanos;
        return echo.isPresent() ? OptionalLong.of(since + TimeUnit.SECONDS.toNanos(echoSeconds)) : OptionalLong.empty();
    }
}
