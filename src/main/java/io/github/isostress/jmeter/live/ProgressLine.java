package io.github.isostress.jmeter.live;

import io.github.isostress.health.Result;
import io.github.isostress.health.live.CountedCode;
import io.github.isostress.health.live.LiveView;
import io.github.isostress.health.live.LiveWindow;
import io.github.isostress.health.live.Percentiles;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the state of a run in one line that stands for itself. */
final class ProgressLine {
    private static final int SECONDS_IN_A_MINUTE = 60;
    private static final int MOST_CODES = 3;

    private ProgressLine() {}

    /**
     * The line.
     *
     * @param seconds since the run began
     */
    static String of(LiveState state, long seconds) {
        LiveView view = state.view();
        LiveWindow last = view.lastSeconds();
        StringBuilder line = new StringBuilder(format(
                "ISO 8583 at %d:%02d: %s", seconds / SECONDS_IN_A_MINUTE, seconds % SECONDS_IN_A_MINUTE, rate(last)));
        if (last.roundTrips().count() > 0) {
            line.append(format("; %s; %.1f under way", roundTrips(last.roundTrips()), last.meanUnderWay()));
        }
        if (last.lags().count() > 0) {
            line.append(format("; sent late by p99 %,d us", last.lags().p99()));
        }
        line.append("; so far ").append(results(view)).append(some(view.notSent(), "not sent"));
        line.append(format("; connections %,d opened", view.opened()))
                .append(some(view.notOpened(), "not opened"))
                .append(format(", %,d lost", view.lost()));
        if (!view.otherCodes().isEmpty()) {
            line.append("; besides ").append(most(view.otherCodes()));
        }
        state.verdict().ifPresent(verdict -> line.append("; ").append(verdict.validity()));
        return line.toString();
    }

    private static String rate(LiveWindow last) {
        if (Double.isNaN(last.achieved())) {
            return "no whole second yet";
        }
        String achieved = format("%,.1f requests/s", last.achieved());
        return Double.isNaN(last.asked()) ? achieved : achieved + format(" of %,.1f", last.asked());
    }

    private static String roundTrips(Percentiles times) {
        return format(
                "round trip us p50 %,d, p90 %,d, p99 %,d, p99.9 %,d",
                times.p50(), times.p90(), times.p99(), times.p999());
    }

    /** Successes need no code: they have the one that was wanted. */
    private static String results(LiveView view) {
        return format("%,d succeeded", view.count(Result.SUCCEEDED))
                + coded(view, Result.DECLINED, "declined")
                + coded(view, Result.FAILED, "failed");
    }

    private static String coded(LiveView view, Result result, String words) {
        List<CountedCode> codes = view.requestCodes().stream()
                .filter(code -> code.result() == result)
                .toList();
        return format(", %,d %s", view.count(result), words) + (codes.isEmpty() ? "" : " (" + most(codes) + ")");
    }

    private static String most(List<CountedCode> codes) {
        String more = codes.size() > MOST_CODES ? ", ..." : "";
        return codes.stream()
                .limit(MOST_CODES)
                .map(code -> format("%,d x %s", code.count(), code.code()))
                .collect(Collectors.joining(", ", "", more));
    }

    /** Nothing where there is none. */
    private static String some(long count, String words) {
        return count == 0 ? "" : format(", %,d %s", count, words);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
