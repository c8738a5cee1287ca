package io.github.isostress.jmeter.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.message.template.TemplateSource;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JTable;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a template inherits is shown below its own rows, and can be overridden and left out there. */
@ExtendWith(JMeterEnvironment.class)
class InheritedRowsTest {
    private static final String OWN = "0   0200\n41  TERM0002\n";
    private static final TemplateSource TERMINAL =
            new TemplateSource("terminal", "41 TERM0001\n42 MERCH1\n# comment\n43 \"\"\n");
    private static final TemplateSource PLAN = new TemplateSource("every message", "11 000001\n42 MERCH2\n49 978\n");

    private static OpenEditor open(String text, TemplateSource... inherited) {
        OpenEditor open = new OpenEditor(text);
        open.run(() -> open.editor().setInherited(List.of(inherited)));
        return open;
    }

    @Test
    void shouldShowWhatIsInForceBelowItsOwnRowsWhenTextsAreInherited() {
        OpenEditor open = open(OWN, TERMINAL, PLAN);
        open.usePackager("iso87ascii");

        assertThat(open.column(Column.PATH)).containsExactly("0", "41", "42", "43", "11", "49");
        assertThat(open.column(Column.VALUE)).containsExactly("0200", "TERM0002", "MERCH1", "\"\"", "000001", "978");
        assertThat(open.column(Column.ORIGIN))
                .containsExactly("", "overrides terminal", "terminal", "terminal", "every message", "every message");
        assertThat(open.cell(5, Column.NAME)).isEqualTo("CURRENCY CODE, TRANSACTION");
        assertThat(open.text()).isEqualTo(OWN);
        open.awaitStatus("2 elements, 4 inherited");
    }

    @Test
    void shouldHaveNeitherOriginNorCommandsWhenNothingIsInherited() {
        OpenEditor open = open(OWN);
        assertThat(shownColumns(open)).isEqualTo(4);
        assertThat(isOffered(open, "Override")).isFalse();

        open.run(() -> open.editor().setInherited(List.of(TERMINAL)));
        assertThat(shownColumns(open)).isEqualTo(5);
        assertThat(isOffered(open, "Override")).isTrue();
        open.run(() -> open.editor().setInherited(List.of()));

        assertThat(shownColumns(open)).isEqualTo(4);
        assertThat(isOffered(open, "Leave out")).isFalse();
    }

    private static int shownColumns(OpenEditor open) {
        return OpenEditor.onEventThread(() -> open.table().getColumnCount());
    }

    private static boolean isOffered(OpenEditor open, String label) {
        return OpenEditor.onEventThread(
                () -> open.find(AbstractButton.class, button -> button.getText().equals(label))
                        .getParent()
                        .isVisible());
    }

    @Test
    void shouldInheritNothingWhenTheTextBeginsWithHex() {
        OpenEditor open = open(OWN, TERMINAL);

        open.run(() -> open.editor().replaceText("hex 3030"));

        assertThat(open.column(Column.PATH)).containsExactly("hex");
        open.press(Command.UNDO);
        assertThat(open.column(Column.PATH)).containsExactly("0", "41", "42", "43");
    }

    @Test
    void shouldBecomeAnOwnRowWhenItIsOverriddenByButtonOrKey() {
        OpenEditor open = open(OWN, TERMINAL, PLAN);
        open.select(2, 2);

        open.press(Command.OVERRIDE);
        assertThat(open.text()).isEqualTo(OWN + "42  MERCH1\n");
        assertThat(OpenEditor.onEventThread(() -> open.table().getEditingRow())).isEqualTo(2);
        typeOver(open, "MERCH3");
        open.select(3, 4);
        open.press("Override");

        assertThat(open.text()).isEqualTo("0   0200\n11  000001\n41  TERM0002\n42  MERCH3\n43  \"\"\n");
        assertThat(open.column(Column.ORIGIN))
                .containsExactly(
                        "",
                        "overrides every message",
                        "overrides terminal",
                        "overrides terminal",
                        "overrides terminal",
                        "every message");
    }

