package io.github.isostress.jmeter.rehearsal;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** What can be said of a TLS handshake under way to which the host says nothing. Stateless and thread-safe. */
final class SilentHandshake {
    private static final long WORTH_TELLING_SECONDS = 2;

    private SilentHandshake() {}

    /**
     * A sentence; empty if it goes on for less than 2 s: that much a TLS host may take.
     *
     * @param nanos for how long nothing has come; empty if there is no such handshake
     */
    static Optional<String> words(OptionalLong nanos) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos.orElse(0));
        return seconds < WORTH_TELLING_SECONDS
                ? Optional.empty()
                : Optional.of("For " + seconds + " s nothing has come to the TLS hello: a host without TLS waits for a"
                        + " message there; a slow one may still answer.");
    }
}
