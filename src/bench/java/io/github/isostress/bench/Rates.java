package io.github.isostress.bench;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.report.BenchReport;
import io.github.isostress.bench.report.Table;
import io.github.isostress.bench.report.Target;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which rate comes out of the one that was asked for, by JMeter's timers and ours, always with our sampler. */
final class Rates implements Part {
    private static final List<Integer> COMPARED = List.of(200, 800, 1500, 5000);
    private static final List<Integer> OURS_ALONE = List.of(1, 10_000, 20_000);
    private static final int MANY = 10_000;
    private static final int MANY_CONNECTIONS = 100;
    private static final int SECONDS = 4;
    private static final int SECONDS_ALONE = 8;
    private static final double MOST_DEVIATION = 0.005;

    private final Settings settings;
    private final Map<Integer, CommandLine> ours = new TreeMap<>();

    Rates(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void run(BenchReport report) throws Exception {
        Table table = new Table(
                "asked, a second",
                "Constant Throughput Timer",
                "Precise Throughput Timer",
                "ISO 8583 Rate Timer",
                "its lag, median",
                "its lag, p99");
        try (Hosts hosts = new Hosts();
                LoadChild process = new LoadChild(Contender.OURS)) {
            HostChild host = hosts.get(HostKind.PLAIN);
            process.warmUp(host);
            for (int rate : settings.quick() ? List.of(200, 1500) : COMPARED) {
                double constant = run(process, host, "constant", rate).number("rate");
                double precise = run(process, host, "precise", rate).number("rate");
                ours.put(rate, run(process, host, "ours", rate));
                table.row(row(rate, achieved(constant), achieved(precise)));
            }
            for (int rate : settings.quick() ? List.of(MANY) : OURS_ALONE) {
                ours.put(rate, run(process, host, "ours", rate));
                table.row(row(rate, "", ""));
            }
        }
        report.section("Rates");
        report.text(SECONDS + " seconds each, " + SECONDS_ALONE
                + " where ours is alone, by the starts of the first and the last request, "
                + Settings.USUAL_CONNECTIONS + " threads, from 10,000 a second on " + MANY_CONNECTIONS + ". "
                + "Constant Throughput Timer in its mode for all active threads of a group, shared. The lag is how much"
                + " later than intended a request was sent, in microseconds.");
        report.table(table);
        ours.forEach((rate, seen) -> report.target(target(rate, seen)));
    }

    private static CommandLine run(LoadChild process, HostChild host, String timer, int rate) {
        CommandLine seen = process.run(
                host,
                CommandLine.of("run")
                        .with("sampler", "ours")
                        .with("connections", rate < MANY ? Settings.USUAL_CONNECTIONS : MANY_CONNECTIONS)
                        .with("timer", timer)
                        .with("rate", rate)
                        .with("seconds", OURS_ALONE.contains(rate) ? SECONDS_ALONE : SECONDS));
        System.out.printf("%s timer, %d a second: %s%n", timer, rate, seen);
        return seen;
    }

    private String[] row(int rate, String constant, String precise) {
        CommandLine seen = ours.get(rate);
        return new String[] {
            String.format(Locale.ROOT, "%,d", rate),
            constant,
            precise,
            achieved(seen.number("rate")),
            micros(seen, "lag.p50"),
            micros(seen, "lag.p99")
        };
    }

    private static String achieved(double rate) {
        return String.format(Locale.ROOT, "%,.1f", rate);
    }

    private static String micros(CommandLine seen, String figure) {
        return seen.values().containsKey(figure) ? String.format(Locale.ROOT, "%,.0f", seen.number(figure)) : "";
    }

    private static Target target(int rate, CommandLine seen) {
        double deviation = seen.number("rate") / rate - 1;
        return new Target(
                String.format(Locale.ROOT, "Rate Timer holds %,d RPS within 0.5 %%", rate),
                String.format(Locale.ROOT, "%+.2f %%", deviation * 100),
                Math.abs(deviation) <= MOST_DEVIATION);
    }
}