    private static void typeOver(OpenEditor open, String value) {
        open.run(() -> {
            ((JTextField) open.table().getEditorComponent()).setText(value);
            open.table().getCellEditor().stopCellEditing();
        });
    }

    @Test
    void shouldLeaveElementsOutWhenSeveralInheritedRowsAreSelected() {
        OpenEditor open = open(OWN, TERMINAL, PLAN);
        open.select(1, 3);

        open.press(Command.LEAVE_OUT);

        assertThat(open.text().lines().map(String::strip)).containsExactly("0   0200", "41  TERM0002", "42", "43");
        assertThat(open.column(Column.PATH)).containsExactly("0", "41", "42", "43", "11", "49");
        assertThat(open.column(Column.ORIGIN))
                .containsSubsequence("overrides terminal", "leaves out terminal", "leaves out terminal");
        assertThat(open.selected()).containsExactly(2, 3);
    }

    @Test
    void shouldInheritAgainWhenItIsUndoneOrTheOwnLineIsDeleted() {
        OpenEditor open = open(OWN, TERMINAL);
        open.select(2, 2);
        open.press(Command.LEAVE_OUT);

        open.press(Command.UNDO);
        assertThat(open.text()).isEqualTo(OWN);
        assertThat(open.column(Column.PATH)).containsExactly("0", "41", "42", "43");
        open.press(Command.REDO);
        open.select(1, 2);
        open.press(Command.DELETE);

        assertThat(open.text()).isEqualTo("0   0200\n");
        assertThat(open.column(Column.VALUE)).containsExactly("0200", "TERM0001", "MERCH1", "\"\"");
    }

    @Test
    void shouldOverrideWhenItIsTypedIntoOrDoubleClicked() {
        OpenEditor open = open(OWN, TERMINAL);

        open.run(() -> {
            JTable table = open.table();
            assertThat(table.editCellAt(2, 0, click(table, 1))).isFalse();
            assertThat(table.editCellAt(2, 0, typed(table))).isTrue();
        });
        typeOver(open, "M");
        assertThat(open.text()).isEqualTo(OWN + "42  M\n");
        open.run(() -> open.table().editCellAt(3, 2, click(open.table(), 2)));

        assertThat(open.text()).isEqualTo(OWN + "42  M\n43  \"\"\n");
    }

    private static MouseEvent click(Component on, int count) {
        return new MouseEvent(on, MouseEvent.MOUSE_PRESSED, 0, 0, 1, 1, count, false, MouseEvent.BUTTON1);
    }

    private static KeyEvent typed(Component on) {
        return new KeyEvent(on, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_M, 'M');
    }

    @Test
    void shouldGoOverInheritedRowsWithoutOverridingThemWhenTabIsPressedWhileWriting() {
        OpenEditor open = open(OWN, TERMINAL);
        open.type(1, Column.VALUE, "TERM0003");

        open.run(() -> open.table().getActionMap().get("iso-next").actionPerformed(null));

        assertThat(open.text()).isEqualTo("0   0200\n41  TERM0003\n");
        assertThat(open.selected()).containsExactly(2);
    }

    @Test
    void shouldWriteTheInheritedValueWhenItsElementIsAdded() {
        OpenEditor open = open(OWN, TERMINAL);

        open.run(() -> open.editor().addElement("42"));

        assertThat(open.text()).isEqualTo(OWN + "42  MERCH1\n");
        assertThat(OpenEditor.onEventThread(() -> open.table().getEditingRow())).isEqualTo(2);
    }

    @Test
    void shouldChangeItsOwnRowsOnlyWhenAllRowsAreSelected() {
        OpenEditor open = open(OWN, TERMINAL);
        open.select(0, 3);

        open.press(Command.DUPLICATE);
        open.press(Command.UNDO);
        open.select(0, 3);
        open.press(Command.DELETE);

        assertThat(open.text()).isEmpty();
        open.select(0, 0);
        open.press(Command.DELETE);
        open.press(Command.DOWN);
        assertThat(open.column(Column.PATH)).containsExactly("41", "42", "43");
    }
}
