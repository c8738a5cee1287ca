package io.github.isostress.jmeter;

import io.github.isostress.failure.Failure;
import io.github.isostress.judgement.Verdict;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Counts the failed samples of a run by label and code. The log tells the particulars of the first one at once, and at
 * the end how many came: a CSV JTL has no room for particulars, and a remote agent's samples lose theirs on the way.
 * {@link FailureLines} writes the lines. Thread-safe.
 */
public final class RunFailures {
    /** A plan may label each sample otherwise, and a host may send any code. */
    private static final int MOST_REASONS = 1_000;

    /** Another thread may start meanwhile, whose settings work. */
    private static final long TRIED_LONG_ENOUGH_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final FailureLog log;
    private final LongSupplier nanoTime;
    private final Map<Map.Entry<String, String>, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder further = new LongAdder();
    private final Traces traces = new Traces();
    private volatile Unsent firstUnsent;
    private volatile boolean somethingSent;

    private record Unsent(String sentence, long nanos) {}

    /**
     * Counts from zero.
     *
     * @param nanoTime a clock such as {@link System#nanoTime()}
     */
    RunFailures(FailureLog log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    /**
     * Notes the verdict on a sample.
     *
     * @param circumstances what the log says in front of the particulars
     */
    public void judged(String label, Verdict verdict, String circumstances) {
        Optional<Failure> failure = verdict.successful() ? Optional.empty() : Failure.ofCode(verdict.code());
        if (failure.isPresent() && failure.get().isOfConfiguration()) {
            noteUnsent(label, verdict, circumstances);
        } else if (!somethingSent) {
            somethingSent = true;
        }
        if (failure.isPresent()
                || !verdict.successful() && !verdict.particulars().isEmpty()) {
            count(label, verdict, circumstances);
        }
    }

    private void noteUnsent(String label, Verdict verdict, String circumstances) {
        if (firstUnsent == null) {
            firstUnsent = new Unsent(FailureLines.reason(label, verdict, circumstances), nanoTime.getAsLong());
        }
    }

    private void count(String label, Verdict verdict, String circumstances) {
        Map.Entry<String, String> key = Map.entry(label, verdict.code());
        LongAdder count = counts.get(key);
        if (count == null && counts.size() >= MOST_REASONS) {
            further.increment();
            return;
        }
        if (count == null) {
            LongAdder fresh = new LongAdder();
            LongAdder present = counts.putIfAbsent(key, fresh);
            count = present == null ? fresh : present;
            if (present == null) {
                log.warn(FailureLines.first(label, verdict, circumstances));
            }
        }
        count.increment();
    }

    /**
     * Logs where the plugin itself has failed, once for each label and exception class, without the exception's
     * message.
     */
    public void trace(String label, Throwable thrown) {
        traces.firstOf(label, thrown).ifPresent(log::error);
    }

    /**
     * Why the run may as well end: one clear sentence, if for three seconds every sample has failed by its
     * configuration; else empty.
     */
    Optional<String> nothingCanBeSent() {
        Unsent first = firstUnsent;
        return somethingSent || first == null || nanoTime.getAsLong() - first.nanos() < TRIED_LONG_ENOUGH_NANOS
                ? Optional.empty()
                : Optional.of(first.sentence());
    }

    /** Logs how often each label and code has come. */
    void tellCounts() {
        counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Map.Entry<String, String>, LongAdder> each) ->
                        each.getKey().getKey() + each.getKey().getValue()))
                .forEach(each -> log.warn(FailureLines.count(
                        each.getKey().getKey(),
                        each.getKey().getValue(),
                        each.getValue().sum())));
        if (further.sum() > 0) {
            log.warn(FailureLines.further(further.sum()));
        }
    }
}
