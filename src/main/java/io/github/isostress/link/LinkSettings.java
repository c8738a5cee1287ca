package io.github.isostress.link;

import io.github.isostress.connect.ConnectionSource;
import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.exchange.UnsolicitedRules;
import io.github.isostress.message.IsoPackager;
import java.util.Optional;

/**
 * How a link makes its connection and keeps it. Immutable.
 *
 * @param source where the connection comes from
 * @param packager reads messages; empty if they are raw
 * @param reconnectPause before connecting again after a failure
 * @param connectsPerSecond of all links of one name together: up to 100,000; 0 for any number
 * @param sessionMessages sign-on, echo, sign-off
 * @param unsolicited what to answer when the host speaks first
 */
public record LinkSettings(
        ConnectionSource source,
        Optional<IsoPackager> packager,
        ReconnectPause reconnectPause,
        double connectsPerSecond,
        SessionMessages sessionMessages,
        UnsolicitedRules unsolicited) {
    private static final double MOST_CONNECTS = 100_000;

    /** Throws an IllegalArgumentException with one clear sentence where the range is left. */
    public LinkSettings {
        if (!(connectsPerSecond >= 0 && connectsPerSecond <= MOST_CONNECTS)) {
            throw new IllegalArgumentException(
                    "connects per second " + connectsPerSecond + " is outside 0 (any number) to 100000");
        }
    }

    /** Whether an idle link has something to be looked after for. */
    boolean needsTending() {
        return sessionMessages.echo().isPresent()
                || !unsolicited.isEmpty()
                || source.framing().answersPolls();
    }
}
