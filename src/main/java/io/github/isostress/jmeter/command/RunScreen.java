package io.github.isostress.jmeter.command;

import io.github.isostress.health.Result;
import io.github.isostress.health.live.LiveView;
import io.github.isostress.health.live.LiveWindow;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows how a run goes on: on a terminal in one line, drawn again each second, elsewhere in a line every ten seconds.
 * Thread-safe.
 */
final class RunScreen {
    private static final int BAR = 20;
    private static final int SECONDS_A_LINE = 10;
    private static final int SECONDS_IN_A_MINUTE = 60;
    private static final double MICROS = 1_000.0;

    private final PrintStream out;
    private final Optional<TerminalLine> terminalLine;
    private final int length;

    /**
     * A screen.
     *
     * @param terminalLine of the terminal; empty where there is none
     * @param length of the run, in seconds
     */
    RunScreen(PrintStream out, Optional<TerminalLine> terminalLine, int length) {
        this.out = out;
        this.terminalLine = terminalLine;
        this.length = length;
    }

    /** A second is over. */
    synchronized void second(LiveView view, long seconds) {
        if (terminalLine.isPresent()) {
            terminalLine.get().draw(bar(view, seconds));
        } else if (seconds > 0 && seconds % SECONDS_A_LINE == 0) {
            out.println(line(view, seconds));
        }
    }

    /** Says something else. */
    synchronized void say(String sentence) {
        end();
        out.println(sentence);
    }

    /** The run has ended. */
    synchronized void end() {
        terminalLine.ifPresent(TerminalLine::erase);
    }

    private String bar(LiveView view, long seconds) {
        int done = (int) Math.min(BAR, BAR * seconds / length);
        return words(
                "[%s%s] %s  %s  p99 %s  failed %,d%s",
                "=".repeat(done),
                " ".repeat(BAR - done),
                times(seconds),
                rate(view.lastSeconds().achieved()),
                p99(view.lastSeconds()),
                view.count(Result.FAILED),
                unsent(view));
    }

    private String line(LiveView view, long seconds) {
        LiveWindow last = view.lastSeconds();
        String asked = Double.isNaN(last.asked()) ? "" : words(" of %,.1f", last.asked());
        return words(
                "%s  %s%s  p99 %s  %,d succeeded, %,d declined, %,d failed%s",
                times(seconds),
                rate(last.achieved()),
                asked,
                p99(last),
                view.count(Result.SUCCEEDED),
                view.count(Result.DECLINED),
                view.count(Result.FAILED),
                unsent(view));
    }

    /** Nothing while all goes well. */
    private static String unsent(LiveView view) {
        return (view.notSent() == 0 ? "" : words(", %,d not sent", view.notSent()))
                + (view.notOpened() == 0 ? "" : words(", connections not opened %,d", view.notOpened()));
    }

    private String times(long seconds) {
        return minutes(seconds) + " of " + minutes(length);
    }

    private static String minutes(long seconds) {
        return words("%d:%02d", seconds / SECONDS_IN_A_MINUTE, seconds % SECONDS_IN_A_MINUTE);
    }

    private static String rate(double perSecond) {
        return Double.isNaN(perSecond) ? "-/s" : words("%,.1f/s", perSecond);
    }

    private static String p99(LiveWindow last) {
        return last.roundTrips().count() == 0
                ? "-"
                : words("%,.3f ms", last.roundTrips().p99() / MICROS);
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
