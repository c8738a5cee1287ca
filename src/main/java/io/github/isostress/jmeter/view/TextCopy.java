package io.github.isostress.jmeter.view;

import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.TransferHandler;

/** Copies what is selected as text. */
final class TextCopy extends TransferHandler {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<String> selected;

    /** Copies the text that the supplier gives; an empty text is not copied. */
    TextCopy(Supplier<String> selected) {
        this.selected = selected;
    }

    @Override
    public int getSourceActions(JComponent source) {
        return COPY;
    }

    @Override
    protected Transferable createTransferable(JComponent source) {
        String text = selected.get();
        return text.isEmpty() ? null : new StringSelection(text);
    }
}
