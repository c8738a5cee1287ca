package io.github.isostress.jmeter;

import io.github.isostress.exchange.Verdict;
import io.github.isostress.failure.Failure;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Why samples of a run have failed: of each label and code the log tells the first one's particulars at once, and at the
 * end how many came. A CSV JTL has no room for particulars, and a remote agent's samples lose theirs on the way.
 * {@link FailureLines} is the form of the lines. Thread-safe.
 */
public final class RunFailures {
    /** Labels may differ from sample to sample, and hosts may send any code. */
    private static final int MOST_TOLD = 1_000;

    /** A thread that starts with the others may have a setting of its own, with which it can send. */
    private static final long TRIED_LONG_ENOUGH_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final FailureLog log;
    private final LongSupplier nanoTime;
    private final Map<Map.Entry<String, String>, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder untold = new LongAdder();
    private final Traces traces = new Traces();
    private volatile Unsent firstUnsent;
    private volatile boolean somethingSent;

    private record Unsent(String sentence, long nanos) {}

    /**
     * None as yet.
     *
     * @param log tells of them
     * @param nanoTime a clock as {@link System#nanoTime()}
     */
    RunFailures(FailureLog log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    /**
     * Notes the verdict on a sample.
     *
     * @param circumstances what to say of the first one in front of its particulars
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
        if (count == null && counts.size() >= MOST_TOLD) {
            untold.increment();
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

    /** Logs the stack trace of a failure of the plugin itself, once for each label and class, without any message. */
    public void trace(String label, Throwable thrown) {
        traces.firstOf(label, thrown).ifPresent(log::error);
    }

    /**
     * Why the run may as well end: one clear sentence, if for three seconds every sample has failed by its configuration;
     * else empty.
     */
    Optional<String> nothingCanBeSent() {
        Unsent first = firstUnsent;
        return somethingSent || first == null || nanoTime.getAsLong() - first.nanos() < TRIED_LONG_ENOUGH_NANOS
                ? Optional.empty()
                : Optional.of(first.sentence());
    }

    /** Logs how often each has come. */
    void tellCounts() {
        counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Map.Entry<String, String>, LongAdder> each) ->
                        each.getKey().getKey() + each.getKey().getValue()))
                .forEach(each -> log.warn(FailureLines.count(
                        each.getKey().getKey(),
                        each.getKey().getValue(),
                        each.getValue().sum())));
        if (untold.sum() > 0) {
            log.warn(FailureLines.further(untold.sum()));
        }
    }
}
