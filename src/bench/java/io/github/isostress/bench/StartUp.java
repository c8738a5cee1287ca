package io.github.isostress.bench;

import io.github.isostress.bench.client.TcpTwin;
import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.process.Installation;
import io.github.isostress.bench.report.BenchReport;
import io.github.isostress.bench.report.Spread;
import io.github.isostress.bench.report.Table;
import io.github.isostress.bench.report.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long after its process has begun a headless JMeter sends its first request. */
final class StartUp implements Part {
    private static final int MOST_MILLIS = 300;

    private final Settings settings;
    private final List<Double> stress = new ArrayList<>();
    private final List<Double> twin = new ArrayList<>();

    StartUp(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void run(BenchReport report) throws Exception {
        Path twinPlan = Installation.RESULTS.resolve("tcp-twin.jmx");
        try (Hosts hosts = new Hosts()) {
            CommandLine port = hosts.get(HostKind.PLAIN).reachedBy(CommandLine.of("twin"));
            TcpTwin.save(twinPlan, port);
            for (int round = 0; round < settings.rounds(); round++) {
                twin.add(JMeterRun.firstRequestMillis(twinPlan));
                stress.add(JMeterRun.firstRequestMillis(Installation.PROJECT.resolve("jmx-examples/stress.jmx")));
            }
        }
        tell(report);
    }

    private void tell(BenchReport report) {
        List<Double> later = new ArrayList<>();
        for (int i = 0; i < stress.size(); i++) {
            later.add(stress.get(i) - twin.get(i));
        }
        report.section("Start");
        report.text(
                "From the start of `java -jar ApacheJMeter.jar -n` to the start of its first request, in milliseconds:"
                        + " stress.jmx, with its embedded host, beside a plan of the same threads, rate and summary with the TCP"
                        + " Sampler, whose host runs already.");
        Table table = new Table("plan", "ms");
        table.row("TCP Sampler", Spread.of(twin).words("%,.0f"));
        table.row("stress.jmx", Spread.of(stress).words("%,.0f"));
        report.table(table);
        report.target(Target.atMost(
                "stress.jmx starts later than with the TCP Sampler", MOST_MILLIS, "ms", Spread.of(later)));
    }
}
