package io.github.isostress.window;

import io.github.isostress.support.Await;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.HashSet;
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
    private final Hand hand;

    Keyboard(Hand hand) {
        this.hand = hand;
    }

    /** The fields of a part of the window to which Tab, or Shift+Tab, never comes, or which are then out of sight. */
    List<String> unreachable(Pane pane) {
        List<Component> fields = Edt.get(() -> fields(pane.root()));
        if (fields.isEmpty()) {
            return List.of();
        }
        List<String> unreachable = new ArrayList<>(unreachable(fields));
        unreachable.addAll(unreachable(fields, KeyEvent.VK_SHIFT));
        return unreachable;
    }

    private List<String> unreachable(List<Component> fields, int... held) {
        hand.focus(fields.get(0));
        Set<Component> reached = new LinkedHashSet<>();
        Set<Component> seen = new HashSet<>();
        Component owner = Hand.focusOwner();
        while (reached.add(owner)) {
            owner = next(owner, held);
            if (isInSight(owner)) {
                seen.add(owner);
            }
        }
        return Edt.get(() -> fields.stream()
                .filter(field -> !seen.contains(field))
                .map(field -> Names.described(field) + (reached.contains(field) ? " is out of sight" : ""))
                .toList());
    }

    /** A table without rows has no height. */
    private static boolean isInSight(Component field) {
        return Edt.get(() -> field instanceof JComponent part
                && (part.getHeight() == 0 || !part.getVisibleRect().isEmpty()));
    }

    private Component next(Component owner, int... held) {
        hand.press(KeyEvent.VK_TAB, held);
        Await.until("Tab leaves " + Names.described(owner), () -> {
            Component now = Hand.focusOwner();
            return now != null && now != owner;
        });
        return Objects.requireNonNull(Hand.focusOwner());
    }

    /** The fields that have no accessible name, or no tooltip of their own or of a bigger field. */
    List<String> unexplained(Pane pane) {
        return Edt.get(() -> fields(pane.root()).stream()
                .filter(field -> !Names.isInTitle(field))
                .filter(field -> !(hasName(field) && hasTooltip(field)))
                .map(field -> Names.described(field) + (hasName(field) ? " has no tooltip" : " has no name"))
                .toList());
    }

    private static boolean hasName(Component field) {
        return !Names.of(field).isEmpty();
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
