package io.github.isostress.bench;

import io.github.isostress.bench.SharedSockets.Cell;
import io.github.isostress.bench.report.BenchReport;
import io.github.isostress.bench.report.Table;
import io.github.isostress.bench.report.Target;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** The shared sockets in a report: a table for plain TCP and one for TLS, and the targets. */
final class SharedLinksWords {
    private static final double LEAST_OF_BARE = 0.70;
    private static final double LEAST_OF_QMUX = 10;
    private static final double MOST_MICROS = 5;
    /** No object is smaller. */
    private static final double MOST_BYTES = 16;

    private final Rounds<Cell> rounds;

    SharedLinksWords(Rounds<Cell> rounds) {
        this.rounds = rounds;
    }

    void tell(BenchReport report, List<Cell> cells) {
        report.section("Shared sockets");
        report.text("Exchanges a second of threads that share one socket or a few, each with one request under way; for"
                + " comparison those of threads with a socket each. The bare client has one more thread for each socket,"
                + " which reads, finds by DE 11 in a hash map whose the answer is, and wakes that thread; requests that"
                + " wait are written together. \"Of bare\" is the share of what the bare client makes on the same sockets"
                + " in the same round, \"of QMUX\" the same beside jPOS's QMUX. µs are the client's CPU time for one"
                + " exchange, bytes what its threads allocate for it.");
        for (HostKind host : List.of(HostKind.PLAIN, HostKind.TLS)) {
            Table table = new Table(
                    host == HostKind.TLS ? "TLS 1.3" : "plain TCP", "exchanges/s", "of bare", "of QMUX", "µs", "bytes");
            cells.stream().filter(cell -> cell.host() == host).forEach(cell -> row(table, cell));
            report.table(table);
        }
        cells.stream()
                .filter(cell -> cell.contender() == SharedContender.OURS)
                .filter(cell -> cell.threads() == SharedSockets.USUAL_THREADS)
                .forEach(cell -> targets(report, cell));
    }

    private void row(Table table, Cell cell) {
        table.row(
                where(cell) + ", " + cell.contender().words(),
                rounds.spread(cell, Measurement::perSecond).words("%,.0f"),
                ratio(
                        cell,
                        cell.contender().shares() ? SharedContender.BARE : SharedContender.BARE_OWN,
                        Measurement::perSecond),
                ratio(cell, SharedContender.QMUX, Measurement::perSecond),
                rounds.spread(cell, Measurement::clientMicros).medianWords("%.1f"),
                rounds.spread(cell, Measurement::clientBytes).medianWords("%,.0f"));
    }

    private static String where(Cell cell) {
        return cell.threads() + " threads on " + cell.sockets() + (cell.sockets() == 1 ? " socket" : " sockets");
    }

    private String ratio(Cell cell, SharedContender other, ToDoubleFunction<Measurement> figure) {
        Cell beside = cell.beside(other);
        return cell.contender() == other || !rounds.has(beside)
                ? ""
                : rounds.ratio(cell, beside, figure).words("%.2f");
    }

    private void targets(BenchReport report, Cell ours) {
        String where = ", " + where(ours) + (ours.host() == HostKind.TLS ? ", TLS" : "");
        target(
                report,
                ours,
                SharedContender.BARE,
                (cell, bare) -> Target.atLeast(
                        "shared / bare client" + where,
                        LEAST_OF_BARE,
                        rounds.ratio(cell, bare, Measurement::perSecond)));
        target(
                report,
                ours,
                SharedContender.QMUX,
                (cell, qmux) -> Target.atLeast(
                        "shared / jPOS's QMUX" + where,
                        LEAST_OF_QMUX,
                        rounds.ratio(cell, qmux, Measurement::perSecond)));
        target(
                report,
                ours,
                SharedContender.OURS_OWN,
                (cell, own) -> Target.atMost(
                        "CPU time that a hand-over adds to an exchange" + where,
                        MOST_MICROS,
                        "µs",
                        rounds.more(cell, own, Measurement::clientMicros)));
        target(
                report,
                ours,
                SharedContender.OURS_OWN,
                (cell, own) -> Target.atMost(
                        "allocated for a shared exchange and not for another" + where,
                        MOST_BYTES,
                        "bytes",
                        rounds.more(cell, own, Measurement::clientBytes)));
    }

    private void target(BenchReport report, Cell ours, SharedContender other, BiFunction<Cell, Cell, Target> target) {
        Cell beside = ours.beside(other);
        if (rounds.has(beside)) {
            report.target(target.apply(ours, beside));
        }
    }
}
