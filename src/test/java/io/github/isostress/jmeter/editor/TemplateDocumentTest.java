package io.github.isostress.jmeter.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.text.BadLocationException;
import javax.swing.text.PlainDocument;
import org.junit.jupiter.api.Test;

/** What one step of the history is. */
class TemplateDocumentTest {
    private final PlainDocument typing = new PlainDocument();
    private final AtomicInteger changes = new AtomicInteger();
    private final TemplateDocument document = new TemplateDocument(typing, length -> {}, changes::incrementAndGet);

    private void type(String text) throws BadLocationException {
        for (char character : text.toCharArray()) {
            typing.insertString(typing.getLength(), String.valueOf(character), null);
        }
    }

    @Test
    void shouldUndoALineAtOnceWhenItWasTyped() throws Exception {
        document.show("0 0200\n");
        type("11 1\n12 2");

        document.undo();
        assertThat(document.text()).isEqualTo("0 0200\n11 1\n");
        document.undo();
        document.undo();
        assertThat(document.text()).isEqualTo("0 0200\n");
        assertThat(document.canUndo()).isFalse();
        document.redo();

        assertThat(document.text()).isEqualTo("0 0200\n11 1");
    }

    @Test
    void shouldNotJoinTypingWhenAStepWasUndoneOrARowChanged() throws Exception {
        document.show("");
        type("0 02");
        document.apply(document.draft().setValue(0, "020"));
        type("0");

        document.undo();
        assertThat(document.text()).isEqualTo("0 020");
        document.undo();
        type("9");
        document.undo();

        assertThat(document.text()).isEqualTo("0 02");
    }

    @Test
    void shouldUndoAReplacementAtOnceWhenASelectionWasTypedOver() throws Exception {
        document.show("0 0200");

        typing.replace(2, 4, "8", null);
        document.undo();

        assertThat(document.text()).isEqualTo("0 0200");
    }

    @Test
    void shouldKeepAMixtureOfLineBreaksWhenTheTextHasOne() {
        String mixed = "0 0200\r\n3 1\n4 2\r\n";
        document.show(mixed);
        int shown = changes.get();

        document.apply(document.draft().setValue(1, "1"));

        assertThat(document.text()).isEqualTo(mixed);
        assertThat(changes).hasValue(shown);
    }
}
