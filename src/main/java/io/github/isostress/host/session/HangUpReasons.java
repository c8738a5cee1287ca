package io.github.isostress.host.session;

import io.github.isostress.message.masking.ShownText;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Counts by reason why a host hung up on clients or could not take them, and logs the first of each reason.
 * Thread-safe.
 */
public final class HangUpReasons {
    private final Consumer<String> log;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /**
     * @param log is given the first of each reason, in one sentence without secrets
     */
    public HangUpReasons(Consumer<String> log) {
        this.log = log;
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
        count(reason, "hung up on " + client + ", " + reason + detail);
    }

    /**
     * The host cannot take the next client.
     *
     * @param reason one of a few texts, for counting
     */
    void addNotTaken(String reason, String particulars) {
        count(reason, "cannot take the next client: " + reason + "; " + particulars);
    }

    private void count(String reason, String sentence) {
        LongAdder fresh = new LongAdder();
        LongAdder present = counts.putIfAbsent(reason, fresh);
        (present == null ? fresh : present).increment();
        if (present == null) {
            log.accept(ShownText.of(sentence + " (logged once; further ones are counted)"));
        }
    }

    long count() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    SortedMap<String, Long> byReason() {
        SortedMap<String, Long> all = new TreeMap<>();
        counts.forEach((reason, count) -> all.put(reason, count.sum()));
        return all;
    }

    /** The counts in words, such as {@code 2 bad frame, 1 by the rule 'close'}; empty if there are none. */
    String inWords() {
        return byReason().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
