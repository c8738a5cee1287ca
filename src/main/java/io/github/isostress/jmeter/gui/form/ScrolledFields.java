package io.github.isostress.jmeter.gui.form;

import java.awt.AWTEvent;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.FocusEvent;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import javax.swing.SwingUtilities;

/**
 * Fields that scroll by themselves where the window is too low for them, so that tabs, and what stands below them, stay
 * in sight. The field to which Tab has come is in sight, too. Used on the event thread.
 */
public final class ScrolledFields extends JScrollPane {
    private static final long serialVersionUID = 1L;
    private static final int LINES_IN_SIGHT = 8;

    private final JPanel fields = new Fields();
    private final transient AWTEventListener showing = event -> show((FocusEvent) event);

    /** Scrolls these. */
    public ScrolledFields(JComponent content) {
        super(VERTICAL_SCROLLBAR_AS_NEEDED, HORIZONTAL_SCROLLBAR_AS_NEEDED);
        fields.add(content, BorderLayout.NORTH);
        setViewportView(fields);
        setBorder(null);
    }

    @Override
    public void addNotify() {
        super.addNotify();
        Toolkit.getDefaultToolkit().addAWTEventListener(showing, AWTEvent.FOCUS_EVENT_MASK);
    }

    @Override
    public void removeNotify() {
        Toolkit.getDefaultToolkit().removeAWTEventListener(showing);
        super.removeNotify();
    }

    /** What the mouse has reached is in sight, and must not move away under it. */
    private void show(FocusEvent event) {
        boolean isByTab = event.getCause() == FocusEvent.Cause.TRAVERSAL_FORWARD
                || event.getCause() == FocusEvent.Cause.TRAVERSAL_BACKWARD;
        if (event.getID() == FocusEvent.FOCUS_GAINED
                && isByTab
                && SwingUtilities.isDescendingFrom(event.getComponent(), fields)) {
            Component reached = whole(event.getComponent());
            fields.scrollRectToVisible(
                    SwingUtilities.convertRectangle(reached.getParent(), reached.getBounds(), fields));
        }
    }

    /** A text that scrolls, too, is seen by the window that it scrolls in. */
    private Component whole(Component field) {
        return field.getParent() instanceof JViewport window && window != getViewport() ? window.getParent() : field;
    }

    /** As wide as the window, down to where fields would be cut; as high as they are. */
    private static final class Fields extends JPanel implements Scrollable {
        private static final long serialVersionUID = 1L;

        Fields() {
            super(new BorderLayout());
        }

        @Override
        public Dimension getPreferredScrollableViewportSize() {
            int inSight = LINES_IN_SIGHT * line();
            return new Dimension(getMinimumSize().width, Math.min(inSight, getPreferredSize().height));
        }

        private int line() {
            return getFontMetrics(getFont()).getHeight();
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return getParent().getWidth() >= getMinimumSize().width;
        }

        @Override
        public boolean getScrollableTracksViewportHeight() {
            return getParent().getHeight() >= getPreferredSize().height;
        }

        @Override
        public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
            return line();
        }

        @Override
        public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
            return visible.height - line();
        }
    }
}
