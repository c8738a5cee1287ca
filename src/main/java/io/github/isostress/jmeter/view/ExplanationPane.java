package io.github.isostress.jmeter.view;

import java.awt.Dimension;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/**
 * What there is to say of a sample in lines of words. It keeps room for as many lines as there are, up to six, however
 * little room there is for the rest.
 */
final class ExplanationPane extends JScrollPane {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LINES = 6;

    private final JTextArea words = ReadOnlyText.columns();

    ExplanationPane() {
        setViewportView(words);
        setHorizontalScrollBarPolicy(HORIZONTAL_SCROLLBAR_NEVER);
        words.getAccessibleContext().setAccessibleName(ViewLabels.get("sample.words"));
        words.setToolTipText(ViewLabels.get("sample.words.tip"));
    }

    /** Shows lines from their beginning. */
    void show(String lines) {
        words.setText(lines);
        words.setCaretPosition(0);
    }

    @Override
    public Dimension getPreferredSize() {
        int line = words.getFontMetrics(words.getFont()).getHeight();
        int around = getInsets().top + getInsets().bottom + words.getInsets().top + words.getInsets().bottom;
        return new Dimension(0, line * Math.min(MOST_LINES, lines()) + around);
    }

    /** Long lines go on in the next one; what is not shown yet has no width of its own. */
    private int lines() {
        int letters = words.getFontMetrics(words.getFont()).charWidth('0');
        int perLine =
                Math.max(1, (getParent().getWidth() - getVerticalScrollBar().getPreferredSize().width) / letters);
        return words.getText()
                .lines()
                .mapToInt(line -> Math.max(1, (line.length() + perLine - 1) / perLine))
                .sum();
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }
}
