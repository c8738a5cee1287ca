package io.github.isostress.jmeter.view;

import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;

/** ReadOnlyText to read: wrapped, and one can select and copy parts of them. */
final class ReadOnlyText {
    private ReadOnlyText() {}

    /** Sentences that look like a label. */
    static JTextArea sentences() {
        JTextArea text = readOnly();
        text.setWrapStyleWord(true);
        text.setOpaque(false);
        text.setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));
        return text;
    }

    /** Lines in a type of one width, which keeps their columns. */
    static JTextArea columns() {
        JTextArea text = readOnly();
        text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, text.getFont().getSize()));
        return text;
    }

    private static JTextArea readOnly() {
        JTextArea text = new JTextArea();
        text.setEditable(false);
        text.setLineWrap(true);
        return text;
    }
}
