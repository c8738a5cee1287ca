package io.github.isostress.window;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.accessibility.AccessibleContext;
import javax.swing.CellRendererPane;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.border.Border;
import javax.swing.border.CompoundBorder;
import javax.swing.border.TitledBorder;
import org.apache.jmeter.util.JMeterUtils;

/** What components are called by those who see or hear them; all is to be asked on the event thread. */
final class Names {
    private Names() {}

    /** The name that a screen reader says, without the colon of a label; empty for none. */
    static String of(Component component) {
        AccessibleContext context = component.getAccessibleContext();
        String name = context == null ? null : context.getAccessibleName();
        if (name == null || component instanceof JTabbedPane) {
            return "";
        }
        if (component instanceof JPanel panel && name.equals(title(panel))) {
            return "";
        }
        return name.strip().replaceFirst(":$", "");
    }

    /** The title in a component's border; empty for none. */
    static String title(JComponent component) {
        return titled(component.getBorder())
                .map(TitledBorder::getTitle)
                .findFirst()
                .orElse("");
    }

    /** The titled borders in a border. */
    static Stream<TitledBorder> titled(Border border) {
        if (border instanceof CompoundBorder both) {
            return Stream.concat(titled(both.getOutsideBorder()), titled(both.getInsideBorder()));
        }
        return border instanceof TitledBorder titled && titled.getTitle() != null ? Stream.of(titled) : Stream.of();
    }

    /** Whether JMeter has put it on top of the panel: title, name and comments. */
    static boolean isInTitle(Component component) {
        return component != null && (isTitle(component) || isInTitle(component.getParent()));
    }

    private static boolean isTitle(Component component) {
        String comments = JMeterUtils.getResString("testplan_comments");
        return component instanceof Container container
                && Stream.of(container.getComponents())
                        .anyMatch(part -> part instanceof JLabel label && comments.equals(label.getText()));
    }

    /** A component in words, for messages. */
    static String described(Component component) {
        if (component == null) {
            return "nothing";
        }
        String name = of(component);
        String kind = component.getClass().getSimpleName();
        return (kind.isEmpty() ? component.getClass().getSuperclass().getSimpleName() : kind)
                + (name.isEmpty() ? "" : " \"" + name + "\"");
    }

    /** Whether no part of a component is scrolled away or cut. */
    static boolean isWholeInSight(Component component) {
        return component instanceof JComponent part
                && part.getVisibleRect().equals(new Rectangle(part.getSize()))
                && part.isShowing();
    }

    /** All that can be seen in a component, itself first. */
    static List<Component> showing(Component root) {
        List<Component> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static void collect(Component component, List<Component> all) {
        if (!component.isShowing() || component instanceof CellRendererPane) {
            return;
        }
        all.add(component);
        if (component instanceof Container container) {
            for (Component part : container.getComponents()) {
                collect(part, all);
            }
        }
    }
}
