package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Samples are read in View Results Tree. */
@WindowTest
class ResultsIT {
    @ParameterizedTest
    @EnumSource
    void shouldShowRequestAndResponseElementByElementWhenASampleIsSelected(Look look, JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.PLAN);
        Pane results = jmeter.add("Add", "Listener", "View Results Tree");
        jmeter.start();
        results.awaitWords(Plans.REQUEST);
        jmeter.stop();

        results.choose("ISO 8583");
        results.branches().click(Plans.REQUEST);

        results.awaitWords("Request,", "Response,", "Approved", "TERM0001", "999999******0015");
        jmeter.picture("results");
        assertThat(Appearance.flaws(results.tab("ISO 8583").root())).noneMatch(ResultsIT::isOfPlace);
    }

    /** Long names and values are cut in their cells, and whole in the line below; that is how tables are. */
    private static boolean isOfPlace(String flaw) {
        return Stream.of("lies outside", "overlaps", "slit", "scroll pane").anyMatch(flaw::contains);
    }
}
