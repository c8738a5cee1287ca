package io.github.isostress.host.session;

import io.github.isostress.message.masking.ShownText;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Counts by reason, and logs the first of each reason. Thread-safe. */
final class CountedReasons {
    private final Consumer<String> log;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /**
     * Without any count.
     *
     * @param log is given the first of each reason, in one sentence without secrets
     */
    CountedReasons(Consumer<String> log) {
        this.log = log;
    }

    /**
     * Counts.
     *
     * @param reason one of a few texts
     * @param sentence with particulars, for the log
     */
    void count(String reason, Supplier<String> sentence) {
        LongAdder known = counts.get(reason);
        if (known != null) {
            known.increment();
            return;
        }
        LongAdder fresh = new LongAdder();
        LongAdder present = counts.putIfAbsent(reason, fresh);
        (present == null ? fresh : present).increment();
        if (present == null) {
            log.accept(ShownText.of(sentence.get() + " (logged once; further ones are counted)"));
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
