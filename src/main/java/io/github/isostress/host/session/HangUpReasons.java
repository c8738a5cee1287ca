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
 * Why a host has hung up on clients or could not take them: each is counted by its reason, and of each reason the first
 * is told at once with its particulars. Thread-safe.
 */
public final class HangUpReasons {
    private final Consumer<String> log;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /**
     * None as yet.
     *
     * @param log is told the first of each reason, in one sentence without any secret
     */
    public HangUpReasons(Consumer<String> log) {
        this.log = log;
    }

    /**
     * Notes one.
     *
     * @param reason one of a few, the same for all of its kind
     * @param client whom it concerns
     * @param particulars may be empty
     */
    public void add(String reason, String client, String particulars) {
        LongAdder fresh = new LongAdder();
        LongAdder present = counts.putIfAbsent(reason, fresh);
        (present == null ? fresh : present).increment();
        if (present == null) {
            String detail = particulars.isEmpty() ? "" : ": " + particulars;
            log.accept(ShownText.of("hung up on " + client + ", " + reason + detail
                    + " (told once for this reason, the others are counted)"));
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

    /** In words, such as {@code 2 bad frame, 1 by the rule 'close'}; empty if there were none. */
    String inWords() {
        return byReason().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
