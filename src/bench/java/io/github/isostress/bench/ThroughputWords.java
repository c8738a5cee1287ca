package io.github.isostress.bench;

import io.github.isostress.bench.Throughput.Cell;
import io.github.isostress.bench.report.BenchReport;
import io.github.isostress.bench.report.Spread;
import io.github.isostress.bench.report.Table;
import io.github.isostress.bench.report.Target;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The throughput in a report: a table for each number of connections, and the targets. */
final class ThroughputWords {
    private static final int USUAL = Settings.USUAL_CONNECTIONS;
    private static final int MANY = 1000;
    private static final double MOST_CPU = 1.25;

    private final List<Contender> contenders;
    private final Rounds<Cell> rounds;

    ThroughputWords(List<Contender> contenders, Rounds<Cell> rounds) {
        this.contenders = contenders;
        this.rounds = rounds;
    }

    void tell(BenchReport report, List<Integer> numbers) {
        report.section("Throughput");
        report.text(
                "Everybody sends the same purchase of 17 elements, the MTI among them, 87 bytes and a length of two. Ours"
                        + " makes five of them new each time, matches the answer on DE 11, judges it by DE 39 and looks at the"
                        + " default echo elements; the others send it as it is. Median of the rounds (least–most). \"Of bare\" is"
                        + " the share of what the bare client makes in the same round, TLS beside TLS. µs are CPU time for one"
                        + " exchange, of client and host; \"loop\" is how much of the time the thread that serves all connections"
                        + " has a core.");
        numbers.forEach(connections -> report.table(table(connections)));
        tellOfHost(report);
        tellOfTimeout(report);
        tellOfSealing(report);
        tellTargets(report);
    }

    private Table table(int connections) {
        Table table = new Table(
                connections + " connections", "of bare", "exchanges/s", "client µs", "host µs", "host's loop");
        for (Contender contender : contenders) {
            if (has(contender, connections)) {
                table.row(
                        contender.words(),
                        has(contender.bare(), connections)
                                ? rate(contender, connections, contender.bare(), connections)
                                        .words("%.2f")
                                : "",
                        spread(contender, connections, 1, Measurement::perSecond)
                                .words("%,.0f"),
                        spread(contender, connections, 1, Measurement::clientMicros)
                                .medianWords("%.1f"),
                        spread(contender, connections, 1, Measurement::hostMicros)
                                .medianWords("%.1f"),
                        spread(contender, connections, 100, Measurement::hostBusy)
                                .medianWords("%.0f %%"));
            }
        }
        return table;
    }

    private static Cell at(Contender contender) {
        return new Cell(contender, USUAL);
    }

    private boolean has(Contender contender, int connections) {
        return rounds.has(new Cell(contender, connections));
    }

    /** One's exchanges a second as a share of another's. */
    private Spread rate(Contender one, int connections, Contender other, int otherConnections) {
        return rounds.ratio(new Cell(one, connections), new Cell(other, otherConnections), Measurement::perSecond);
    }

    private Spread spread(Contender contender, int connections, int factor, ToDoubleFunction<Measurement> figure) {
        return rounds.spread(new Cell(contender, connections), seen -> figure.applyAsDouble(seen) * factor);
    }

    private void tellOfHost(BenchReport report) {
        if (has(Contender.BARE, USUAL) && has(Contender.BARE_TWO_LOOPS, USUAL)) {
            report.text(String.format(
                    Locale.ROOT,
                    "Whether the host is the limit: with %d connections of the bare client its thread has a core %s of the"
                            + " time, and with two threads instead of one the bare client makes %s times as much.",
                    USUAL,
                    spread(Contender.BARE, USUAL, 100, Measurement::hostBusy).words("%.0f %%"),
                    rate(Contender.BARE_TWO_LOOPS, USUAL, Contender.BARE, USUAL).words("%.2f")));
        }
    }

    /** Without a timeout a host that does not answer would hold a load test up for ever. */
    private void tellOfTimeout(BenchReport report) {
        if (has(Contender.OURS, USUAL) && has(Contender.MINIMAL, USUAL) && has(Contender.MINIMAL_TIMEOUT, USUAL)) {
            report.text(String.format(
                    Locale.ROOT,
                    "What a response timeout costs: with %d connections the minimal sampler makes %s as much when it has one."
                            + " Of that ours makes %s, and takes %s µs of CPU time more for an exchange.",
                    USUAL,
                    rate(Contender.MINIMAL_TIMEOUT, USUAL, Contender.MINIMAL, USUAL)
                            .words("%.2f"),
                    rate(Contender.OURS, USUAL, Contender.MINIMAL_TIMEOUT, USUAL)
                            .words("%.2f"),
                    rounds.more(at(Contender.OURS), at(Contender.MINIMAL_TIMEOUT), Measurement::clientMicros)
                            .words("%.1f")));
        }
    }

    /** The bytes alone cost something, too. */
    private void tellOfSealing(BenchReport report) {
        if (has(Contender.SEALED, USUAL) && has(Contender.CHIP, USUAL)) {
            report.text(String.format(
                    Locale.ROOT,
                    "What sealing costs: chip data, PIN block, KSN and MAC make a purchase %d bytes long. With them ours"
                            + " makes %s as much when each is computed for each request as when they are the same"
                            + " in all, and takes %s µs of CPU time more for an exchange.",
                    Purchase.CHIP.message().length,
                    rate(Contender.SEALED, USUAL, Contender.CHIP, USUAL).words("%.2f"),
                    rounds.more(at(Contender.SEALED), at(Contender.CHIP), Measurement::clientMicros)
                            .words("%.1f")));
        }
    }

    private void tellTargets(BenchReport report) {
        String where = ", " + USUAL + " connections";
        ratio(report, "default / bare client" + where, 0.55, Contender.OURS, USUAL, Contender.BARE);
        ratio(report, "default / TCP Sampler" + where, 2.0, Contender.OURS, USUAL, Contender.TCP);
        ratio(report, "default / minimal sampler" + where, 0.90, Contender.OURS, USUAL, Contender.MINIMAL);
        ratio(report, "default / bare client, TLS" + where, 0.70, Contender.OURS_TLS, USUAL, Contender.BARE_TLS);
        ratio(report, "default, 1,000 connections / 20 connections", 0.85, Contender.OURS, MANY, Contender.OURS);
        ratio(report, "sealed / default" + where, 0.75, Contender.SEALED, USUAL, Contender.OURS);
        if (has(Contender.OURS, USUAL) && has(Contender.MINIMAL_TIMEOUT, USUAL)) {
            report.target(Target.atMost(
                    "CPU time an exchange / minimal sampler with a timeout" + where,
                    MOST_CPU,
                    rounds.ratio(at(Contender.OURS), at(Contender.MINIMAL_TIMEOUT), Measurement::clientMicros)));
        }
    }

    /** One with so many connections beside another with the usual number. */
    private void ratio(BenchReport report, String what, double asked, Contender one, int connections, Contender other) {
        if (has(one, connections) && has(other, USUAL)) {
            report.target(Target.atLeast(what, asked, rate(one, connections, other, USUAL)));
        }
    }
}
