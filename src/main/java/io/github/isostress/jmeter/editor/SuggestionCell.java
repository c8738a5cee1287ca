package io.github.isostress.jmeter.editor;

import io.github.isostress.jmeter.gui.form.ThemeColours;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;

/** Draws a suggestion: what is written, and behind it what it is. */
final class SuggestionCell extends JPanel implements ListCellRenderer<Suggestion> {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 12;

    private final JLabel text = new JLabel();
    private final JLabel summary = new JLabel();

    SuggestionCell() {
        super(new BorderLayout(GAP, 0));
        setBorder(BorderFactory.createEmptyBorder(1, GAP / 2, 1, GAP / 2));
        text.putClientProperty("html.disable", true);
        summary.putClientProperty("html.disable", true);
        add(text, BorderLayout.WEST);
        add(summary, BorderLayout.CENTER);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Suggestion> list, Suggestion value, int index, boolean selected, boolean focused) {
        text.setText(value.text().strip());
        summary.setText(value.summary());
        text.setFont(list.getFont().deriveFont(Font.BOLD));
        text.setPreferredSize(null);
        text.setPreferredSize(new Dimension(widest(list), text.getPreferredSize().height));
        summary.setFont(list.getFont());
        setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        text.setForeground(
                selected
                        ? list.getSelectionForeground()
                        : ThemeColours.formula(list.getForeground(), list.getBackground()));
        summary.setForeground(selected ? list.getSelectionForeground() : ThemeColours.quiet(list));
        return this;
    }

    /** The summaries stand below each other. */
    private int widest(JList<? extends Suggestion> list) {
        FontMetrics metrics = text.getFontMetrics(text.getFont());
        return IntStream.range(0, list.getModel().getSize())
                .map(index -> metrics.stringWidth(
                        list.getModel().getElementAt(index).text().strip()))
                .max()
                .orElse(0);
    }
}
