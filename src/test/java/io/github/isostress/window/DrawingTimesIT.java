package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.window.screen.EventTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A message of 60 elements keeps the window busy for moments only. The output says for how long. */
@WindowTest
class DrawingTimesIT {
    private static final int TIMES = 5;

    /** A window that stalls so long is broken, even on a busy machine. */
    private static final long STALLED_MILLIS = 10_000;

    @Test
    void shouldNotStallWhenAPanelOfSixtyRowsIsDrawn(JMeterGui jmeter) throws IOException {
        jmeter.open(longMessage());
        jmeter.select(Plans.REQUEST);
        long[] busy = new long[TIMES];
        long[] longest = new long[TIMES];

        for (int i = 0; i < TIMES; i++) {
            jmeter.select(Plans.PLAN);
            try (EventTimes times = EventTimes.begin()) {
                jmeter.select(Plans.REQUEST);
                busy[i] = times.busyMillis();
                longest[i] = times.longestMillis();
            }
        }

        jmeter.note("to leave a panel and draw one with 60 elements keeps the event thread busy for " + listed(busy)
                + " ms, with one event for " + listed(longest) + " ms");
        assertThat(jmeter.panel()
                        .tab("Message")
                        .table("Elements of the message")
                        .count())
                .isGreaterThanOrEqualTo(61);
        assertThat(longest).satisfies(DrawingTimesIT::areNoStalls);
    }

    @Test
    void shouldNotStallWhenARowOfSixtyIsTypedInto(JMeterGui jmeter) throws IOException {
        jmeter.open(longMessage());
        Rows rows = jmeter.select(Plans.REQUEST).tab("Message").table("Elements of the message");
        long[] millis = new long[TIMES];

        for (int i = 0; i < TIMES; i++) {
            try (EventTimes times = EventTimes.begin()) {
                rows.edit("41", "Value", "TERM000" + i);
                millis[i] = times.longestMillis();
            }
        }

        jmeter.note("while a row among 60 is typed into, the longest event takes " + listed(millis) + " ms");
        assertThat(rows.cell("41", "Value")).isEqualTo("TERM000" + (TIMES - 1));
        assertThat(millis).satisfies(DrawingTimesIT::areNoStalls);
    }

    private static void areNoStalls(long[] millis) {
        assertThat(millis).hasSize(TIMES);
        assertThat(Arrays.stream(millis).max().orElseThrow()).isLessThan(STALLED_MILLIS);
    }

    private static String listed(long[] millis) {
        return Arrays.stream(millis).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The example plan with a long message in place of the purchase. */
    private static Path longMessage() throws IOException {
        String elements = IntStream.rangeClosed(2, 128)
                .filter(number -> number != 64 && number != 65)
                .filter(number -> number == 41 || number % 2 == 0)
                .limit(60)
                .mapToObj(number -> number == 41 ? "41 TERM0001" : number + " ${value_" + number + "}")
                .collect(Collectors.joining("\n"));
        String plan = Files.readString(Plans.STRESS);
        String template = "<stringProp name=\"Iso8583Request.template\">";
        int start = plan.indexOf(template) + template.length();
        int end = plan.indexOf("</stringProp>", start);
        Path file = Files.createTempDirectory("plan").resolve("long.jmx");
        return Files.writeString(file, plan.substring(0, start) + "0 0200\n" + elements + plan.substring(end));
    }
}
