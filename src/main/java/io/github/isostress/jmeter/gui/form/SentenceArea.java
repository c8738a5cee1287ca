package io.github.isostress.jmeter.gui.form;

import java.awt.Color;
import java.awt.Dimension;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;

/** A few lines about what was typed; they look like a label, and can be selected and copied. */
public class SentenceArea extends JTextArea {
    private static final long serialVersionUID = 1L;

    private boolean problem;

    /** An empty area with that many rows. */
    public SentenceArea(int rows) {
        super(rows, 1);
        setEditable(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        TabKey.leaves(this);
        look();
    }

    /**
     * An empty area with that many rows.
     *
     * @param label the key of its label, and with {@code .tip} of its tooltip
     */
    public SentenceArea(String label, int rows) {
        this(rows);
        setName(label);
        getAccessibleContext().setAccessibleName(PanelLabels.get(label));
        setToolTipText(PanelLabels.get(label + ".tip"));
    }

    /** Shows a sentence. */
    public void tell(String text) {
        say(text, false);
    }

    /** Shows a mistake, in another colour. */
    public void refuse(String sentence) {
        say(sentence, true);
    }

    private void say(String text, boolean isProblem) {
        problem = isProblem;
        if (!text.equals(getText())) {
            setText(text);
        }
        look();
    }

    /** Whether a mistake is shown. */
    boolean isProblem() {
        return problem;
    }

    /** As wide as there is room, and no wider: it lets the window become narrower. */
    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, super.getPreferredSize().height);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        look();
    }

    private void look() {
        // A caret that follows the text would scroll the panel to it, away from the field in which the user writes.
        if (getCaret() instanceof DefaultCaret caret) {
            caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        }
        setOpaque(false);
        setBorder(null);
        setFont(UIManager.getFont("Label.font"));
        Color usual = UIManager.getColor("Label.foreground");
        setForeground(usual);
        if (problem && usual != null) {
            setForeground(ThemeColours.problem(UIManager.getColor("Panel.background")));
        }
    }
}
