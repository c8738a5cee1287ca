package io.github.isostress.link;

import java.util.Optional;

/**
 * What is said on a connection besides the requests of the test. Immutable.
 *
 * @param signOn empty for none
 * @param echo empty for none
 * @param echoIdleSeconds after how many seconds without any message the echo is sent: 1 to 86,400; not used without one
 * @param signOff empty for none
 */
public record SessionMessages(
        Optional<SessionMessage> signOn,
        Optional<SessionMessage> echo,
        int echoIdleSeconds,
        Optional<SessionMessage> signOff) {
    public static final SessionMessages NONE =
            new SessionMessages(Optional.empty(), Optional.empty(), 1, Optional.empty());

    private static final int LONGEST_IDLE = 86_400;

    /** Throws an IllegalArgumentException with one clear sentence where the range is left. */
    public SessionMessages {
        if (echo.isPresent() && (echoIdleSeconds < 1 || echoIdleSeconds > LONGEST_IDLE)) {
            throw new IllegalArgumentException(
                    "echo after " + echoIdleSeconds + " idle seconds is outside 1 to " + LONGEST_IDLE);
        }
    }
}
