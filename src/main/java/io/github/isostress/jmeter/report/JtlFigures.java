package io.github.isostress.jmeter.report;

import io.github.isostress.failure.Failure;
import io.github.isostress.health.Durations;
import io.github.isostress.jmeter.SampleKind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts the samples of a JTL. Percentiles come from histograms, right to 3 significant digits, so that memory does not
 * grow with the number of samples. Used by one thread.
 */
final class JtlFigures {
    private static final String RESUMED = "RESUMED";
    private static final int[] PERCENTS = {50, 90, 99};

    /** Reasons shown for one code. */
    private static final int MOST_REASONS = 5;

    private final ConnectionSamples connectionSamples = new ConnectionSamples();
    private final Map<SampleKind, Integer> byKind = new EnumMap<>(SampleKind.class);
    private final TreeMap<Failed, Integer> failed = new TreeMap<>();
    private final FailureReasons reasons;
    private final Durations elapsed = new Durations();
    private final Durations roundTrips = new Durations();
    private final Durations lags = new Durations();
    private final Durations responses = new Durations();
    private final IssuerFigures issuer = new IssuerFigures();
    private int succeeded;
    private int failedRequests;
    private int unsent;
    private int opened;
    private int resumed;
    private int notOpened;
    private int lost;
    private long firstStart = Long.MAX_VALUE;
    private long lastStart = Long.MIN_VALUE;

    /** Failed samples with the same code and message are counted together. */
    private record Failed(String code, String message) implements Comparable<Failed> {
        @Override
        public int compareTo(Failed other) {
            return Comparator.comparing(Failed::code)
                    .thenComparing(Failed::message)
                    .compare(this, other);
        }
    }

    /** Counts from zero; these reasons explain failures. */
    JtlFigures(FailureReasons reasons) {
        this.reasons = reasons;
    }

    /** Counts one sample. */
    void add(JtlSample sample) {
        if (!sample.successful()) {
            failed.merge(new Failed(sample.code(), sample.message()), 1, Integer::sum);
        }
        Optional<SampleKind> kind = connectionSamples.kindOf(sample);
        if (kind.isPresent()) {
            addOfConnection(kind.get(), sample);
            return;
        }
        if (sample.isReply()) {
            issuer.addReply(sample);
            return;
        }
        if (sample.isUnsent()) {
            unsent++;
            return;
        }
        succeeded += sample.successful() ? 1 : 0;
        failedRequests += sample.successful() ? 0 : 1;
        lost += Failure.ofCode(sample.code())
                        .filter(Failure::isLossOfConnection)
                        .isPresent()
                ? 1
                : 0;
        elapsed.addMicros(TimeUnit.MILLISECONDS.toMicros(sample.elapsedMillis()));
        sample.roundTripMicros().ifPresent(roundTrips::addMicros);
        sample.lagMicros().ifPresent(lag -> {
            lags.addMicros(lag);
            responses.addMicros(lag + sample.roundTripMicros().orElse(0));
        });
        issuer.addRequest(sample);
        firstStart = Math.min(firstStart, sample.intendedStartMillis());
        lastStart = Math.max(lastStart, sample.startMillis());
    }

    private void addOfConnection(SampleKind kind, JtlSample sample) {
        if (kind.opensConnection()) {
            opened += sample.successful() ? 1 : 0;
            resumed += sample.code().equals(RESUMED) ? 1 : 0;
            notOpened += sample.successful() ? 0 : 1;
        } else {
            byKind.merge(kind, 1, Integer::sum);
        }
    }

    /** How many samples succeeded of requests and of replies. */
    int succeeded() {
        return succeeded + issuer.answered();
    }

    /**
     * Requests a second, from the first one's intended start to the last one's start: n requests span n - 1 intervals.
     */
    private double rate() {
        return lastStart <= firstStart ? 0 : (elapsed.count() - 1) * 1000.0 / (lastStart - firstStart);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Requests",
                "%,d sent, %,d succeeded, %,d failed%s",
                succeeded + failedRequests,
                succeeded,
                failedRequests,
                unsent == 0 ? "" : String.format(Locale.ROOT, "; %,d could not be sent", unsent));
        line(
                text,
                "Connections",
                "%,d opened%s, %,d not opened, %,d lost",
                opened,
                resumed == 0 ? "" : String.format(Locale.ROOT, " (%,d with a resumed TLS session)", resumed),
                notOpened,
                lost);
        byKind.forEach((kind, count) -> line(text, "", "%,d x %s", count, kind.words()));
        failed.forEach((each, count) -> {
            line(text, "", "%,d x %s  %s", count, each.code(), each.message());
            reasons.of(each.code(), each.message())
                    .limit(MOST_REASONS)
                    .forEach(reason -> line(text, "", "    %s", reason));
        });
        if (elapsed.count() > 0) {
            line(text, "Rate", "%.1f requests a second over %.1f s", rate(), (lastStart - firstStart) / 1000.0);
            times(text);
        }
        issuer.lines(PERCENTS).forEach((name, words) -> line(text, name, "%s", words));
        return text.toString();
    }

    private void times(StringBuilder text) {
        if (roundTrips.count() == 0) {
            line(text, "Round trip", elapsed.inWords(0, PERCENTS) + " (the JTL has whole milliseconds)");
        } else {
            line(text, "Round trip", roundTrips.inWords(3, PERCENTS));
        }
        if (lags.count() > 0) {
            line(text, "Sent late by", lags.inWords(3, PERCENTS));
            line(text, "Response", responses.inWords(3, PERCENTS) + ", from the intended start");
        }
    }

    private static void line(StringBuilder text, String name, String format, Object... values) {
        text.append(String.format(Locale.ROOT, "  %-13s", name))
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
