package io.github.isostress.jmeter.gui.form;

import java.awt.Font;
import javax.swing.UIManager;
import javax.swing.text.JTextComponent;

/** A type of one width, as large as that of the texts around it, also after the user has zoomed. */
public final class FixedWidth {
    private static final int USUAL_SIZE = 12;

    private FixedWidth() {}

    /** Has a text written in it from now on, whatever the look and feel or a theme sets. */
    public static void write(JTextComponent text) {
        text.addPropertyChangeListener("UI", event -> fit(text));
        text.addPropertyChangeListener("font", event -> fit(text));
        text.addHierarchyListener(event -> {
            if (text.isShowing()) {
                // A text with coloured words measures its letters only where it can be seen.
                text.setFont(text.getFont());
            }
        });
        fit(text);
    }

    private static void fit(JTextComponent text) {
        Font around = UIManager.getFont("TextArea.font");
        Font wanted = new Font(Font.MONOSPACED, Font.PLAIN, around == null ? USUAL_SIZE : around.getSize());
        if (!wanted.equals(text.getFont())) {
            text.setFont(wanted);
        }
    }
}
