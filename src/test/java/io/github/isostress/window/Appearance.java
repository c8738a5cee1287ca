package io.github.isostress.window;

import io.github.isostress.support.Await;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JLayeredPane;
import javax.swing.JRootPane;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JViewport;
import javax.swing.ScrollPaneConstants;

/** What is wrong with the way a part of the window looks: cut texts, things on top of each other or outside. */
public final class Appearance {
    private static final int FEWEST_LINES = 3;

    private final List<String> flaws = new ArrayList<>();

    private Appearance() {}

    /** The flaws of what can be seen of a component, a sentence each. */
    public static List<String> flaws(Component root) {
        return Edt.get(() -> {
            Appearance appearance = new Appearance();
            appearance.examineWidth(root);
            Names.showing(root).stream()
                    .filter(component -> !Names.isInTitle(component))
                    .forEach(appearance::examine);
            return appearance.flaws;
        });
    }

    /** Returns as soon as there are none; fails with those that stay. */
    static void awaitFlawless(Component root) {
        AtomicReference<List<String>> last = new AtomicReference<>(List.of());
        try {
            Await.until("all has its room", () -> {
                last.set(flaws(root));
                return last.get().isEmpty();
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; what is wrong:\n" + String.join("\n", last.get()), e);
        }
    }

    private void examineWidth(Component root) {
        if (root.getParent() instanceof JViewport window && root.getWidth() > window.getWidth()) {
            flaws.add(where(root) + " is wider than its part of the window, " + window.getWidth());
        }
    }

    private void examine(Component component) {
        flaws.addAll(CutText.in(component));
        if (component instanceof JTabbedPane tabs) {
            examineTabs(tabs);
        }
        if (component instanceof JScrollPane scroll) {
            examineScrolling(scroll);
        }
        if (component instanceof Container container && !(component instanceof JLayeredPane)) {
            examineParts(container);
        }
    }

    private void examineTabs(JTabbedPane tabs) {
        for (int i = 0; i < tabs.getTabCount(); i++) {
            Rectangle bounds = tabs.getBoundsAt(i);
            if (bounds == null || !new Rectangle(tabs.getSize()).contains(bounds)) {
                flaws.add("the tab \"" + tabs.getTitleAt(i) + "\" is outside its bar");
            }
        }
    }

    private void examineScrolling(JScrollPane scroll) {
        Component view = scroll.getViewport().getView();
        boolean neverSideways = scroll.getHorizontalScrollBarPolicy() == ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER;
        if (view != null
                && neverSideways
                && view.getWidth() > scroll.getViewport().getWidth()) {
            flaws.add(Names.described(view) + " is wider than its scroll pane, which scrolls up and down only");
        }
        if (view != null && isSlit(scroll.getViewport(), view)) {
            flaws.add(Names.described(view) + " is seen through a slit of "
                    + scroll.getViewport().getHeight());
        }
    }

    private static boolean isSlit(JViewport viewport, Component view) {
        int line = view.getFontMetrics(view.getFont()).getHeight();
        return view.getHeight() > viewport.getHeight() && viewport.getHeight() < FEWEST_LINES * line;
    }

    private void examineParts(Container container) {
        Rectangle inside = new Rectangle(container.getSize());
        List<Component> parts = new ArrayList<>();
        for (Component part : container.getComponents()) {
            if (part.isShowing() && !part.getBounds().isEmpty()) {
                parts.add(part);
            }
        }
        boolean scrolls = container instanceof JViewport || container instanceof JRootPane;
        for (Component part : parts) {
            if (!scrolls && !inside.contains(part.getBounds())) {
                flaws.add(where(part) + " lies outside " + where(container));
            }
        }
        examineOverlaps(parts);
    }

    private void examineOverlaps(List<Component> parts) {
        for (int i = 0; i < parts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (isLaidOver(parts.get(i), parts.get(j))) {
                    flaws.add(where(parts.get(i)) + " overlaps " + where(parts.get(j)));
                }
            }
        }
    }

    private static boolean isLaidOver(Component one, Component other) {
        boolean glass = one.getParent() instanceof JRootPane;
        return !glass && one.getBounds().intersects(other.getBounds());
    }

    private static String where(Component component) {
        Rectangle bounds = component.getBounds();
        return Names.described(component) + " (" + bounds.x + "," + bounds.y + " " + bounds.width + "x" + bounds.height
                + ")";
    }
}
