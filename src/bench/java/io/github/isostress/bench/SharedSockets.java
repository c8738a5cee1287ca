package io.github.isostress.bench;

import io.github.isostress.bench.report.BenchReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many exchanges a second each contender makes over a few sockets that all its threads share. */
final class SharedSockets implements Part {
    /** How many threads the targets are about. */
    static final int USUAL_THREADS = 200;

    private static final int MILLIS = 1000;

    /**
     * Who was measured and how.
     *
     * @param threads each with one request under way
     * @param sockets as many as threads if none is shared
     */
    record Cell(SharedContender contender, HostKind host, int threads, int sockets) {
        /** Another contender in the same round: on the same sockets, or on sockets of its own. */
        Cell beside(SharedContender other) {
            return new Cell(other, host, threads, other.shares() ? sockets : threads);
        }
    }

    private final Settings settings;
    private final List<SharedContender> contenders;
    private final Rounds<Cell> rounds = new Rounds<>();
    private final Map<SharedContender, LoadChild> processes = new EnumMap<>(SharedContender.class);

    SharedSockets(Settings settings) {
        this.settings = settings;
        this.contenders = Arrays.stream(SharedContender.values())
                .filter(contender -> contender.joins(settings))
                .toList();
    }

    @Override
    public void run(BenchReport report) throws Exception {
        List<Cell> cells = new ArrayList<>();
        for (HostKind host : List.of(HostKind.PLAIN, HostKind.TLS)) {
            List<Cell> ofHost = cells(host);
            measure(ofHost);
            cells.addAll(ofHost);
        }
        new SharedLinksWords(rounds).tell(report, cells);
    }

    /** What is measured at that host; everybody with the same threads and sockets comes one after the other. */
    private List<Cell> cells(HostKind host) {
        List<Cell> cells = new ArrayList<>();
        for (int threads : settings.threads()) {
            for (int sockets : settings.sockets()) {
                contenders.stream()
                        .filter(SharedContender::shares)
                        .forEach(contender -> cells.add(new Cell(contender, host, threads, sockets)));
            }
        }
        contenders.stream()
                .filter(contender -> !contender.shares())
                .forEach(contender -> cells.add(new Cell(contender, host, USUAL_THREADS, USUAL_THREADS)));
        return cells;
    }

    private void measure(List<Cell> cells) throws Exception {
        try (Hosts hosts = new Hosts()) {
            for (Cell cell : cells) {
                if (!processes.containsKey(cell.contender())) {
                    LoadChild process = new LoadChild(cell.contender());
                    processes.put(cell.contender(), process);
                    process.warmUp(hosts.get(cell.host()), cell.threads(), cell.sockets());
                }
            }
            for (int round = 0; round < settings.rounds(); round++) {
                round(hosts, cells, round);
            }
        } finally {
            processes.values().forEach(LoadChild::close);
            processes.clear();
        }
    }

    /** Everything once; what comes first changes. */
    private void round(Hosts hosts, List<Cell> cells, int round) throws Exception {
        List<Cell> order = new ArrayList<>(cells);
        Collections.rotate(order, round);
        for (Cell cell : order) {
            Measurement seen = processes
                    .get(cell.contender())
                    .measure(hosts.get(cell.host()), cell.threads(), cell.sockets(), MILLIS);
            rounds.add(cell, seen);
            System.out.printf(
                    "round %d: %s, %s, %d threads on %d sockets: %,.0f a second%n",
                    round + 1, cell.contender().words(), cell.host(), cell.threads(), cell.sockets(), seen.perSecond());
        }
    }
}
