package io.github.isostress.jmeter.gui.form;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * Does the same whatever has changed in a text.
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
        // Only its looks.
    }
}
