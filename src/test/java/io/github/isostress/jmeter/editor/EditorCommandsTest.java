package io.github.isostress.jmeter.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.form.SentenceArea;
import java.awt.Component;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.fife.ui.rtextarea.RTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is done with a whole message: made to vary, searched, and what its menus offer. */
@ExtendWith(JMeterEnvironment.class)
class EditorCommandsTest {
    private static final String CAPTURED = "hex 30383030383232303030303030303030303030303034303030303030303030303030"
            + " 30303131323131323033303030303030343233 3031\n";

    @Test
    void shouldMakeACapturedMessageVaryInOneStepAndSaySo() {
        OpenEditor open = new OpenEditor(CAPTURED);
        open.usePackager("iso87ascii");

        open.press(Command.VARY);

        assertThat(open.text()).isEqualTo(CAPTURED + "7   ${__isoUtc(MMddHHmmss)}\n11  ${__isoStan()}\n");
        assertThat(said(open))
                .isEqualTo("DE 7, 11 vary now from message to message."
                        + " Left alone: DE 4, 12, 13, 37 (not in the message).");
        assertThat(open.selected()).containsExactly(1, 2);
        open.press(Command.UNDO);
        assertThat(open.text()).isEqualTo(CAPTURED);
        assertThat(said(open)).isEmpty();
    }

    @Test
    void shouldTakeRowsAwayWhenTheyAreCut() {
        OpenEditor open = new OpenEditor("0 0200\n11 1\n12 2\n");
        open.select(1, 1);

        open.press(Command.CUT);
        assertThat(open.text()).isEqualTo("0 0200\n12 2\n");
        open.select(1, 1);
        open.press(Command.PASTE);

        assertThat(open.text()).isEqualTo("0 0200\n12 2\n11 1\n");
    }

    @Test
    void shouldGoFromRowToRowWhenTheMessageIsSearched() {
        OpenEditor open = new OpenEditor("0 0200\n11 000042\n37 000000000042\n41 TERM0001\n");
        open.usePackager("iso87ascii");
        open.press(Command.FIND);

        type(open, "42");
        assertThat(marked(open)).containsExactly(1, 2);
        assertThat(open.selected()).containsExactly(1);
        run(open, "ENTER");
        assertThat(open.selected()).containsExactly(2);
        run(open, "ENTER");
        assertThat(open.selected()).containsExactly(1);
        run(open, "shift ENTER");
        assertThat(open.selected()).containsExactly(2);
        type(open, "terminal");
        assertThat(marked(open)).containsExactly(3);
        run(open, "ESCAPE");

        assertThat(marked(open)).isEmpty();
        assertThat(OpenEditor.onEventThread(() -> field(open).getParent().isVisible()))
                .isFalse();
    }

    @Test
    void shouldOfferTheCommandsInTheMenusOfTableAndText() {
        OpenEditor open = new OpenEditor("0 0200\n");
        open.run(() -> open.editor().offer(() -> new JMenu("Copy as...")));

        assertThat(entries(OpenEditor.onEventThread(() -> open.table().getComponentPopupMenu())))
                .containsExactly(
                        "Cut",
                        "Copy",
                        "Paste",
                        "Duplicate",
                        "Delete",
                        "Add...",
                        "Override",
                        "Leave out",
                        "Undo",
                        "Redo",
                        "Make it vary",
                        "Find...",
                        "Copy as...");
        assertThat(entries(OpenEditor.onEventThread(() -> ((RTextArea) open.textArea()).getPopupMenu())))
                .contains("Undo", "Redo", "Add...", "Make it vary", "Find...", "Copy as...");
    }

    private static List<String> entries(JPopupMenu menu) {
        return Arrays.stream(menu.getComponents())
                .filter(JMenuItem.class::isInstance)
                .map(entry -> ((JMenuItem) entry).getText())
                .filter(Objects::nonNull)
                .toList();
    }

    private static String said(OpenEditor open) {
        return OpenEditor.onEventThread(() ->
                open.find(SentenceArea.class, EditorCommandsTest::isOutcome).getText());
    }

    private static boolean isOutcome(Component area) {
        return "What was done".equals(area.getAccessibleContext().getAccessibleName());
    }

    private static JTextField field(OpenEditor open) {
        return open.find(JTextField.class, field -> true);
    }

    private static void type(OpenEditor open, String text) {
        open.run(() -> field(open).setText(text));
    }

    private static void run(OpenEditor open, String key) {
        open.run(() -> {
            JTextField field = field(open);
            Object name = field.getInputMap().get(KeyStroke.getKeyStroke(key));
            field.getActionMap().get(name).actionPerformed(null);
        });
    }

    private static List<Integer> marked(OpenEditor open) {
        return OpenEditor.onEventThread(() -> IntStream.range(0, open.table().getRowCount())
                .filter(((TemplateTable) open.table()).rows()::isMarked)
                .boxed()
                .toList());
    }
}
