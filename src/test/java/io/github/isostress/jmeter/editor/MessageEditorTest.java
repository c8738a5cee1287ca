package io.github.isostress.jmeter.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Table and text are one template with one history. */
@ExtendWith(JMeterEnvironment.class)
class MessageEditorTest {
    private static final String PURCHASE =
            "# a purchase\n0   0200\n3   000000\n\n11  ${__isoStan()}\n41  \"TERM01  \"\n";

    @Test
    void shouldShowRowsWithThePackagersNamesWhenATemplateIsShown() {
        OpenEditor open = new OpenEditor(PURCHASE + "55.9F02  00\nx  1\n");

        open.usePackager("iso87ascii");

        assertThat(open.column(Column.PATH)).containsExactly("0", "3", "11", "41", "55.9F02", "x");
        assertThat(open.column(Column.VALUE))
                .containsExactly("0200", "000000", "${__isoStan()}", "TERM01  ", "00", "1");
        assertThat(open.column(Column.NAME))
                .startsWith("MESSAGE TYPE INDICATOR", "PROCESSING CODE", "SYSTEM TRACE AUDIT NUMBER")
                .endsWith("");
    }

    @Test
    void shouldChangeOneLineOfTheTextWhenACellIsWritten() {
        OpenEditor open = new OpenEditor(PURCHASE);

        open.write(1, Column.VALUE, "010000");
        open.write(3, Column.PATH, " 42 ");

        assertThat(open.text()).isEqualTo(PURCHASE.replace("000000", "010000").replace("41 ", "42 "));
    }

    @Test
    void shouldKeepTheCellWhenAPathWouldBeNone() {
        OpenEditor open = new OpenEditor(PURCHASE);

        open.write(1, Column.PATH, "4 2");

        assertThat(open.text()).isEqualTo(PURCHASE);
    }

    @Test
    void shouldGiveWhatIsBeingTypedWhenAskedForTheText() {
        OpenEditor open = new OpenEditor(PURCHASE);
        AtomicInteger changes = new AtomicInteger();
        open.run(() -> open.editor().onChange(changes::incrementAndGet));

        open.type(1, Column.VALUE, "9");

        assertThat(open.text()).isEqualTo(PURCHASE.replace("000000", "9"));
        assertThat(changes).hasPositiveValue();
    }

    @Test
    void shouldForgetWhatIsBeingTypedWhenAnotherTemplateIsShown() {
        OpenEditor open = new OpenEditor(PURCHASE);
        AtomicInteger changes = new AtomicInteger();
        open.run(() -> open.editor().onChange(changes::incrementAndGet));
        open.type(1, Column.VALUE, "9");
        int typed = changes.get();

        open.run(() -> open.editor().setText("0 0800"));
        open.press(Command.UNDO);

        assertThat(open.text()).isEqualTo("0 0800");
        assertThat(changes).hasValue(typed);
    }

    @Test
    void shouldUndoStepByStepWhenTableAndImportChangedTheText() {
        OpenEditor open = new OpenEditor(PURCHASE);
        open.write(0, Column.VALUE, "0800");
        String written = open.text();
        open.run(() -> open.editor().replaceText("hex 3030"));

        open.press(Command.UNDO);
        assertThat(open.text()).isEqualTo(written);
        open.press(Command.UNDO);
        assertThat(open.text()).isEqualTo(PURCHASE);
        open.press(Command.UNDO);
        open.press(Command.REDO);
        open.press(Command.REDO);

        assertThat(open.text()).isEqualTo("hex 3030");
    }

    @Test
    void shouldOnlyForgetTheTypingWhenUndoIsPressedInACell() {
        OpenEditor open = new OpenEditor(PURCHASE);
        open.write(0, Column.VALUE, "0800");
        open.type(0, Column.VALUE, "08001");

        open.press(Command.UNDO);

        assertThat(open.text()).isEqualTo(PURCHASE.replace("0200", "0800"));
    }

    @Test
    void shouldKeepWindowsLineBreaksWhenTheTextHasThem() {
        OpenEditor open = new OpenEditor("0 0200\r\n3 1\r\n");

        open.write(1, Column.VALUE, "2");

        assertThat(open.text()).isEqualTo("0 0200\r\n3 2\r\n");
    }

    @Test
    void shouldChangeRowsWhenKeysOrButtonsArePressed() {
        OpenEditor open = new OpenEditor("0 0200\n# c\n3 1\n4 2\n");
        open.select(1, 2);

        open.press(Command.UP);
        assertThat(open.text()).isEqualTo("3 1\n# c\n4 2\n0 0200\n");
        assertThat(open.selected()).containsExactly(0, 1);
        open.press("Down");
        open.press("Duplicate");
        assertThat(open.text()).isEqualTo("0 0200\n# c\n3 1\n4 2\n3 1\n4 2\n");
        assertThat(open.selected()).containsExactly(3, 4);
        open.press(Command.DELETE);

        assertThat(open.text()).isEqualTo("0 0200\n# c\n3 1\n4 2\n");
        assertThat(open.selected()).containsExactly(2);
    }

    @Test
    void shouldCopyAndPasteLinesWhenRowsAreSelected() throws Exception {
        OpenEditor open = new OpenEditor(PURCHASE);
        open.select(2, 3);

        open.press(Command.COPY);
        assertThat(open.clipboard.getData(DataFlavor.stringFlavor)).isEqualTo("11  ${__isoStan()}\n41  \"TERM01  \"\n");
        open.clipboard.setContents(new StringSelection("60\tA "), null);
        open.select(0, 0);
        open.press("Paste");

        assertThat(open.text()).isEqualTo(PURCHASE.replace("0200\n", "0200\n60\t\"A \"\n"));
    }

    @Test
    void shouldSayThatThereIsNothingToPasteWhenTheClipboardIsEmpty() {
        OpenEditor open = new OpenEditor(PURCHASE);
        open.awaitStatus("4 elements");

        open.press(Command.PASTE);

        assertThat(open.status()).isEqualTo("There is no text on the clipboard to paste");
    }

    @Test
    void shouldDoNothingWhenNoRowIsSelected() {
        OpenEditor open = new OpenEditor(PURCHASE);

        open.press(Command.DELETE);
        open.press(Command.UP);
        open.press(Command.DUPLICATE);

        assertThat(open.text()).isEqualTo(PURCHASE);
    }

    @Test
    void shouldNotWrapWhenALineIsTooLongToFindWhere() {
        OpenEditor open = new OpenEditor(PURCHASE);
        String captured = "hex " + "30".repeat(100_000) + "\n";

        open.run(() -> open.editor().replaceText(captured));
        boolean wrapped = open.textArea().getLineWrap();
        open.press(Command.UNDO);
        open.run(() -> open.editor().setText(PURCHASE));

        assertThat(wrapped).isFalse();
        assertThat(open.textArea().getLineWrap()).isTrue();
    }

    @Test
    void shouldTellOfTheSelectionOnceWhenManyRowsArePasted() {
        OpenEditor open = new OpenEditor(PURCHASE);
        AtomicInteger told = new AtomicInteger();
        open.run(() -> ((TemplateTable) open.table()).selection().onChange(told::incrementAndGet));
        open.clipboard.setContents(new StringSelection("11 1\n".repeat(1_000)), null);

        open.press(Command.PASTE);

        assertThat(open.selected()).hasSize(1_000);
        assertThat(told).hasValueLessThan(5);
    }
}
