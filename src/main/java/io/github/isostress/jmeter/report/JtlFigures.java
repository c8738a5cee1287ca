package io.github.isostress.jmeter.report;

import io.github.isostress.failure.Failure;
import io.github.isostress.health.Durations;
import io.github.isostress.jmeter.SampleKind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Counts the samples of a JTL, in memory that does not grow with their number: percentiles come from histograms and are
 * right to 3 significant digits. Used by one thread.
 */
final class JtlFigures {
    private static final String RESUMED = "RESUMED";
    private static final int[] PERCENTS = {50, 90, 99};

    /** Of one code, by label. */
    private static final int MOST_REASONS = 5;

    /** Failures of a request by which the host has ended the connection. */
    private static final Set<String> LOSSES = EnumSet.of(
                    Failure.SEND_FAILED,
                    Failure.CLOSED_BY_HOST,
                    Failure.CLOSED_INSIDE_FRAME,
                    Failure.CONNECTION_RESET,
                    Failure.TLS_CLIENT_CERTIFICATE_REQUIRED,
                    Failure.TLS_CLIENT_CERTIFICATE_REJECTED,
                    Failure.TLS_FAILURE)
            .stream()
            .map(Enum::name)
            .collect(Collectors.toSet());

    private final ConnectionSamples connectionSamples = new ConnectionSamples();
    private final Map<SampleKind, Integer> byKind = new EnumMap<>(SampleKind.class);
    private final TreeMap<Failed, Integer> failed = new TreeMap<>();
    private final FailureReasons reasons;
    private final Durations elapsed = new Durations();
    private final Durations roundTrips = new Durations();
    private final Durations lags = new Durations();
    private final Durations responses = new Durations();
    private int succeeded;
    private int failedRequests;
    private int unsent;
    private int opened;
    private int resumed;
    private int notOpened;
    private int lost;
    private long firstStart = Long.MAX_VALUE;
    private long lastStart = Long.MIN_VALUE;

    /** What tells failed samples apart. */
    private record Failed(String code, String message) implements Comparable<Failed> {
        @Override
        public int compareTo(Failed other) {
            return Comparator.comparing(Failed::code)
                    .thenComparing(Failed::message)
                    .compare(this, other);
        }
    }

    /** Nothing as yet; failures are explained by these reasons. */
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
        if (sample.isUnsent()) {
            unsent++;
            return;
        }
        succeeded += sample.successful() ? 1 : 0;
        failedRequests += sample.successful() ? 0 : 1;
        lost += LOSSES.contains(sample.code()) ? 1 : 0;
        elapsed.addMicros(TimeUnit.MILLISECONDS.toMicros(sample.elapsedMillis()));
        sample.roundTripMicros().ifPresent(roundTrips::addMicros);
        sample.lagMicros().ifPresent(lag -> {
            lags.addMicros(lag);
            responses.addMicros(lag + sample.roundTripMicros().orElse(0));
        });
        firstStart = Math.min(firstStart, sample.intendedStartMillis());
        lastStart = Math.max(lastStart, sample.startMillis());
    }

    private void addOfConnection(SampleKind kind, JtlSample sample) {
        if (kind == SampleKind.CONNECT) {
            opened += sample.successful() ? 1 : 0;
            resumed += sample.code().equals(RESUMED) ? 1 : 0;
            notOpened += sample.successful() ? 0 : 1;
        } else {
            byKind.merge(kind, 1, Integer::sum);
        }
    }

    int succeeded() {
        return succeeded;
    }

    /** Requests a second, from when the first was due to when the last was sent: n requests span n - 1 intervals. */
    private double rate() {
        return lastStart <= firstStart ? 0 : (elapsed.count() - 1) * 1000.0 / (lastStart - firstStart);
    }

    /** The figures in a few lines. */
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
        return text.toString();
    }

    private void times(StringBuilder text) {
        if (roundTrips.count() == 0) {
            line(text, "Latency", elapsed.inWords(0, PERCENTS) + " (the JTL has whole milliseconds)");
        } else {
            line(text, "Latency", roundTrips.inWords(3, PERCENTS));
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
