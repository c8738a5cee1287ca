package io.github.isostress.jmeter.view;

import java.awt.Dimension;
import java.awt.LayoutManager;
import javax.swing.JPanel;

/**
 * A panel that is as large as its place and asks for no room: JMeter gives all parts of its results pane what they ask
 * for, and then scrolls the whole of it, search and list of samples included.
 */
class ShrinkablePanel extends JPanel {
    private static final long serialVersionUID = 1L;

    ShrinkablePanel(LayoutManager layout) {
        super(layout);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension();
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension();
    }
}
