package io.github.isostress.jmeter.view;

import java.awt.Component;
import java.awt.Dimension;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;

/** Two components beside each other; where one is hidden, the other takes all the room. */
final class CollapsibleSplit extends JSplitPane {
    private static final long serialVersionUID = 1L;

    /** The room in which the divider was put right last. */
    private int mended;

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

    /** After a zoom the divider may stand where nothing of the first can be seen, however much room there is. */
    @Override
    public void doLayout() {
        super.doLayout();
        Component first = getLeftComponent();
        int room = along(getSize());
        int shown = along(first.getSize());
        boolean isSqueezed = shown <= along(first.getMinimumSize()) && shown < asWanted(room);
        if (first.isVisible() && getRightComponent().isVisible() && isSqueezed && room != mended) {
            mended = room;
            // While it is laid out, the pane forgets that it is to be laid out again.
            SwingUtilities.invokeLater(() -> setDividerLocation(asWanted(room)));
        }
    }

    private int asWanted(int room) {
        int first = along(getLeftComponent().getPreferredSize());
        int spare = room - first - along(getRightComponent().getPreferredSize());
        return Math.max(along(getLeftComponent().getMinimumSize()), first + (int) (spare * getResizeWeight()));
    }

    private int along(Dimension size) {
        return getOrientation() == VERTICAL_SPLIT ? size.height : size.width;
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
