package io.github.isostress.jmeter.gui.form;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * Runs one action for every change of a text.
 *
 * @param action what is done, on the event thread
 */
public record OnChange(Runnable action) implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent event) {
        action.run();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        action.run();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
        // Attributes are no text.
    }
}
