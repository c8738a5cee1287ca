package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.gui.form.ThemeColours;
import io.github.isostress.support.Await;
import java.awt.Component;
import java.util.stream.Stream;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Samples are read in View Results Tree, on the screen of a small laptop. */
@WindowTest
class ResultsIT {
    private static final String RENDERER = "ISO 8583";

    @ParameterizedTest
    @EnumSource
    void shouldShowRequestAndResponseElementByElementWhenASampleIsSelected(Look look, JMeterGui jmeter) {
        Pane results = resultsOfARun(jmeter);

        results.branches().click(Plans.REQUEST);

        results.awaitWords(
                "Request,", "Response,", "DE 39: 00 Approved", "TERM0001", "999999******0015", "round trip", " us (");
        jmeter.picture("results");
        assertThat(Appearance.flaws(results.tab(RENDERER).root())).noneMatch(ResultsIT::isOfPlace);
        Rows request = results.table(lineBeginning(results, "Request, "));
        results.field("Search").type("TERM0001");
        Await.until("what is found is selected", () -> request.isSelected("DE 41"));
        assertThat(request.contrast("DE 41", "Value")).isGreaterThanOrEqualTo(ThemeColours.LEAST_CONTRAST);
        jmeter.picture("results-found");
    }

    private static String lineBeginning(Pane results, String words) {
        return results.words()
                .lines()
                .filter(line -> line.startsWith(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldScrollNoMoreThanItsTextsWhenASampleHasNoMessages(JMeterGui jmeter) {
        Pane results = resultsOfARun(jmeter);

        results.branches().click(Plans.CONNECTION + " connect");

        results.awaitWords("CONNECTED", "connect ", "local address");
        assertThat(Edt.get(() -> isScrolled(results.root()))).isFalse();
        results.tab("Sampler result");
        results.awaitWords("Headers size in bytes:0", "Body size in bytes:0");
    }

    private static Pane resultsOfARun(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.resize(1366, 768);
        // The tree keeps 500 samples: with more of them rows would move away from under the mouse.
        jmeter.select(Plans.RATE).field("Requests a second").type("20");
        jmeter.select(Plans.PLAN);
        Pane results = jmeter.add("Add", "Listener", "View Results Tree");
        assertThat(results.chosen(RENDERER)).isEqualTo(RENDERER);
        jmeter.start();
        results.awaitWords(Plans.REQUEST);
        jmeter.stop();
        return results;
    }

    /** Whether JMeter scrolls the whole panel. */
    private static boolean isScrolled(Component panel) {
        JScrollPane around = (JScrollPane) SwingUtilities.getAncestorOfClass(JScrollPane.class, panel);
        return around.getVerticalScrollBar().isVisible()
                || around.getHorizontalScrollBar().isVisible();
    }

    /** Long names and values are cut in their cells, and whole in the line below; that is how tables are. */
    private static boolean isOfPlace(String flaw) {
        return Stream.of("lies outside", "overlaps", "slit", "scroll pane").anyMatch(flaw::contains);
    }
}
