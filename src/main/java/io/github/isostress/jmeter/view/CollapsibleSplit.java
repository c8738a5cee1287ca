package io.github.isostress.jmeter.view;

import java.awt.Component;
import javax.swing.JSplitPane;
import javax.swing.UIManager;

/** Two components beside each other; where one is hidden, the other takes all the room. */
final class CollapsibleSplit extends JSplitPane {
    private static final long serialVersionUID = 1L;

    /**
     * Both are shown.
     *
     * @param orientation as in {@link JSplitPane}
     * @param firstShare how much of what room there is to spare the first gets, 0 to 1
     */
    CollapsibleSplit(int orientation, Component first, Component second, double firstShare) {
        super(orientation, first, second);
        setResizeWeight(firstShare);
        setBorder(null);
    }

    /** Shows one of them, both or none. */
    void show(boolean first, boolean second) {
        if (first != getLeftComponent().isVisible()
                || second != getRightComponent().isVisible()) {
            getLeftComponent().setVisible(first);
            getRightComponent().setVisible(second);
            setDividerSize(first && second ? UIManager.getInt("SplitPane.dividerSize") : 0);
            share();
        }
    }

    /** Puts the divider where the components' sizes ask for it. */
    void share() {
        resetToPreferredSizes();
        revalidate();
    }
}
