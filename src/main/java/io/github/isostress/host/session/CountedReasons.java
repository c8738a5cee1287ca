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

/** Counts by reason, and logs the first, or the first few, of each reason. Thread-safe. */
final class CountedReasons {
    private static final String LAST = " (the last one logged; further ones are counted)";

    private final Consumer<String> log;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private volatile String newest = "";

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
            tell(sentence.get() + " (logged once; further ones are counted)");
        }
    }

    /**
     * Counts, and logs each until it has logged the most.
     *
     * @param reason one of a few texts
     * @param most how many of the reason are logged
     * @param sentence with particulars, for the log
     */
    void countEach(String reason, int most, Supplier<String> sentence) {
        long number = next(counts.computeIfAbsent(reason, key -> new LongAdder()));
        if (number <= most) {
            tell(sentence.get() + (number == most ? LAST : ""));
        }
    }

    /** The count with this one; another thread has another. */
    private synchronized long next(LongAdder count) {
        count.increment();
        return count.sum();
    }

    private void tell(String sentence) {
        newest = ShownText.of(sentence);
        log.accept(newest);
    }

    /** The sentence that was logged last; empty if none was. */
    String newest() {
        return newest;
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
