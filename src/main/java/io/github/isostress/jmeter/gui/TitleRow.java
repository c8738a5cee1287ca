package io.github.isostress.jmeter.gui;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import javax.swing.JPanel;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/**
 * JMeter's title of a panel, as wide as there is room: its field of comments asks for the width that it has, and at the
 * least for that, so that a panel would never become narrower again, nor what stands beside it.
 */
final class TitleRow extends JPanel {
    private static final long serialVersionUID = 1L;

    TitleRow(Container title) {
        super(new BorderLayout());
        add(title, BorderLayout.CENTER);
        letTextsShrink(title);
    }

    private static void letTextsShrink(Container part) {
        for (Component inner : part.getComponents()) {
            if (inner instanceof JTextComponent && part.getLayout() instanceof MigLayout rows) {
                rows.setComponentConstraints(inner, "wmin 0");
            } else if (inner instanceof Container container) {
                letTextsShrink(container);
            }
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, super.getPreferredSize().height);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }
}
