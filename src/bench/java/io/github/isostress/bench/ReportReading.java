package io.github.isostress.bench;

import io.github.isostress.bench.process.Child;
import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.process.Installation;
import io.github.isostress.bench.report.BenchReport;
import io.github.isostress.bench.report.Spread;
import io.github.isostress.bench.report.Table;
import io.github.isostress.bench.report.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long it takes to make the report page of ten million samples in 512 MB of heap; a million for a look. */
final class ReportReading implements Part {
    private static final String HEAP = "-Xmx512m";
    private static final double MOST_SECONDS = 60;
    private static final int SAMPLES = 10_000_000;
    private static final int FEW_SAMPLES = 1_000_000;

    private final Settings settings;

    ReportReading(Settings settings) {
        this.settings = settings;
    }

    @Override
    public boolean takesLong() {
        return true;
    }

    @Override
    public void run(BenchReport report) throws Exception {
        int samples = settings.quick() ? FEW_SAMPLES : SAMPLES;
        Path jtl = Files.createDirectories(Installation.RESULTS).resolve("long.jtl");
        List<Double> seconds = new ArrayList<>();
        long size;
        try {
            new LongJtl().write(jtl, samples);
            size = Files.size(jtl);
            for (int round = 0; round < settings.rounds(); round++) {
                seconds.add(seconds(jtl));
            }
        } finally {
            Files.deleteIfExists(jtl);
        }
        report.section("Report page");
        Table table = new Table("samples", "JTL, MB", "seconds");
        table.row(
                String.format("%,d", samples),
                String.format("%,d", size / 1_000_000),
                Spread.of(seconds).words("%.1f"));
        report.table(table);
        report.target(Target.atMost("report.html of a long run, heap 512 MB", MOST_SECONDS, "s", Spread.of(seconds)));
    }

    private static double seconds(Path jtl) throws IOException {
        try (Child child = Child.start("report", ReportChild.class, List.of(HEAP), List.of())) {
            return child.ask(CommandLine.of("page")
                            .with("jtl", jtl)
                            .with("html", Installation.RESULTS.resolve("report.html")))
                    .number("seconds");
        }
    }
}
