package io.github.isostress.jmeter.gui.form;

import javax.swing.JTextArea;
import javax.swing.UIManager;

/** A sentence or two in a panel: as wide as there is room, in as many lines as it needs; can be copied. */
public final class Remark extends JTextArea {
    private static final long serialVersionUID = 1L;

    public Remark(String labelKey) {
        setEditable(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setOpaque(false);
        setBorder(null);
        setName(labelKey);
        getAccessibleContext().setAccessibleName(PanelLabels.get(labelKey));
        setToolTipText(PanelLabels.get(labelKey));
    }

    /** Looks like a label under every look and feel. */
    @Override
    public void updateUI() {
        super.updateUI();
        setFont(UIManager.getFont("Label.font"));
    }

    /** Shows a text. An empty text takes no room. */
    public void say(String text) {
        setText(text);
        setCaretPosition(0);
        setVisible(!text.isEmpty());
    }
}
