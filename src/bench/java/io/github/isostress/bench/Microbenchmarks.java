package io.github.isostress.bench;

import io.github.isostress.bench.report.BenchReport;
import io.github.isostress.bench.report.Spread;
import io.github.isostress.bench.report.Table;
import io.github.isostress.bench.report.Target;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What single steps cost, by JMH: all that is in {@code src/jmh}. */
final class Microbenchmarks implements Part {
    private static final String FILL = "FillBenchmark.template";
    private static final int MOST_FILL_NANOS = 400;
    private static final int MOST_FILL_BYTES = 300;

    private final Settings settings;

    Microbenchmarks(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void run(BenchReport report) throws Exception {
        Collection<RunResult> results = new Runner(options()).run();
        report.section("Single steps");
        Table table = new Table("", "ns", "bytes allocated");
        for (RunResult result : results) {
            table.row(
                    "`" + name(result) + "`",
                    String.format(
                            Locale.ROOT,
                            "%,.0f ± %,.0f",
                            result.getPrimaryResult().getScore(),
                            result.getPrimaryResult().getScoreError()),
                    bytes(result).medianWords("%,.0f"));
        }
        report.text("By JMH: mean time of one operation with its 99.9 % confidence interval, and what it allocates.");
        report.table(table);
        results.stream().filter(result -> name(result).startsWith(FILL)).forEach(result -> {
            report.target(Target.atMost("`" + name(result) + "`", MOST_FILL_NANOS, "ns", nanos(result)));
            report.target(Target.atMost("`" + name(result) + "` allocates", MOST_FILL_BYTES, "bytes", bytes(result)));
        });
    }

    private Options options() {
        TimeValue iteration = TimeValue.milliseconds(settings.quick() ? 100 : 300);
        return new OptionsBuilder()
                .include("io\\.github\\.isostress\\.bench\\..*Benchmark\\..*")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .jvmArgs("-Xms512m", "-Xmx512m")
                .warmupIterations(3)
                .warmupTime(iteration)
                .measurementIterations(5)
                .measurementTime(iteration)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    /** Class and method, and what the benchmark was told. */
    private static String name(RunResult result) {
        BenchmarkParams benchmark = result.getParams();
        String[] words = benchmark.getBenchmark().split("\\.");
        String parameters =
                benchmark.getParamsKeys().stream().map(benchmark::getParam).collect(Collectors.joining(", "));
        return words[words.length - 2] + "." + words[words.length - 1]
                + (parameters.isEmpty() ? "" : " (" + parameters + ")");
    }

    private static Spread nanos(RunResult result) {
        var statistics = result.getPrimaryResult().getStatistics();
        return new Spread(statistics.getMean(), statistics.getMin(), statistics.getMax());
    }

    private static Spread bytes(RunResult result) {
        String norm = result.getSecondaryResults().keySet().stream()
                .filter(name -> name.endsWith("gc.alloc.rate.norm"))
                .findFirst()
                .orElseThrow();
        return Spread.of(List.of(result.getSecondaryResults().get(norm).getScore()));
    }
}
