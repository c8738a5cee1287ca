package io.github.isostress.jmeter.report;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.SampleKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/** Counts a run's samples. Used by one thread. */
final class RunFigures {
    private static final String RESUMED = "RESUMED";

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

    private final Set<String> connections = new HashSet<>();
    private final Map<SampleKind, Integer> byKind = new EnumMap<>(SampleKind.class);
    private final TreeMap<String, Integer> failedByReason = new TreeMap<>();
    private final DescriptiveStatistics elapsedMillis = new DescriptiveStatistics();
    private int succeeded;
    private int failed;
    private int opened;
    private int resumed;
    private int notOpened;
    private int lost;
    private long firstStart = Long.MAX_VALUE;
    private long lastStart = Long.MIN_VALUE;

    /** Counts one sample. */
    void add(JtlSample sample) {
        if (!sample.successful()) {
            failedByReason.merge(sample.code() + "  " + sample.message(), 1, Integer::sum);
        }
        Optional<SampleKind> kind = sample.kind().filter(each -> isOfConnection(each, sample));
        if (kind.isPresent()) {
            addOfConnection(kind.get(), sample);
            return;
        }
        succeeded += sample.successful() ? 1 : 0;
        failed += sample.successful() ? 0 : 1;
        lost += LOSSES.contains(sample.code()) ? 1 : 0;
        elapsedMillis.addValue(sample.elapsedMillis());
        firstStart = Math.min(firstStart, sample.startMillis());
        lastStart = Math.max(lastStart, sample.startMillis());
    }

    /** A request may be called "balance echo": what tells is whether there is a connection that is called "balance". */
    private boolean isOfConnection(SampleKind kind, JtlSample sample) {
        String name = kind.connection(sample.label());
        boolean tellsOfAConnection = kind == SampleKind.CONNECT || kind == SampleKind.POOL_WAIT;
        if (tellsOfAConnection && !Character.isDigit((sample.code() + "0").charAt(0))) {
            connections.add(name);
        }
        return connections.contains(name);
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

    /** Requests a second, from the first to the last request's start: n requests span n - 1 intervals. */
    private double rate() {
        return lastStart <= firstStart ? 0 : (elapsedMillis.getN() - 1) * 1000.0 / (lastStart - firstStart);
    }

    /** The figures in a few lines. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(text, "Requests", "%,d sent, %,d succeeded, %,d failed", succeeded + failed, succeeded, failed);
        line(
                text,
                "Connections",
                "%,d opened%s, %,d not opened, %,d lost",
                opened,
                resumed == 0 ? "" : String.format(Locale.ROOT, " (%,d with a resumed TLS session)", resumed),
                notOpened,
                lost);
        byKind.forEach((kind, count) -> line(text, "", "%,d x %s", count, kind.words()));
        failedByReason.forEach((reason, count) -> line(text, "", "%,d x %s", count, reason));
        if (elapsedMillis.getN() > 0) {
            line(text, "Rate", "%.1f requests a second over %.1f s", rate(), (lastStart - firstStart) / 1000.0);
            line(
                    text,
                    "Latency",
                    "p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, max %.0f ms (the JTL has whole milliseconds)",
                    elapsedMillis.getPercentile(50),
                    elapsedMillis.getPercentile(90),
                    elapsedMillis.getPercentile(99),
                    elapsedMillis.getMax());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String format, Object... values) {
        text.append(String.format(Locale.ROOT, "  %-12s", name))
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
