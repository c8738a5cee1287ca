package io.github.isostress.window.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import io.github.isostress.window.Appearance;
import io.github.isostress.window.JMeterGui;
import io.github.isostress.window.Pane;
import io.github.isostress.window.Plans;
import io.github.isostress.window.Rows;
import io.github.isostress.window.WindowTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A run is followed while it goes on. */
@WindowTest
class LiveIT {
    private static final String ACHIEVED = "Rate achieved (per second)";
    private static final String LAST = "Last 10 s";

    @Test
    void shouldFollowTheRunWhenItGoesOnAndIsClearedAndEnds(JMeterGui jmeter) throws Exception {
        jmeter.resize(1024, 700);
        jmeter.open(Plans.STRESS);
        Pane results = jmeter.select(Plans.RESULTS);
        results.awaitWords("No run yet.");
        Rows figures = results.table("Figures");
        Rows codes = results.table("Codes");

        jmeter.start();
        results.awaitWords("The run goes on,", "20 connections opened,", "Approved");
        awaitFigure(figures);
        assertThat(figures.cell("Round trip p99.9 (µs)", "Since start")).matches("[\\d,]+");
        assertThat(Appearance.flaws(results.root())).isEmpty();
        jmeter.picture("live");

        Path copy = Files.createTempDirectory("live").resolve("copy.jmx");
        jmeter.save(copy);
        // More than come between two looks at the table, however busy the machine is.
        Await.until("many samples are counted", () -> count(codes) > 1_000);
        int before = count(codes);
        jmeter.menu("Run", "Clear");
        Await.until("the figures begin from zero", () -> codes.count() == 0 || count(codes) < before);
        Await.until("samples are counted again", () -> codes.count() == 1 && count(codes) > 0);

        jmeter.stop();
        results.awaitWords("The run has ended,");
        assertThat(copy).content().contains("<io.github.isostress.jmeter.element.Iso8583Results ");
    }

    private static void awaitFigure(Rows figures) {
        Await.until(
                "the last seconds have a rate",
                () -> figures.cell(ACHIEVED, LAST).matches("[\\d,]+\\.\\d"));
    }

    private static int count(Rows codes) {
        return Integer.parseInt(codes.cell("00", "Count").replace(",", ""));
    }
}
