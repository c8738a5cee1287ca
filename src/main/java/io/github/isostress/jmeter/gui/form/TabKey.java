package io.github.isostress.jmeter.gui.form;

import java.awt.AWTKeyStroke;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Set;

/** What the Tab key does. */
public final class TabKey {
    private static final Set<AWTKeyStroke> FORWARD = keys(0);
    private static final Set<AWTKeyStroke> BACKWARD = keys(InputEvent.SHIFT_DOWN_MASK);

    private TabKey() {}

    /** Tab and Shift+Tab leave the component instead of being typed into it, with Ctrl as without, as everywhere. */
    public static void leaves(Component component) {
        component.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, FORWARD);
        component.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, BACKWARD);
    }

    private static Set<AWTKeyStroke> keys(int held) {
        return Set.of(
                AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, held),
                AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, held | InputEvent.CTRL_DOWN_MASK));
    }
}
