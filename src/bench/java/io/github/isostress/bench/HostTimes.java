package io.github.isostress.bench;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.report.BenchReport;
import io.github.isostress.bench.report.Spread;
import io.github.isostress.bench.report.Table;
import io.github.isostress.bench.report.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Whether the latency that is told with many requests under way on one socket is what the host's own clock says. */
final class HostTimes implements Part {
    private static final int RATE = 5000;
    private static final int UNDER_WAY = 200;
    /** Some more than are under way, so that nobody waits for a thread. */
    private static final int THREADS = 300;

    private static final int MOST_MICROS = 50;
    private static final List<SharedContender> CONTENDERS =
            List.of(SharedContender.BARE, SharedContender.OURS, SharedContender.OURS_OWN);

    /** What both ends of one run told, in microseconds. */
    private record Times(CommandLine client, CommandLine host) {
        double client(String figure) {
            return client.number("rtt." + figure);
        }

        double host(String figure) {
            return host.number("held." + figure);
        }
    }

    private final Settings settings;
    private final Map<SharedContender, LoadChild> processes = new EnumMap<>(SharedContender.class);
    private final Map<SharedContender, List<Times>> seen = new EnumMap<>(SharedContender.class);

    HostTimes(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void run(BenchReport report) throws Exception {
        try (Hosts hosts = new Hosts()) {
            for (SharedContender contender : CONTENDERS) {
                LoadChild process = new LoadChild(contender);
                processes.put(contender, process);
                process.warmUp(hosts.get(HostKind.PLAIN), UNDER_WAY, contender.shares() ? 1 : UNDER_WAY);
            }
            // The first of each is not kept: the host, too, has to become warm.
            for (int round = -1; round < settings.rounds(); round++) {
                for (SharedContender contender : CONTENDERS) {
                    Times times = run(contender, hosts.get(HostKind.HOLDING));
                    if (round >= 0) {
                        seen.computeIfAbsent(contender, none -> new ArrayList<>())
                                .add(times);
                    }
                }
            }
        } finally {
            processes.values().forEach(LoadChild::close);
        }
        tell(report);
    }

    private Times run(SharedContender contender, HostChild host) {
        CommandLine command = CommandLine.of("run")
                .with("connections", THREADS)
                .with("rate", RATE)
                .with("beginning", RATE)
                .with("seconds", settings.quick() ? 3 : 8)
                .with("sampler", "ours")
                .with("timer", "ours");
        host.held(0);
        CommandLine client =
                processes.get(contender).run(host, contender.shares() ? command.with("sockets", 1) : command);
        host.awaitConnections(0);
        return new Times(client, host.held(RATE));
    }

    private void tell(BenchReport report) {
        report.section("The host's own times");
        report.text(
                "A host that holds each request for 40 ms, by its own clock from when it has read the request until it"
                        + " gives the answer to the system; " + RATE + " requests a second, so that " + UNDER_WAY
                        + " are under way, of " + THREADS
                        + " threads. Microseconds, from the second second on; a round trip is what"
                        + " the bare client measures and what `iso_rtt_us` tells.");
        Table table = new Table("", "held, median", "round trip, median", "more: mean", "median", "p99");
        seen.forEach((contender, rounds) -> table.row(
                contender.words() + (contender.shares() ? ", one socket" : ""),
                spread(rounds, times -> times.host("p50")).words("%,.0f"),
                spread(rounds, times -> times.client("p50")).words("%,.0f"),
                more(rounds, "mean").words("%,.0f"),
                more(rounds, "p50").words("%,.0f"),
                more(rounds, "p99").words("%,.0f")));
        report.table(table);
        report.target(Target.atMost(
                "latency beyond the host's own times, median, " + RATE + " RPS, " + UNDER_WAY
                        + " under way on one socket",
                MOST_MICROS,
                "µs",
                more(seen.get(SharedContender.OURS), "p50")));
    }

    private static Spread more(List<Times> rounds, String figure) {
        return spread(rounds, times -> times.client(figure) - times.host(figure));
    }

    private static Spread spread(List<Times> rounds, ToDoubleFunction<Times> figure) {
        return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
    }
}
