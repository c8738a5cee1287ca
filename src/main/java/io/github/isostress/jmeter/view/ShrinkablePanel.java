package io.github.isostress.jmeter.view;

import java.awt.Dimension;
import java.awt.LayoutManager;
import javax.swing.JPanel;

/**
 * A panel that is as wide as its place and asks for no width: JMeter's results pane gives all its parts the width they
 * ask for, and is then wider than the window.
 */
class ShrinkablePanel extends JPanel {
    private static final long serialVersionUID = 1L;

    ShrinkablePanel(LayoutManager layout) {
        super(layout);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, super.getPreferredSize().height);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(0, super.getMinimumSize().height);
    }
}
