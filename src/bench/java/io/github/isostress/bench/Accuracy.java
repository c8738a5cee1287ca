package io.github.isostress.bench;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.report.BenchReport;
import io.github.isostress.bench.report.Spread;
import io.github.isostress.bench.report.Table;
import io.github.isostress.bench.report.Target;
import java.util.ArrayList;
import java.util.List;

/** Whether the latency that we report is the true one: beside a bare client, at a host of a fixed delay. */
final class Accuracy implements Part {
    private static final int RATE = 200;
    private static final int MOST_MICROS = 100;

    private final Settings settings;
    private final List<CommandLine> bare = new ArrayList<>();
    private final List<CommandLine> ours = new ArrayList<>();

    Accuracy(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void run(BenchReport report) throws Exception {
        CommandLine command = CommandLine.of("run")
                .with("connections", Settings.USUAL_CONNECTIONS)
                .with("rate", RATE)
                .with("beginning", RATE)
                .with("seconds", settings.quick() ? 3 : 8);
        try (Hosts hosts = new Hosts();
                LoadChild bareClient = new LoadChild(Contender.BARE);
                LoadChild ourSampler = new LoadChild(Contender.OURS)) {
            bareClient.warmUp(hosts.get(HostKind.PLAIN));
            ourSampler.warmUp(hosts.get(HostKind.PLAIN));
            HostChild host = hosts.get(HostKind.DELAYED);
            // The first of each is not kept: the host, too, has to become warm.
            for (int round = -1; round < settings.rounds(); round++) {
                CommandLine one = bareClient.run(host, command);
                CommandLine other =
                        ourSampler.run(host, command.with("sampler", "ours").with("timer", "ours"));
                if (round >= 0) {
                    bare.add(one);
                    ours.add(other);
                }
            }
        }
        tell(report);
    }

    private void tell(BenchReport report) {
        report.section("True figures");
        report.text("A host that answers 5.000 ms after it has read the request, " + RATE
                + " requests a second over " + Settings.USUAL_CONNECTIONS
                + " connections: microseconds from the first byte sent to the last byte read, as the bare client measures"
                + " them and as `iso_rtt_us` tells, from the second second on.");
        Table table = new Table("", "mean", "median", "p99");
        table.row(row("bare client", bare));
        table.row(row("ISO 8583 Request", ours));
        report.table(table);
        target(report, "mean");
        target(report, "p99");
    }

    private static String[] row(String name, List<CommandLine> rounds) {
        return new String[] {
            name,
            of(rounds, "rtt.mean").words("%,.0f"),
            of(rounds, "rtt.p50").words("%,.0f"),
            of(rounds, "rtt.p99").words("%,.0f")
        };
    }

    private static Spread of(List<CommandLine> rounds, String figure) {
        return Spread.of(rounds.stream().map(round -> round.number(figure)).toList());
    }

    private void target(BenchReport report, String figure) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            differences.add(
                    Math.abs(ours.get(i).number("rtt." + figure) - bare.get(i).number("rtt." + figure)));
        }
        report.target(Target.atMost(
                figure + " latency beside the bare client's, " + RATE + " RPS, 5 ms delay",
                MOST_MICROS,
                "µs",
                Spread.of(differences)));
    }
}
