package io.github.isostress.jmeter.view;

import io.github.isostress.jmeter.gui.form.FixedWidth;
import io.github.isostress.jmeter.gui.form.TabKey;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;

/** Texts to read: wrapped, and one can select and copy parts of them. */
final class ReadOnlyText {
    private ReadOnlyText() {}

    /** Sentences that look like a label. */
    static JTextArea sentences() {
        JTextArea text = readOnly(new LikeALabel());
        text.setWrapStyleWord(true);
        return text;
    }

    /** Lines in a type of one width, which keeps their columns. */
    static JTextArea columns() {
        JTextArea text = readOnly(new JTextArea());
        FixedWidth.write(text);
        return text;
    }

    private static JTextArea readOnly(JTextArea text) {
        text.setEditable(false);
        text.setLineWrap(true);
        TabKey.leaves(text);
        return text;
    }

    /** Also after a zoom, when the look and feel gives it the border of a field. */
    private static final class LikeALabel extends JTextArea {
        private static final long serialVersionUID = 1L;

        @Override
        public void updateUI() {
            super.updateUI();
            setOpaque(false);
            setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));
        }
    }
}
