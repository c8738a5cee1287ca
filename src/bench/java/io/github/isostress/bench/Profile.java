package io.github.isostress.bench;

import io.github.isostress.bench.process.Installation;
import io.github.isostress.bench.report.BenchReport;
import io.github.isostress.bench.report.Spread;
import io.github.isostress.bench.report.Stacks;
import io.github.isostress.bench.report.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Where our sampler in its default settings spends its time, and how much of that is its own work. */
final class Profile implements Part {
    private static final int MOST_OWN_MICROS = 3;

    private final Settings settings;

    Profile(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void run(BenchReport report) throws Exception {
        Path file = Files.createDirectories(Installation.RESULTS).resolve("profile.collapsed");
        double micros;
        try (Hosts hosts = new Hosts();
                LoadChild process = new LoadChild(Contender.OURS)) {
            HostChild host = hosts.get(HostKind.PLAIN);
            process.warmUp(host);
            micros = process.profile(host, file, settings.quick() ? 5 : 20).clientMicros();
        }
        tell(report, Stacks.read(file, "workers"), micros, file);
    }

    private static void tell(BenchReport report, Stacks stacks, double micros, Path file) {
        double own = stacks.own() * micros;
        report.section("Where the time goes");
        report.text(String.format(
                Locale.ROOT,
                "ISO 8583 Request in its default settings, %d connections, %,d samples of its process's CPU time by"
                        + " async-profiler (%s), %.1f µs for one exchange. Sockets are the JDK's and the system's. What is"
                        + " ours, jPOS's work for it included, makes %.1f µs.",
                Settings.USUAL_CONNECTIONS,
                stacks.count(),
                file.getFileName(),
                micros,
                own));
        report.table(stacks.byOwner(micros));
        report.table(stacks.byMethod(micros));
        report.text("What was done and tried to make this less, and how far that got, stands in src/docs/speed.md.");
        report.target(Target.atMost(
                "own CPU time a sample, sockets and JMeter left out, " + Settings.USUAL_CONNECTIONS + " connections",
                MOST_OWN_MICROS,
                "µs",
                Spread.of(List.of(own))));
    }
}
