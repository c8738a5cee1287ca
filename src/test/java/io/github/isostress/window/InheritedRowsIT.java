package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Message defaults are written, and a request shows what it inherits from them. */
@WindowTest
class InheritedRowsIT {
    private static final String ELEMENTS = "Elements of the message";
    private static final String TEMPLATE = "Template";

    @ParameterizedTest
    @EnumSource
    void shouldShowAnExampleWhenMessageDefaultsAreAdded(Look look, JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.THREADS);

        Pane defaults = jmeter.add("Add", "Config Element", "ISO 8583 Message Defaults");

        assertThat(defaults.field(TEMPLATE).text()).contains("41  TERM0001");
        defaults.awaitWords("Connection in scope: host", "3 elements");
        assertThat(Appearance.flaws(defaults.root())).isEmpty();
        jmeter.picture("defaults");
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowWhereRowsComeFromWhenARequestInheritsThem(Look look, JMeterGui jmeter) {
        jmeter.open(Plans.TERMINAL);

        Pane request = jmeter.select("balance inquiry");

        request.awaitWords("2 elements", "14 inherited");
        Rows rows = request.table(ELEMENTS);
        assertThat(rows.cell("22", "Origin")).isEqualTo("overrides card");
        assertThat(rows.cell("41", "Origin")).isEqualTo("terminal");
        assertThat(Appearance.flaws(request.root())).isEmpty();
        jmeter.picture("request-inherited");
    }

    @Test
    void shouldHaveItsOwnValueWhenAnInheritedRowIsWritten(JMeterGui jmeter) {
        jmeter.open(Plans.TERMINAL);
        Pane request = jmeter.select("balance inquiry");
        request.awaitWords("inherited");

        request.table(ELEMENTS).edit("41", "Value", "TERM0042");

        Await.until(
                "the request has the line", () -> request.field(TEMPLATE).text().contains("41  TERM0042"));
        assertThat(request.table(ELEMENTS).cell("41", "Origin")).isEqualTo("overrides terminal");
        request.button("Undo").press();
        request.button("Undo").press();
        assertThat(request.field(TEMPLATE).text()).doesNotContain("41");
    }

    @Test
    void shouldLackTheElementInThePreviewWhenAnInheritedRowIsLeftOut(JMeterGui jmeter) {
        jmeter.open(Plans.TERMINAL);
        Pane request = jmeter.select("purchase");
        request.awaitWords("inherited");
        request.table(ELEMENTS).click("42", "DE");

        request.button("Leave out").press();

        Pane preview = request.tab("Preview");
        preview.awaitWords("TERM0001");
        Await.until("no merchant", () -> !preview.words().contains("MERCHANT0000001"));
    }
}
