package io.github.isostress.bench;

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

    private final List<Contender> contenders;
    private final Rounds rounds;

    ThroughputWords(List<Contender> contenders, Rounds rounds) {
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
        tellTargets(report);
    }

    private Table table(int connections) {
        Table table = new Table(
                connections + " connections", "of bare", "exchanges/s", "client µs", "host µs", "host's loop");
        for (Contender contender : contenders) {
            if (rounds.has(contender, connections)) {
                table.row(
                        contender.words(),
                        rounds.has(contender.bare(), connections)
                                ? rounds.ratio(contender, connections, contender.bare(), connections)
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

    private Spread spread(Contender contender, int connections, int factor, ToDoubleFunction<Measurement> figure) {
        return rounds.spread(contender, connections, seen -> figure.applyAsDouble(seen) * factor);
    }

    private void tellOfHost(BenchReport report) {
        if (rounds.has(Contender.BARE, USUAL) && rounds.has(Contender.BARE_TWO_LOOPS, USUAL)) {
            report.text(String.format(
                    Locale.ROOT,
                    "Whether the host is the limit: with %d connections of the bare client its thread has a core %s of the"
                            + " time, and with two threads instead of one the bare client makes %s times as much.",
                    USUAL,
                    spread(Contender.BARE, USUAL, 100, Measurement::hostBusy).words("%.0f %%"),
                    rounds.ratio(Contender.BARE_TWO_LOOPS, USUAL, Contender.BARE, USUAL)
                            .words("%.2f")));
        }
    }

    /** Without a timeout a host that does not answer would hold a load test up for ever. */
    private void tellOfTimeout(BenchReport report) {
        if (rounds.has(Contender.OURS, USUAL) && rounds.has(Contender.MINIMAL_TIMEOUT, USUAL)) {
            report.text(String.format(
                    Locale.ROOT,
                    "What a response timeout costs: with %d connections the minimal sampler makes %s as much when it has one."
                            + " Of that ours makes %s, and takes %s µs of CPU time more for an exchange.",
                    USUAL,
                    rounds.ratio(Contender.MINIMAL_TIMEOUT, USUAL, Contender.MINIMAL, USUAL)
                            .words("%.2f"),
                    rounds.ratio(Contender.OURS, USUAL, Contender.MINIMAL_TIMEOUT, USUAL)
                            .words("%.2f"),
                    rounds.more(Contender.OURS, Contender.MINIMAL_TIMEOUT, USUAL)
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
    }

    /** One with so many connections beside another with the usual number. */
    private void ratio(BenchReport report, String what, double asked, Contender one, int connections, Contender other) {
        if (rounds.has(one, connections) && rounds.has(other, USUAL)) {
            report.target(Target.atLeast(what, asked, rounds.ratio(one, connections, other, USUAL)));
        }
    }
}
