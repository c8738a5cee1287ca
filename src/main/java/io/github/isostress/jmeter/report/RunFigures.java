package io.github.isostress.jmeter.report;

import io.github.isostress.failure.Failure;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/** Counts a run's samples. Used by one thread. */
final class RunFigures {
    /** Failures of a request by which the host has lost no connection. */
    private static final Set<String> CONNECTION_KEPT = EnumSet.of(
                    Failure.CONFIG_ERROR,
                    Failure.TEMPLATE_ERROR,
                    Failure.NO_RESPONSE_CODE,
                    Failure.INTERNAL_ERROR,
                    Failure.INTERRUPTED)
            .stream()
            .map(Enum::name)
            .collect(Collectors.toSet());

    private static final Set<String> FAILURES =
            EnumSet.allOf(Failure.class).stream().map(Enum::name).collect(Collectors.toSet());

    private final TreeMap<String, Integer> failedByReason = new TreeMap<>();
    private final DescriptiveStatistics elapsedMillis = new DescriptiveStatistics();
    private int succeeded;
    private int failed;
    private int opened;
    private int notOpened;
    private int lost;
    private long firstStart = Long.MAX_VALUE;
    private long lastStart = Long.MIN_VALUE;

    /** Counts one sample. */
    void add(JtlSample sample) {
        if (!sample.successful()) {
            failedByReason.merge(sample.code() + "  " + sample.message(), 1, Integer::sum);
        }
        if (sample.isConnect()) {
            opened += sample.successful() ? 1 : 0;
            notOpened += sample.successful() ? 0 : 1;
            return;
        }
        succeeded += sample.successful() ? 1 : 0;
        failed += sample.successful() ? 0 : 1;
        lost += FAILURES.contains(sample.code()) && !CONNECTION_KEPT.contains(sample.code()) ? 1 : 0;
        elapsedMillis.addValue(sample.elapsedMillis());
        firstStart = Math.min(firstStart, sample.startMillis());
        lastStart = Math.max(lastStart, sample.startMillis());
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
        line(text, "Connections", "%,d opened, %,d not opened, %,d lost", opened, notOpened, lost);
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
