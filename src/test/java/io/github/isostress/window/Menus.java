package io.github.isostress.window;

import java.awt.Component;
import java.awt.event.ActionEvent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.MenuSelectionManager;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.gui.action.ActionNames;
import org.apache.jmeter.gui.action.ActionRouter;

/** JMeter's menus and its tool bar; all is to be asked on the event thread. */
final class Menus {
    private Menus() {}

    /** The entry at the end of that way through menus. */
    static JMenuItem item(JPopupMenu menu, String... way) {
        JMenuItem item = entry(menu, way[0]);
        if (way.length == 1) {
            return item;
        }
        return item(((JMenu) item).getPopupMenu(), Arrays.copyOfRange(way, 1, way.length));
    }

    private static JMenuItem entry(JPopupMenu menu, String text) {
        return Arrays.stream(menu.getComponents())
                .filter(JMenuItem.class::isInstance)
                .map(JMenuItem.class::cast)
                .filter(item -> item.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry " + text + " among " + entries(menu)));
    }

    private static String entries(JPopupMenu menu) {
        return Arrays.stream(menu.getComponents())
                .filter(JMenuItem.class::isInstance)
                .map(item -> ((JMenuItem) item).getText())
                .collect(Collectors.joining(", "));
    }

    /** The menu that is open; empty if none is. */
    static Optional<JPopupMenu> open() {
        return Arrays.stream(MenuSelectionManager.defaultManager().getSelectedPath())
                .filter(JPopupMenu.class::isInstance)
                .map(JPopupMenu.class::cast)
                .findFirst();
    }

    /** Chooses an entry of a menu that is open, which closes it. */
    static void choose(JPopupMenu menu, String... way) {
        JMenuItem item = item(menu, way);
        MenuSelectionManager.defaultManager().clearSelectedPath();
        item.doClick(0);
    }

    /** The menu of a menu bar with that name. */
    static JMenu named(JMenuBar bar, String name) {
        return IntStream.range(0, bar.getMenuCount())
                .mapToObj(bar::getMenu)
                .filter(menu -> menu.getText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no menu " + name));
    }

    /** The button of the tool bar for one of JMeter's actions. */
    static AbstractButton tool(String action) {
        for (Component tool : GuiPackage.getInstance().getMainToolbar().getComponents()) {
            if (tool instanceof AbstractButton button && action.equals(button.getActionCommand())) {
                return button;
            }
        }
        throw new AssertionError("the tool bar has no " + action);
    }

    /** Zooms the whole window that many steps, as JMeter's menu does. */
    static void zoomIn(int steps) {
        perform(ActionNames.ZOOM_IN, steps);
    }

    /** Takes a zoom of that many steps back. */
    static void zoomOut(int steps) {
        perform(ActionNames.ZOOM_OUT, steps);
    }

    private static void perform(String action, int times) {
        for (int i = 0; i < times; i++) {
            ActionRouter.getInstance().doActionNow(new ActionEvent(Menus.class, 1, action));
        }
    }
}
