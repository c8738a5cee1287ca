package io.github.isostress.bench;

import io.github.isostress.bench.report.BenchReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many exchanges a second each contender makes when nothing holds it back. */
final class Throughput implements Part {
    private static final int MILLIS = 1000;

    /** Who was measured with how many connections. */
    record Cell(Contender contender, int connections) {}

    private final Settings settings;
    private final List<Contender> contenders;
    private final Rounds<Cell> rounds = new Rounds<>();
    private final Map<Contender, LoadChild> processes = new EnumMap<>(Contender.class);

    Throughput(Settings settings) {
        this.settings = settings;
        this.contenders = Arrays.stream(Contender.values())
                .filter(contender -> settings.invites(contender.key()))
                .toList();
    }

    @Override
    public void run(BenchReport report) throws Exception {
        try (Hosts hosts = new Hosts()) {
            for (Contender contender : contenders) {
                LoadChild process = new LoadChild(contender);
                processes.put(contender, process);
                process.warmUp(hosts.get(contender.host()));
            }
            for (int round = 0; round < settings.rounds(); round++) {
                round(hosts, round);
            }
        } finally {
            processes.values().forEach(LoadChild::close);
        }
        new ThroughputWords(contenders, rounds).tell(report, settings.connections());
    }

    /** Everybody with every number of connections; who comes first changes. */
    private void round(Hosts hosts, int round) throws Exception {
        List<Contender> order = new ArrayList<>(contenders);
        Collections.rotate(order, round);
        for (int connections : settings.connections()) {
            for (Contender contender : order) {
                if (contender.joins(connections)) {
                    Measurement seen =
                            processes.get(contender).measure(hosts.get(contender.host()), connections, MILLIS);
                    rounds.add(new Cell(contender, connections), seen);
                    System.out.printf(
                            "round %d: %s, %d connections: %,.0f a second%n",
                            round + 1, contender.words(), connections, seen.perSecond());
                }
            }
        }
    }
}
