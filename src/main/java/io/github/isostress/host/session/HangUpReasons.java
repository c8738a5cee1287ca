package io.github.isostress.host.session;

import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Counts by reason why a host hung up on clients or could not take them, and logs the first of each reason.
 * Thread-safe.
 */
public final class HangUpReasons {
    /** Of what cannot be read: as many as a user tries settings. */
    static final int MOST_LOGGED = 20;

    private final CountedReasons reasons;

    /**
     * @param log is given the first of each reason, in one sentence without secrets
     */
    public HangUpReasons(Consumer<String> log) {
        this.reasons = new CountedReasons(log);
    }

    /**
     * The host hangs up on a client.
     *
     * @param reason one of a few texts, for counting
     * @param client the client's address and port
     * @param particulars may be empty
     */
    public void add(String reason, String client, String particulars) {
        String detail = particulars.isEmpty() ? "" : ": " + particulars;
        reasons.count(reason, () -> "hung up on " + client + ", " + reason + detail);
    }

    /**
     * The host hangs up on a client since it cannot read what came. Each is logged, up to some.
     *
     * @param reason one of a few texts, for counting
     * @param client the client's address and port
     */
    void addMisread(String reason, String client, Supplier<String> particulars) {
        reasons.countEach(reason, MOST_LOGGED, () -> "hung up on " + client + ", " + reason + ": " + particulars.get());
    }

    /** The sentence that was logged last; empty if none was. */
    String newest() {
        return reasons.newest();
    }

    /**
     * The host cannot take the next client.
     *
     * @param reason one of a few texts, for counting
     */
    void addNotTaken(String reason, String particulars) {
        reasons.count(reason, () -> "cannot take the next client: " + reason + "; " + particulars);
    }

    long count() {
        return reasons.count();
    }

    SortedMap<String, Long> byReason() {
        return reasons.byReason();
    }

    /** See {@link CountedReasons#inWords}. */
    String inWords() {
        return reasons.inWords();
    }
}
