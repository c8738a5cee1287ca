package io.github.isostress.window;

import io.github.isostress.support.Await;
import java.awt.AWTKeyStroke;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.swing.AbstractButton;
import javax.swing.ButtonModel;
import javax.swing.DefaultButtonModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.text.JTextComponent;

/** What those meet who use no mouse, or have the window read to them. */
final class Keyboard {
    private static final AWTKeyStroke TAB = AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, 0);

    private final Hand hand;

    Keyboard(Hand hand) {
        this.hand = hand;
    }

    /**
     * The fields of a part of the window to which Tab never comes; Ctrl+Tab where Tab is typed or goes to the next
     * cell.
     */
    List<String> unreachable(Pane pane) {
        List<Component> fields = Edt.get(() -> fields(pane.root()));
        if (fields.isEmpty()) {
            return List.of();
        }
        hand.focus(fields.get(0));
        Set<Component> reached = new LinkedHashSet<>();
        Component owner = Hand.focusOwner();
        while (reached.add(owner)) {
            owner = next(owner);
        }
        return Edt.get(() -> fields.stream()
                .filter(field -> !reached.contains(field))
                .map(Names::described)
                .toList());
    }

    private Component next(Component owner) {
        if (owner.getFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS)
                .contains(TAB)) {
            hand.press(KeyEvent.VK_TAB);
        } else {
            hand.press(KeyEvent.VK_TAB, KeyEvent.VK_CONTROL);
        }
        Await.until("Tab leaves " + Names.described(owner), () -> {
            Component now = Hand.focusOwner();
            return now != null && now != owner;
        });
        return Objects.requireNonNull(Hand.focusOwner());
    }

    /** The fields that have no accessible name or no tooltip, themselves or as part of a bigger field. */
    List<String> unexplained(Pane pane) {
        return Edt.get(() -> fields(pane.root()).stream()
                .filter(field -> !Names.isInTitle(field))
                .filter(field -> !(hasName(field) && hasTooltip(field)))
                .map(field -> Names.described(field) + (hasName(field) ? " has no tooltip" : " has no name"))
                .toList());
    }

    private static boolean hasName(Component field) {
        return !Names.of(field).isEmpty() || !Names.of(field.getParent()).isEmpty();
    }

    private static boolean hasTooltip(Component field) {
        return tooltip(field) != null || tooltip(field.getParent()) != null;
    }

    private static String tooltip(Component component) {
        return component instanceof JComponent field ? field.getToolTipText() : null;
    }

    private static List<Component> fields(Component root) {
        List<Component> fields = new ArrayList<>();
        for (Component component : Names.showing(root)) {
            if (component.isFocusable() && component.isEnabled() && isField(component)) {
                fields.add(component);
            }
        }
        return fields;
    }

    private static boolean isField(Component component) {
        if (component instanceof JComboBox<?> choice) {
            return !choice.isEditable();
        }
        if (component instanceof AbstractButton button) {
            return !isUnselectedOfGroup(button.getModel());
        }
        return component instanceof JTextComponent
                || component instanceof JTable
                || component instanceof JTree
                || component instanceof JList;
    }

    private static boolean isUnselectedOfGroup(ButtonModel model) {
        return model instanceof DefaultButtonModel radio
                && radio.getGroup() != null
                && radio.getGroup().getSelection() != model;
    }
}
