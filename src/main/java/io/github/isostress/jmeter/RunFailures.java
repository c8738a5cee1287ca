package io.github.isostress.jmeter;

import io.github.isostress.failure.Failure;
import io.github.isostress.health.record.RecordedFailure;
import io.github.isostress.jmeter.record.FailureLines;
import io.github.isostress.jmeter.record.FailureLines.Reason;
import io.github.isostress.judgement.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

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
    private final Map<Map.Entry<String, String>, Counted> counts = new ConcurrentHashMap<>();
    private final LongAdder further = new LongAdder();
    private final Traces traces = new Traces();
    private volatile Unsent firstUnsent;
    private volatile boolean somethingSent;

    private record Unsent(String sentence, long nanos) {}

    private record Counted(Reason first, LongAdder count) {}

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
        judged(label, verdict, circumstances, () -> "");
    }

    /**
     * Notes the verdict on a sample of whose failure more is known than the verdict tells.
     *
     * @param advice what the log says behind the particulars; asked for only where the log tells of the sample
     */
    public void judged(String label, Verdict verdict, String circumstances, Supplier<String> advice) {
        Optional<Failure> failure = verdict.successful() ? Optional.empty() : Failure.ofCode(verdict.code());
        if (failure.isPresent() && failure.get().isOfConfiguration()) {
            noteUnsent(label, verdict, circumstances);
        } else if (!somethingSent) {
            somethingSent = true;
        }
        if (failure.isPresent()
                || !verdict.successful() && !verdict.particulars().isEmpty()) {
            count(label, verdict, circumstances, advice);
        }
    }

    private void noteUnsent(String label, Verdict verdict, String circumstances) {
        if (firstUnsent == null) {
            firstUnsent = new Unsent(FailureLines.sentence(label, verdict, circumstances), nanoTime.getAsLong());
        }
    }

    private void count(String label, Verdict verdict, String circumstances, Supplier<String> advice) {
        Map.Entry<String, String> key = Map.entry(label, verdict.code());
        Counted counted = counts.get(key);
        if (counted == null && counts.size() >= MOST_REASONS) {
            further.increment();
            return;
        }
        if (counted == null) {
            Reason reason = FailureLines.reason(label, verdict, circumstances, advice.get());
            Counted fresh = new Counted(reason, new LongAdder());
            Counted present = counts.putIfAbsent(key, fresh);
            counted = present == null ? fresh : present;
            if (present == null) {
                log.warn(FailureLines.first(reason));
            }
        }
        counted.count().increment();
    }

    /** Each label and code, with the first one's explanation and how many came: those of most first. */
    public List<RecordedFailure> recorded() {
        return counts.values().stream()
                .map(each -> new RecordedFailure(
                        each.first().label(),
                        each.first().code(),
                        each.first().words(),
                        each.count().sum()))
                .sorted(Comparator.comparing((RecordedFailure each) -> -each.count())
                        .thenComparing(RecordedFailure::label)
                        .thenComparing(RecordedFailure::code))
                .toList();
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
                .sorted(Comparator.comparing((Map.Entry<Map.Entry<String, String>, Counted> each) ->
                        each.getKey().getKey() + each.getKey().getValue()))
                .forEach(each -> log.warn(FailureLines.count(
                        each.getKey().getKey(),
                        each.getKey().getValue(),
                        each.getValue().count().sum())));
        if (further.sum() > 0) {
            log.warn(FailureLines.further(further.sum()));
        }
    }
}
