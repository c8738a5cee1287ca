package io.github.isostress.jmeter.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.Result;
import io.github.isostress.health.live.CountedCode;
import io.github.isostress.health.live.LiveFigures;
import io.github.isostress.health.live.LiveView;
import io.github.isostress.health.live.LiveWindow;
import io.github.isostress.health.live.Percentiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shown of a run without a plan while it goes on. */
class RunScreenTest {
    private static final int LENGTH = 60;
    private static final String AT_HALF = "[==========          ] 0:30 of 1:00  498.5/s  p99 2.099 ms  failed 3";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private RunScreen screen(TerminalLine terminalLine) {
        return new RunScreen(out, Optional.ofNullable(terminalLine), LENGTH);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static LiveView view() {
        Percentiles none = new LiveFigures().seen(0).sinceStart().lags();
        LiveWindow window =
                new LiveWindow(10, 500, 4_985, 0, new Percentiles(4_985, 150, 400, 2_099, 3_000, 5_000), none, 1.5);
        List<CountedCode> codes = List.of(
                new CountedCode(Result.SUCCEEDED, "00", 14_900),
                new CountedCode(Result.DECLINED, "51", 12),
                new CountedCode(Result.FAILED, "TIMEOUT", 3));
        return new LiveView(window, window, List.of(), codes, List.of(), 0, 20, 0, 0);
    }

    @Test
    void shouldDrawOneLineAgainWhenItIsOnATerminal() {
        RunScreen screen = screen(new TerminalLine(out, true));

        screen.second(view(), 30);
        screen.second(view(), 90);
        screen.end();

        assertThat(printed())
                .isEqualTo("\r\u001b[K\u001b[?7l" + AT_HALF + "\u001b[?7h"
                        + "\r\u001b[K\u001b[?7l[====================] 1:30 of 1:00  498.5/s  p99 2.099 ms  failed 3\u001b[?7h"
                        + "\r\u001b[K");
    }

    @Test
    void shouldCoverTheLineWithBlanksWhenTheTerminalKnowsNoSequences() {
        RunScreen screen = screen(new TerminalLine(out, false));

        screen.second(view(), 30);
        screen.second(new LiveFigures().seen(0), 31);
        screen.say("Stops now.");

        String nothing = "[==========          ] 0:31 of 1:00  -/s  p99 -  failed 0";
        assertThat(printed())
                .isEqualTo("\r" + AT_HALF
                        + "\r" + nothing + " ".repeat(AT_HALF.length() - nothing.length())
                        + "\r" + " ".repeat(nothing.length()) + "\rStops now." + System.lineSeparator());
    }

    /** As the summary does, which has them in other lines. */
    @Test
    void shouldTellApartWhatNeverWasARequestUnderWay() {
        LiveFigures figures = new LiveFigures();
        figures.addNotSent("TEMPLATE_ERROR");
        figures.addNotOpened("CONNECTION_REFUSED");
        figures.addNotOpened("CONNECTION_REFUSED");

        screen(new TerminalLine(out, false)).second(figures.seen(0), 31);
        screen(null).second(figures.seen(0), 40);

        assertThat(printed())
                .contains("-/s  p99 -  failed 0, 1 not sent, connections not opened 2")
                .contains("0 succeeded, 0 declined, 0 failed, 1 not sent, connections not opened 2");
    }

    @Test
    void shouldPrintALineEveryTenSecondsWhenThereIsNoTerminal() {
        RunScreen screen = screen(null);

        for (int second = 1; second < 30; second++) {
            screen.second(view(), second);
        }
        screen.end();

        assertThat(printed().lines())
                .containsExactly(
                        "0:10 of 1:00  498.5/s of 500.0  p99 2.099 ms  14,900 succeeded, 12 declined, 3 failed",
                        "0:20 of 1:00  498.5/s of 500.0  p99 2.099 ms  14,900 succeeded, 12 declined, 3 failed");
    }
}
