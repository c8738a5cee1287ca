package io.github.isostress.jmeter.editor;

import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.draft.TextEdit;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.AbstractDocument;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DocumentFilter;
import org.apache.commons.lang3.StringUtils;

/** The template's text, of which table and text area are two views, and its one history. Used on the event thread. */
final class TemplateDocument {
    private static final String WINDOWS_BREAK = "\r\n";
    private static final Pattern OTHER_BREAK = Pattern.compile("(?<!\r)\n|\r(?!\n)");

    private final AbstractDocument document;
    private final EditHistory history = new EditHistory();
    private final IntConsumer lineLength;
    private final Runnable changed;
    private boolean windows;
    private boolean quiet;
    private int longest;
    private TemplateDraft draft = TemplateDraft.of("");

    /**
     * Takes over a document.
     *
     * @param lineLength gets the length of the longest line that there will be, or was and may be brought back, before
     *     the document has it
     * @param changed is run after each change, of whatever origin
     */
    TemplateDocument(AbstractDocument document, IntConsumer lineLength, Runnable changed) {
        this.document = document;
        this.lineLength = lineLength;
        this.changed = changed;
        document.addUndoableEditListener(history);
        document.setDocumentFilter(new WholeSteps());
        document.addDocumentListener(new Watch());
    }

    /** The text, with the line breaks it came with. */
    String text() {
        return given(draft.text());
    }

    /** A text of this document with the line breaks that it came with. */
    String given(String text) {
        return windows ? text.replace("\n", WINDOWS_BREAK) : text;
    }

    /** The text as it stands in the document, in rows. */
    TemplateDraft draft() {
        return draft;
    }

    /** Shows another text. Nothing that was before can be brought back. */
    void show(String text) {
        // A text area shows line feeds alone; a mixture is left as it is.
        windows = text.contains(WINDOWS_BREAK) && !OTHER_BREAK.matcher(text).find();
        replace(0, document.getLength(), inDocument(text));
        history.discardAllEdits();
        longest = longestLine(draft.text());
        lineLength.accept(longest);
        changed.run();
    }

    private String inDocument(String text) {
        return windows ? text.replace(WINDOWS_BREAK, "\n") : text;
    }

    /** Puts another text in place of this one, as one step. */
    void replaceAll(String text) {
        replace(0, document.getLength(), text.replace(WINDOWS_BREAK, "\n"));
        changed.run();
    }

    /** Changes the text, as one step. */
    void apply(TextEdit edit) {
        if (!edit.changesNothing()) {
            replace(edit.offset(), edit.length(), edit.replacement());
            changed.run();
        }
    }

    private void replace(int offset, int length, String replacement) {
        history.seal();
        quietly(() -> {
            try {
                document.replace(offset, length, replacement, null);
            } catch (BadLocationException e) {
                throw new IllegalArgumentException(e);
            }
        });
        history.seal();
    }

    boolean canUndo() {
        return history.canUndo();
    }

    boolean canRedo() {
        return history.canRedo();
    }

    void undo() {
        if (history.canUndo()) {
            quietly(history::undo);
            changed.run();
        }
    }

    void redo() {
        if (history.canRedo()) {
            quietly(history::redo);
            changed.run();
        }
    }

    /** A step may consist of several changes of the document; no listener hears of the states between them. */
    private void quietly(Runnable action) {
        quiet = true;
        try {
            action.run();
        } finally {
            quiet = false;
            read();
        }
    }

    private static int longestLine(String text) {
        return text.lines().mapToInt(String::length).max().orElse(0);
    }

    private void read() {
        try {
            draft = TemplateDraft.of(document.getText(0, document.getLength()));
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A replacement is a removal and an insertion. */
    private final class WholeSteps extends DocumentFilter {
        @Override
        public void insertString(FilterBypass bypass, int offset, String text, AttributeSet attributes)
                throws BadLocationException {
            announce(offset, 0, text);
            bypass.insertString(offset, text, attributes);
        }

        private void announce(int offset, int length, String text) {
            String whole = draft.text();
            String other = whole.substring(0, offset) + text + whole.substring(offset + length);
            longest = Math.max(longest, longestLine(other));
            lineLength.accept(longest);
        }

        @Override
        public void replace(FilterBypass bypass, int offset, int length, String text, AttributeSet attributes)
                throws BadLocationException {
            announce(offset, length, StringUtils.defaultString(text));
            if (length == 0) {
                bypass.insertString(offset, text, attributes);
                return;
            }
            BadLocationException[] refused = new BadLocationException[1];
            history.asOne(() -> {
                try {
                    bypass.replace(offset, length, text, attributes);
                } catch (BadLocationException e) {
                    refused[0] = e;
                }
            });
            if (refused[0] != null) {
                throw refused[0];
            }
        }
    }

    private final class Watch implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            update();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            update();
        }

        private void update() {
            if (!quiet) {
                read();
                changed.run();
            }
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            // Nothing but attributes.
        }
    }
}
