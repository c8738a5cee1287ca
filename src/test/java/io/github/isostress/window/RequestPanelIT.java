package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import java.awt.Component;
import java.awt.event.KeyEvent;
import javax.swing.JPopupMenu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request is built: typed, imported, made to vary, searched, previewed. */
@WindowTest
class RequestPanelIT {
    private static final String ELEMENTS = "Elements of the message";
    private static final String TEMPLATE = "Template";

    // An 0800 with DE 7, 11 and 70, as iso87ascii packs it and a network analyser shows it.
    private static final String DUMP = """
            0000   30 38 30 30 38 32 32 30 30 30 30 30 30 30 30 30   0800822000000000
            0010   30 30 30 30 30 34 30 30 30 30 30 30 30 30 30 30   0000040000000000
            0020   30 30 30 30 31 31 32 31 32 30 33 30 30 30 30 30   0000112120300000
            0030   30 30 34 32 33 30 31                              0042301
            """;

    private static final String CAPTURED =
            "hex 303230303332333830303030303838303030303030303030303030303030303030313233"
                    + "343531313231323033303030303030303432323133303030313132313633323532313030303034325445524D30303031";

    @ParameterizedTest
    @EnumSource
    void shouldMarkTheRowWhileTypingWhenAValueBreaksItsElementsRule(Look look, JMeterGui jmeter) {
        Pane message = message(jmeter);

        message.table(ELEMENTS).begin("18", "Value", "54X1");

        message.awaitWords("1 problem");
        Await.until(
                "the row says what is wrong",
                () -> !message.table(ELEMENTS).cell("18", "Problem").isEmpty());
        jmeter.picture("request-problem");
        jmeter.hand().press(KeyEvent.VK_ESCAPE);
    }

    @Test
    void shouldChangeTheTextWhenARowIsChanged(JMeterGui jmeter) {
        Pane message = message(jmeter);

        message.table(ELEMENTS).edit("41", "Value", "TERM0042");

        assertThat(message.field(TEMPLATE).text()).contains("41  TERM0042", "42  MERCHANT0000001");
    }

    @Test
    void shouldTakeTheLastChangeBackWhenUndoIsPressed(JMeterGui jmeter) {
        Pane message = message(jmeter);
        String before = message.field(TEMPLATE).text();

        message.table(ELEMENTS).click("41", "DE");
        message.button("Delete").press();
        assertThat(message.field(TEMPLATE).text()).doesNotContain("TERM0001");
        message.button("Undo").press();

        assertThat(message.field(TEMPLATE).text()).isEqualTo(before);
    }

    @Test
    void shouldAddAnElementAtItsPlaceWhenItIsPickedByItsName(JMeterGui jmeter) {
        Pane message = message(jmeter);

        message.button("Add...").press();
        Pane picker = jmeter.dialog("Add an element");
        picker.field("Number or name").type("AUTHORIZATION IDENTIFICATION RESPONSE");
        jmeter.picture("request-picker");
        picker.button("Add").press();
        message.table(ELEMENTS).fillIn("ABC123");

        assertThat(message.table(ELEMENTS).cell("38", "Value")).isEqualTo("ABC123");
        assertThat(message.field(TEMPLATE).text().indexOf("ABC123"))
                .isBetween(
                        message.field(TEMPLATE).text().indexOf("${__isoRrn()}"),
                        message.field(TEMPLATE).text().indexOf("TERM0001"));
    }

    @Test
    void shouldMakeRowsWhenAHexDumpIsPasted(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        Pane request = jmeter.select(Plans.REQUEST);
        Pane imported = request.tab("Import");

        imported.field("A message to read").paste(DUMP);
        imported.button("Read").press();
        imported.awaitWords("Nothing is changed");
        jmeter.picture("request-import");
        imported.button("Replace the message").press();

        Rows rows = request.tab("Message").table(ELEMENTS);
        assertThat(rows.cell("0", "Value")).isEqualTo("0800");
        assertThat(rows.cell("11", "Value")).isEqualTo("000042");
        assertThat(rows.cell("70", "Value")).isEqualTo("301");
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowEachElementsBytesWhenTheMessageIsPreviewed(Look look, JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);

        Pane preview = jmeter.select(Plans.REQUEST).tab("Preview");

        preview.awaitWords("TERM0001", "MERCHANT0000001", "9999990000000015");
        jmeter.picture("request-preview");
        assertThat(Appearance.flaws(preview.root())).isEmpty();
        JPopupMenu menu = preview.table(ELEMENTS).menu("DE 41", "Value");
        jmeter.picture("request-preview-menu");
        Edt.run(() -> Menus.choose(menu, "Copy bytes"));
        assertThat(jmeter.hand().copied()).isEqualTo("54 45 52 4D 30 30 30 31");
    }

    @ParameterizedTest
    @EnumSource
    void shouldMakeACapturedMessageVaryWhenItsMenuSaysSo(Look look, JMeterGui jmeter) {
        Pane message = message(jmeter);
        message.field(TEMPLATE).paste(CAPTURED);

        JPopupMenu menu = message.table(ELEMENTS).menu("hex", "Value");
        jmeter.picture("editor-menu");
        Edt.run(() -> Menus.choose(menu, "Make it vary"));

        message.awaitWords("DE 4, 7, 11, 12, 13, 37 vary now from message to message.");
        assertThat(message.table(ELEMENTS).cell("4", "Value")).isEqualTo("0000000${__Random(10000,99999)}");
        InputArrival.rest();
        jmeter.picture("editor-varied");
        assertThat(Appearance.flaws(message.root())).isEmpty();
        message.button("Undo").press();
        assertThat(message.field(TEMPLATE).text()).isEqualTo(CAPTURED);

        message.table(ELEMENTS).click("hex", "Value");
        jmeter.hand().press(KeyEvent.VK_F, KeyEvent.VK_CONTROL);
        jmeter.hand().type("hex");
        Await.until("the bar says how many", () -> message.words().contains("1 of 1"));
        jmeter.picture("editor-search");
        message.field(TEMPLATE).type("0 0800");
        Await.until("the bar says that there is none", () -> message.words().contains("not found"));
        jmeter.hand().press(KeyEvent.VK_F, KeyEvent.VK_CONTROL);
        Await.until("the bar has the keyboard", RequestPanelIT::isInSearchBar);
        jmeter.hand().press(KeyEvent.VK_ESCAPE);
        Await.until("the bar is gone", () -> !message.words().contains("not found"));
    }

    @Test
    void shouldKeepHowTheAnswerIsJudgedWhenAnotherElementIsLookedAtInBetween(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.REQUEST)
                .tab("Response")
                .field("Elements as variables")
                .type("38=AUTH_ID 55.8A=ARC");

        jmeter.select(Plans.CONNECTION);
        Pane response = jmeter.select(Plans.REQUEST).tab("Response");

        assertThat(response.field("Elements as variables").text()).isEqualTo("38=AUTH_ID 55.8A=ARC");
    }

    private static boolean isInSearchBar() {
        Component owner = Hand.focusOwner();
        return owner != null && Edt.get(() -> Names.of(owner)).equals("Search");
    }

    private static Pane message(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        return jmeter.select(Plans.REQUEST).tab("Message");
    }
}
