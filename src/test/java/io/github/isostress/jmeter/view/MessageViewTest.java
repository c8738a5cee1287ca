package io.github.isostress.jmeter.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.ActionEvent;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One message: what is selected in one place is shown in the other. */
@ExtendWith(JMeterEnvironment.class)
class MessageViewTest {
    private MessageView view;
    private ElementTable table;
    private BytesPanel bytes;
    private JTextField search;

    @BeforeEach
    void open() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            view = new MessageView();
            view.show(DescribedSamples.purchase("0200", "00"));
        });
        table = DescribedSamples.part(view, ElementTable.class);
        bytes = DescribedSamples.part(view, BytesPanel.class);
        search = DescribedSamples.part(view, JTextField.class);
    }

    @Test
    void shouldMarkItsBytesWhenAnElementIsSelected() throws Exception {
        onEventThread(() -> table.select(DescribedSamples.PROCESSING));

        assertThat(bytes.isMarked(9)).isFalse();
        assertThat(bytes.isMarked(10)).isTrue();
        assertThat(bytes.isMarked(15)).isTrue();
        assertThat(bytes.isMarked(16)).isFalse();
        assertThat(bytes.caret()).isEqualTo(10);
    }

    @Test
    void shouldSelectTheInnermostElementWhenTheCaretMovesToAByte() throws Exception {
        onEventThread(() -> bytes.moveCaret(20));

        assertThat(table.selected()).isEqualTo(DescribedSamples.AMOUNT_TAG);
        assertThat(bytes.caret()).isEqualTo(20);
    }

    @Test
    void shouldMoveFromByteToByteWhenArrowKeysArePressed() throws Exception {
        onEventThread(() -> press(bytes, "ctrl END", JComponent.WHEN_FOCUSED));
        assertThat(table.selected()).isEqualTo(DescribedSamples.RESPONSE_CODE);

        onEventThread(() -> press(bytes, "HOME", JComponent.WHEN_FOCUSED));
        assertThat(bytes.caret()).isEqualTo(16);
        assertThat(table.selected()).isEqualTo(DescribedSamples.CHIP);

        onEventThread(() -> press(bytes, "UP", JComponent.WHEN_FOCUSED));
        assertThat(bytes.caret()).isZero();
    }

    @Test
    void shouldUnfoldTheWholeWhenAPartIsSelected() throws Exception {
        onEventThread(() -> {
            table.select(DescribedSamples.CHIP);
            press(table, "LEFT", JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        });
        assertThat(table.getRowCount()).isEqualTo(6);
        assertThat(table.selected()).isEqualTo(DescribedSamples.CHIP);

        onEventThread(() -> bytes.moveCaret(22));
        assertThat(table.getRowCount()).isEqualTo(8);
        assertThat(table.selected()).isEqualTo(DescribedSamples.AMOUNT_TAG);
    }

    @Test
    void shouldGoRoundWhenEnterIsPressedInTheSearch() throws Exception {
        onEventThread(() -> search.setText("amount"));
        assertThat(table.selected()).isEqualTo(DescribedSamples.AMOUNT_TAG);
        onEventThread(() -> press(search, "ENTER", JComponent.WHEN_FOCUSED));
        assertThat(table.selected()).isEqualTo(DescribedSamples.UNKNOWN_PART);
        onEventThread(() -> press(search, "ENTER", JComponent.WHEN_FOCUSED));
        assertThat(table.selected()).isEqualTo(DescribedSamples.AMOUNT_TAG);
        onEventThread(() -> press(search, "shift ENTER", JComponent.WHEN_FOCUSED));
        assertThat(table.selected()).isEqualTo(DescribedSamples.UNKNOWN_PART);
    }

    @Test
    void shouldFindLabelNameValueAndMeaningWhenTheyHoldTheText() throws Exception {
        for (String text : new String[] {"de 3", "PROCESSING", "000000", "purchase"}) {
            onEventThread(() -> search.setText(text));
            assertThat(table.isMatch(DescribedSamples.PROCESSING)).as(text).isTrue();
            assertThat(table.isMatch(DescribedSamples.MTI)).as(text).isFalse();
        }
    }

    @Test
    void shouldCopyLinesOfTextWhenElementsAreCopied() throws Exception {
        onEventThread(() -> table.setRowSelectionInterval(DescribedSamples.PAN, DescribedSamples.PROCESSING));

        assertThat(copied(table)).isEqualTo("DE 2 PAN 4***\nDE 3 Processing code 000000");
    }

    @Test
    void shouldCopyItsShownHexWhenBytesAreCopied() throws Exception {
        onEventThread(() -> table.select(DescribedSamples.PAN));

        assertThat(copied(bytes)).isEqualTo("47 ** ** 4A");
    }

    @Test
    void shouldKeepTheSelectionWhenTheNextMessageHasTheElement() throws Exception {
        onEventThread(() -> {
            table.select(DescribedSamples.PROCESSING);
            view.show(DescribedSamples.purchase("0210", ""));
        });

        assertThat(table.selected()).isEqualTo(DescribedSamples.PROCESSING);
        assertThat(bytes.isMarked(10)).isTrue();
    }

    @Test
    void shouldShowNothingWhenCleared() throws Exception {
        onEventThread(() -> {
            table.select(DescribedSamples.RESPONSE_CODE);
            view.clear();
        });

        assertThat(table.getRowCount()).isZero();
        assertThat(bytes.count()).isZero();
        assertThat(bytes.isMarked(24)).isFalse();
        assertThat(DescribedSamples.part(view, JTextArea.class).getText()).isEmpty();
        onEventThread(() -> press(bytes, "RIGHT", JComponent.WHEN_FOCUSED));
    }

    private static void onEventThread(Runnable work) throws Exception {
        SwingUtilities.invokeAndWait(work);
    }

    private static void press(JComponent component, String key, int when) {
        Object name = component.getInputMap(when).get(KeyStroke.getKeyStroke(key));
        component.getActionMap().get(name).actionPerformed(new ActionEvent(component, 0, key));
    }

    private static String copied(JComponent source) throws Exception {
        Clipboard clipboard = new Clipboard("test");
        onEventThread(() -> source.getTransferHandler().exportToClipboard(source, clipboard, TransferHandler.COPY));
        return (String) clipboard.getData(DataFlavor.stringFlavor);
    }
}
