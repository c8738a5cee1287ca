package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A value that is computed, or that JMeter evaluates, is written with the keyboard alone. */
@WindowTest
class FormulasIT {
    private static final String ELEMENTS = "Elements of the message";
    private static final String TEMPLATE = "Template";

    @ParameterizedTest
    @EnumSource
    void shouldCompleteAFormulaWhenItsListIsOpenedInACell(Look look, JMeterGui jmeter) {
        Pane message = message(jmeter);
        message.table(ELEMENTS).begin("41", "Value", ":= mac ");

        jmeter.hand().press(KeyEvent.VK_SPACE, KeyEvent.VK_CONTROL);
        Await.until("the list is open", FormulasIT::isListOpen);
        jmeter.picture("formula-completions");
        jmeter.hand().press(KeyEvent.VK_ENTER);

        Await.until(
                "the setting is written", () -> message.table(ELEMENTS).typed().equals(":= mac key="));
        message.awaitWords("name of the MAC key");
        jmeter.hand().type("MAK");
        jmeter.hand().press(KeyEvent.VK_ENTER);
        Await.until("the text has it", () -> message.field(TEMPLATE).text().contains("41:= mac key=MAK"));
        message.table(ELEMENTS).click("42", "Value");
        jmeter.picture("formula-row");
        message.table(ELEMENTS).click("41", "Value");
        message.awaitWords("mac: The MAC over");
        jmeter.picture("formula-row-selected");
        assertThat(Appearance.flaws(message.root())).isEmpty();
    }

    @Test
    void shouldCompleteAFormulaWhenItsListIsOpenedInTheText(JMeterGui jmeter) {
        Pane message = message(jmeter);
        message.field(TEMPLATE).type("0 0200\n64:= ma");

        jmeter.hand().press(KeyEvent.VK_SPACE, KeyEvent.VK_CONTROL);
        Await.until("the list is open", FormulasIT::isListOpen);
        jmeter.hand().press(KeyEvent.VK_ENTER);

        Await.until("the name is written", () -> message.field(TEMPLATE).text().endsWith("64:= mac "));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void shouldListVariablesAndFunctionsWhenAnExpressionIsBegun(Look look, JMeterGui jmeter) {
        Pane message = message(jmeter);
        message.table(ELEMENTS).begin("41", "Value", "T-${");
        Await.until("the list is open", FormulasIT::isListOpen);
        jmeter.picture("expression-completions");

        jmeter.hand().type("rrn");
        jmeter.hand().press(KeyEvent.VK_ENTER);
        Await.until(
                "the function is written", () -> message.table(ELEMENTS).typed().equals("T-${__isoRrn()}"));
        jmeter.hand().press(KeyEvent.VK_ENTER);
        message.field(TEMPLATE).type("0 0200\n2 ${isoPan");
        Await.until("the list is open in the text", FormulasIT::isListOpen);
        jmeter.hand().press(KeyEvent.VK_TAB);
        jmeter.hand().type("476173");

        Await.until(
                "the first argument was replaced",
                () -> message.field(TEMPLATE).text().endsWith("2 ${__isoPan(476173,length)}"));
    }

    @Test
    void shouldKeepTheCellOpenWhenTheListIsClosedWithEscape(JMeterGui jmeter) {
        Pane message = message(jmeter);
        message.table(ELEMENTS).begin("41", "Value", ":= ");
        jmeter.hand().press(KeyEvent.VK_SPACE, KeyEvent.VK_CONTROL);
        Await.until("the list is open", FormulasIT::isListOpen);

        jmeter.hand().press(KeyEvent.VK_ESCAPE);

        Await.until("the list is closed", () -> !isListOpen());
        assertThat(message.table(ELEMENTS).typed()).isEqualTo(":= ");
        jmeter.hand().press(KeyEvent.VK_ESCAPE);
    }

    @Test
    void shouldOfferTheSettingsWhenAFormulaIsAddedWithItsElement(JMeterGui jmeter) {
        Pane message = message(jmeter);

        message.button("Add...").press();
        Pane picker = jmeter.dialog("Add an element");
        picker.field("Number or name").type(":= mac");
        jmeter.picture("formula-picker");
        picker.button("Add").press();

        Await.until("the settings are listed", () -> isListOpen());
        jmeter.hand().press(KeyEvent.VK_ENTER);
        jmeter.hand().type("MAK");
        jmeter.hand().press(KeyEvent.VK_ENTER);
        Await.until("the text has it", () -> message.field(TEMPLATE).text().contains("64:= mac key=MAK"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhatWasComputedWhenTheMessageIsPreviewed(Look look, JMeterGui jmeter) {
        Pane message = message(jmeter);
        message.table(ELEMENTS).edit("41", "Value", ":= un");

        Pane preview = jmeter.panel().tab("Preview");

        Await.until("a row", () -> preview.table("Computed").count() == 1);
        assertThat(preview.table("Computed").cell("41", "Formula")).isEqualTo("un");
        assertThat(preview.table("Computed").cell("41", "Value")).matches("[0-9A-F]{8}");
        InputArrival.rest();
        assertThat(Appearance.flaws(preview.root())).isEmpty();
        jmeter.picture("formula-preview");
    }

    @Test
    void shouldOpenTheHelpOfFormulasWhenF1IsPressedAtOne(JMeterGui jmeter) {
        Pane message = message(jmeter);
        message.table(ELEMENTS).edit("41", "Value", ":= kcv key=MAK");
        message.table(ELEMENTS).click("41", "Value");

        jmeter.hand().press(KeyEvent.VK_F1);

        jmeter.dialog("ISO 8583 Help").awaitWords("Computed values", "kcv");
        jmeter.picture("formula-help");
    }

    private static boolean isListOpen() {
        return Edt.get(() -> Dialogs.haveList("Completions"));
    }

    private static Pane message(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        return jmeter.select(Plans.REQUEST).tab("Message");
    }
}
