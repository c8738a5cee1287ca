package io.github.isostress.host.session;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Counts the frames whose end a host has not heard, and logs the first few. Thread-safe. */
final class UnfinishedFrames {
    private final CountedReasons reasons;

    /**
     * None yet.
     *
     * @param log is given one sentence without secrets for each, up to some
     */
    UnfinishedFrames(Consumer<String> log) {
        this.reasons = new CountedReasons(log);
    }

    /**
     * The host waits for the rest of a frame; once for a client.
     *
     * @param client its address and port
     */
    void waits(String client, Supplier<String> missing) {
        reasons.countEach(
                "waited for",
                HangUpReasons.MOST_LOGGED,
                () -> "waits for the rest of a frame from " + client + ": " + missing.get());
    }

    /** A client has closed the connection inside a frame, before the host has waited long. */
    void left(String client, Supplier<String> missing) {
        reasons.countEach(
                "left by the client",
                HangUpReasons.MOST_LOGGED,
                () -> client + " closed the connection inside a frame: " + missing.get());
    }

    long count() {
        return reasons.count();
    }

    /** See {@link CountedReasons#inWords}. */
    String inWords() {
        return reasons.inWords();
    }

    /** The sentence that was logged last; empty if none was. */
    String newest() {
        return reasons.newest();
    }
}
