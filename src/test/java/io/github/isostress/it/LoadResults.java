package io.github.isostress.it;

import io.github.isostress.jmeter.record.SampleKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the samples of a CSV JTL without quoted values, however many there are. */
public final class LoadResults {
    private static final int LONGEST_MILLIS = 60_000;

    private record Sort(String label, String code, boolean successful) {}

    private final Map<Sort, Long> counts = new HashMap<>();
    private final Map<String, Long> firstStarts = new HashMap<>();
    private final Map<String, Long> lastEnds = new HashMap<>();
    private final Map<String, int[]> elapsed = new HashMap<>();

    /** Reads a file. */
    public static LoadResults read(Path jtl) throws IOException {
        LoadResults results = new LoadResults();
        try (BufferedReader reader = Files.newBufferedReader(jtl)) {
            List<String> columns = Arrays.asList(reader.readLine().split(","));
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                results.add(columns, row.split(",", -1));
            }
        }
        return results;
    }

    private void add(List<String> columns, String[] row) {
        String label = row[columns.indexOf("label")];
        String code = row[columns.indexOf("responseCode")];
        boolean successful = Boolean.parseBoolean(row[columns.indexOf("success")]);
        long start = Long.parseLong(row[columns.indexOf("timeStamp")]);
        int millis = Integer.parseInt(row[columns.indexOf("elapsed")]);
        counts.merge(new Sort(label, code, successful), 1L, Long::sum);
        firstStarts.merge(label, start, Math::min);
        lastEnds.merge(label, start + millis, Math::max);
        elapsed.computeIfAbsent(label, key -> new int[LONGEST_MILLIS])[Math.min(millis, LONGEST_MILLIS - 1)]++;
    }

    /** How many samples have that label. */
    public long count(String label) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().label().equals(label))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many samples are requests, not events of a connection. */
    long requests() {
        return counts.entrySet().stream()
                .filter(count -> SampleKind.ofLabel(count.getKey().label()).isEmpty())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many samples with that label there are of each response code. */
    public SortedMap<String, Long> codes(String label) {
        SortedMap<String, Long> codes = new TreeMap<>();
        counts.forEach((sort, count) -> {
            if (sort.label().equals(label)) {
                codes.merge(sort.code(), count, Long::sum);
            }
        });
        return codes;
    }

    /** How many samples failed. */
    public long failed() {
        return counts.entrySet().stream()
                .filter(count -> !count.getKey().successful())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** From the first start to the last end of the samples with that label, in seconds. */
    double seconds(String label) {
        return (lastEnds.get(label) - firstStarts.get(label)) / 1000.0;
    }

    /** A percentile of the elapsed time of the samples with that label, in milliseconds. */
    int percentile(String label, double percent) {
        int[] histogram = elapsed.get(label);
        long wanted = (long) Math.ceil(count(label) * percent / 100);
        int millis = 0;
        for (long seen = histogram[0]; seen < wanted; seen += histogram[millis]) {
            millis++;
        }
        return millis;
    }

    /** The figures of one label in a line. */
    public String summary(String label) {
        return String.format(
                Locale.ROOT,
                "%s: %,d in %.1f s, %.0f a second, p50 %d ms, p99 %d ms, max %d ms",
                label,
                count(label),
                seconds(label),
                count(label) / seconds(label),
                percentile(label, 50),
                percentile(label, 99),
                percentile(label, 100));
    }

    /** How many there are of each sort. */
    @Override
    public String toString() {
        return counts.toString();
    }
}
