package io.github.isostress.jmeter.editor;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** The text on the clipboard of the system. */
final class RowClipboard {
    private final Supplier<Clipboard> clipboard;

    RowClipboard(Supplier<Clipboard> clipboard) {
        this.clipboard = clipboard;
    }

    /** Whether the text could be put there: another program may be using the clipboard. */
    boolean put(String text) {
        try {
            clipboard.get().setContents(new StringSelection(text), null);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** The text that is there; empty if there is none, or another program is using the clipboard. */
    Optional<String> text() {
        try {
            String text = (String) clipboard.get().getData(DataFlavor.stringFlavor);
            return Optional.of(text).filter(found -> !found.isBlank());
        } catch (UnsupportedFlavorException | IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
