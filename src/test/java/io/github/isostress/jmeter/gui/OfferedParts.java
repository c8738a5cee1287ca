package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.ChoiceField;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPopupMenu;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.border.TitledBorder;
import org.fife.ui.rtextarea.RTextArea;

/** What a component offers to a user, found in the component itself and in all within it, hidden tabs included. */
final class OfferedParts {
    private static final String OURS = "io.github.isostress.";
    private static final List<Integer> CONDITIONS = List.of(
            JComponent.WHEN_FOCUSED, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, JComponent.WHEN_IN_FOCUSED_WINDOW);

    private final Container whole;

    OfferedParts(Container whole) {
        this.whole = whole;
    }

    private Stream<Component> parts() {
        return Stream.concat(Stream.of(whole), Parts.of(whole));
    }

    /** The titles of the outermost tabs; empty if there are none. */
    List<String> tabs() {
        return parts().filter(JTabbedPane.class::isInstance)
                .findFirst()
                .map(tabs -> ownTexts(tabs).toList())
                .orElse(List.of());
    }

    /** The texts of tabs, blocks, labels, buttons, columns and menu entries; a title that counts bytes without them. */
    Set<String> words() {
        return parts().flatMap(OfferedParts::texts)
                .filter(Objects::nonNull)
                .map(text -> text.strip().replaceFirst(":$|, no bytes$", ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> texts(Component part) {
        Stream<String> title =
                part instanceof JComponent component && component.getBorder() instanceof TitledBorder border
                        ? Stream.of(border.getTitle())
                        : Stream.empty();
        return Stream.of(ownTexts(part), title, menuTexts(part)).flatMap(each -> each);
    }

    private static Stream<String> ownTexts(Component part) {
        if (part instanceof JTabbedPane tabs) {
            return IntStream.range(0, tabs.getTabCount()).mapToObj(tabs::getTitleAt);
        }
        if (part instanceof JTable table) {
            return IntStream.range(0, table.getColumnCount()).mapToObj(table::getColumnName);
        }
        if (part instanceof AbstractButton button) {
            return Stream.of(button.getText());
        }
        return part instanceof JLabel label ? Stream.of(label.getText()) : Stream.empty();
    }

    private static Stream<String> menuTexts(Component part) {
        JPopupMenu menu = null;
        if (part instanceof RTextArea area) {
            menu = area.getPopupMenu();
        } else if (part instanceof JComponent component) {
            menu = component.getComponentPopupMenu();
        }
        return menu == null
                ? Stream.empty()
                : Arrays.stream(menu.getComponents()).flatMap(OfferedParts::ownTexts);
    }

    /** What its choice fields offer. */
    Set<String> choices() {
        return parts().filter(ChoiceField.class::isInstance)
                .map(part -> (ChoiceField) part)
                .flatMap(box -> IntStream.range(0, box.getItemCount()).mapToObj(box::getItemAt))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys that we have bound, as in {@code Ctrl+Enter}; not those that Swing binds for every component. */
    Set<String> keys() {
        return parts().filter(JComponent.class::isInstance)
                .map(JComponent.class::cast)
                .flatMap(part -> CONDITIONS.stream().flatMap(condition -> keys(part, condition)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keys(JComponent part, int condition) {
        InputMap bound = part.getInputMap(condition);
        return bound == null || bound.keys() == null
                ? Stream.empty()
                : Arrays.stream(bound.keys())
                        .filter(key -> isOurs(part, part.getActionMap().get(bound.get(key))))
                        .map(OfferedParts::words);
    }

    private static boolean isOurs(JComponent part, Action action) {
        return action != null
                && (isOurs(action)
                        || isOurs(part) && action.getClass().getName().startsWith("javax.swing.Transfer"));
    }

    private static boolean isOurs(Object object) {
        return object.getClass().getName().startsWith(OURS);
    }

    private static String words(KeyStroke key) {
        String modifiers = InputEvent.getModifiersExText(key.getModifiers());
        String name = KeyEvent.getKeyText(key.getKeyCode());
        return modifiers.isEmpty() ? name : modifiers + "+" + name;
    }
}
