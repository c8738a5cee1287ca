package io.github.isostress.window.screen;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowEvent;
import java.util.stream.Stream;
import javax.swing.JFrame;
import javax.swing.JSplitPane;

/**
 * Does what there is no window manager for on a virtual screen: a dialog that closes gives the keyboard back, a click
 * takes it.
 */
public final class WindowManager {
    private WindowManager() {}

    /** Begins. */
    public static void begin() {
        Toolkit.getDefaultToolkit()
                .addAWTEventListener(WindowManager::see, AWTEvent.WINDOW_EVENT_MASK | AWTEvent.COMPONENT_EVENT_MASK);
    }

    /** Gives a window the keyboard, and in it whatever is to have it. */
    public static void giveKeyboardTo(Window window) {
        Component last = window.getMostRecentFocusOwner();
        (last == null ? window : last).requestFocus();
    }

    private static void see(AWTEvent event) {
        boolean closed = event.getID() == WindowEvent.WINDOW_CLOSED || event.getID() == ComponentEvent.COMPONENT_HIDDEN;
        if (closed
                && event.getSource() instanceof Dialog dialog
                && dialog.getOwner() != null
                && dialog.getOwner().isShowing()) {
            giveKeyboardTo(dialog.getOwner());
        }
    }

    /** Puts a frame into the corner of the screen, with that size; what is in its first split stays as wide as said. */
    public static void place(JFrame frame, Dimension size, int left) {
        frame.setExtendedState(Frame.NORMAL);
        frame.setBounds(new Rectangle(size));
        frame.validate();
        splits(frame.getContentPane()).findFirst().ifPresent(split -> split.setDividerLocation(left));
    }

    private static Stream<JSplitPane> splits(Container container) {
        return Stream.of(container.getComponents())
                .filter(Container.class::isInstance)
                .map(Container.class::cast)
                .flatMap(part -> part instanceof JSplitPane split ? Stream.of(split) : splits(part));
    }
}
