package io.github.isostress.bench;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.report.BenchReport;
import io.github.isostress.bench.report.Table;
import io.github.isostress.bench.report.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a response timeout ends when it should, with many threads that wait at once: with the collector that
 * everybody is measured with, whose pauses hold all threads up, and with one that has no pauses worth the name.
 */
final class Deadline implements Part {
    private static final List<String> COLLECTORS = List.of("G1", "Z");
    private static final int THREADS = 1000;
    private static final int LEAST_MILLIS = 500;
    private static final int MOST_MILLIS = 520;
    private static final double MICROS = 1e3;

    @Override
    public void run(BenchReport report) throws Exception {
        CommandLine command = CommandLine.of("run")
                .with("sampler", "ours")
                .with("connections", THREADS)
                .with("timeout", LEAST_MILLIS)
                .with("seconds", 4)
                .with("least", LEAST_MILLIS)
                .with("most", MOST_MILLIS);
        Map<String, CommandLine> seen = new LinkedHashMap<>();
        try (Hosts hosts = new Hosts()) {
            for (String collector : COLLECTORS) {
                try (LoadChild process = new LoadChild(Contender.OURS, "-XX:+Use" + collector + "GC")) {
                    process.warmUp(hosts.get(HostKind.PLAIN));
                    process.run(hosts.get(HostKind.SILENT), command);
                    seen.put(collector, process.run(hosts.get(HostKind.SILENT), command));
                }
            }
        }
        tell(report, seen);
    }

    private static void tell(BenchReport report, Map<String, CommandLine> all) {
        report.section("The deadline");
        report.text("A host that never answers, a response timeout of " + LEAST_MILLIS
                + " ms: the time of samples in milliseconds, as JMeter counts it.");
        Table table =
                new Table("threads", "collector", "samples", "least", "median", "p99", "most", "within 500–520 ms");
        all.forEach((collector, seen) -> {
            double share = seen.number("share");
            table.row(
                    String.valueOf(THREADS),
                    collector,
                    seen.text("count", ""),
                    millis(seen, "least"),
                    millis(seen, "p50"),
                    millis(seen, "p99"),
                    millis(seen, "most"),
                    String.format(Locale.ROOT, "%.2f %%", share * 100));
            report.target(new Target(
                    "a timeout of 500 ms ends after 500–520 ms, 1,000 threads, collector " + collector,
                    millis(seen, "least") + "–" + millis(seen, "most") + " ms",
                    share == 1));
        });
        report.table(table);
    }

    private static String millis(CommandLine seen, String figure) {
        return String.format(Locale.ROOT, "%.0f", seen.number("elapsed." + figure) / MICROS);
    }
}
