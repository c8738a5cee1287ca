package io.github.isostress.window;

import io.github.isostress.support.Await;
import java.awt.Component;
import java.awt.Container;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.text.JTextComponent;

/** A part of the window, in which things are found by what the user calls them, as soon as they are to be seen. */
public final class Pane {
    private final Hand hand;
    private final Component root;

    Pane(Hand hand, Component root) {
        this.hand = hand;
        this.root = root;
    }

    public Component root() {
        return root;
    }

    /** The button or check box with that text. */
    Control button(String text) {
        return new Control(hand, find("button", AbstractButton.class, text, any -> true));
    }

    /** The field with that label: a text, a choice, a file name. */
    Control field(String label) {
        return new Control(hand, find("field", JComponent.class, label, Pane::isField));
    }

    private static boolean isField(JComponent component) {
        return component instanceof JTextComponent
                || component instanceof JComboBox
                || component instanceof JSpinner
                || component instanceof JPanel;
    }

    /** The table with that accessible name. */
    public Rows table(String name) {
        return new Rows(hand, find("table", JTable.class, name, any -> true));
    }

    /** The tree with that accessible name. */
    Branches tree(String name) {
        return new Branches(hand, find("tree", JTree.class, name, any -> true));
    }

    /** The one tree that can be seen. */
    Branches branches() {
        return new Branches(hand, await("tree", JTree.class, "any", tree -> "any"));
    }

    /** Chooses an entry in the one list of choices that has it. */
    void choose(String entry) {
        JComboBox<?> choice = await("choice", JComboBox.class, entry, box -> has(box, entry) ? entry : "");
        Edt.run(() -> IntStream.range(0, choice.getItemCount())
                .filter(i -> entry.equals(String.valueOf(choice.getItemAt(i))))
                .findFirst()
                .ifPresent(choice::setSelectedIndex));
        InputArrival.rest();
    }

    /** What is chosen in the one list of choices that has that entry. */
    String chosen(String entry) {
        JComboBox<?> choice = await("choice", JComboBox.class, entry, box -> has(box, entry) ? entry : "");
        return Edt.get(() -> String.valueOf(choice.getSelectedItem()));
    }

    private static boolean has(JComboBox<?> choice, String entry) {
        return IntStream.range(0, choice.getItemCount())
                .anyMatch(i -> entry.equals(String.valueOf(choice.getItemAt(i))));
    }

    /** The part inside the border with that title. */
    Pane block(String title) {
        return new Pane(hand, await("block", JComponent.class, title, Names::title));
    }

    /** Turns to the tab with that title and gives its page. */
    public Pane tab(String title) {
        JTabbedPane pages = await("tab", JTabbedPane.class, title, tabs -> {
            int index = tabs.indexOfTab(title);
            return index < 0 ? String.join(", ", titles(tabs)) : title;
        });
        int index = Edt.get(() -> pages.indexOfTab(title));
        hand.click(pages, Edt.get(() -> pages.getBoundsAt(index)));
        Await.until("the tab " + title + " is turned to", () -> Edt.get(() -> pages.getSelectedIndex() == index));
        return new Pane(hand, Edt.get(pages::getSelectedComponent));
    }

    /** Turns to the first tabs: a panel is the same for all elements of its kind, and stays at the tab it had. */
    static void turnBack(Component part) {
        if (part instanceof JTabbedPane tabs && tabs.getTabCount() > 0) {
            tabs.setSelectedIndex(0);
        }
        if (part instanceof Container container) {
            for (Component inner : container.getComponents()) {
                turnBack(inner);
            }
        }
    }

    /** The titles of the outermost tabs; none where there are no tabs. */
    List<String> tabs() {
        return Edt.get(() -> Names.showing(root).stream()
                .filter(JTabbedPane.class::isInstance)
                .map(JTabbedPane.class::cast)
                .findFirst()
                .map(Pane::titles)
                .orElse(List.of()));
    }

    private static List<String> titles(JTabbedPane tabs) {
        return IntStream.range(0, tabs.getTabCount()).mapToObj(tabs::getTitleAt).toList();
    }

    /** All texts that can be read in it, a line each. */
    public String words() {
        return Edt.get(() -> ReadableText.in(root));
    }

    /** Returns as soon as that can be read in it. */
    public Pane awaitWords(String... wanted) {
        for (String words : wanted) {
            try {
                Await.until("\"" + words + "\" can be read", () -> words().contains(words));
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "; what can be read:\n" + words(), e);
            }
        }
        return this;
    }

    /** Returns as soon as a part of it with these words is in sight as a whole: not scrolled away, nor cut. */
    public Pane awaitInSight(String words) {
        Await.until(
                "\"" + words + "\" is in sight",
                () -> Edt.get(() -> Names.showing(root).stream()
                        .filter(component -> ReadableText.drawn(component, "").contains(words))
                        .anyMatch(Names::isWholeInSight)));
        return this;
    }

    private <C extends JComponent> C find(String kind, Class<C> type, String name, Predicate<C> condition) {
        return await(
                kind,
                type,
                name,
                component -> component instanceof JLabel || !condition.test(component) ? "" : Names.of(component));
    }

    private <C extends JComponent> C await(String kind, Class<C> type, String name, Naming<C> naming) {
        AtomicReference<C> found = new AtomicReference<>();
        try {
            Await.until("there is a " + kind + " \"" + name + "\"", () -> {
                found.set(Edt.get(() -> candidates(type)
                        .filter(candidate -> naming.name(candidate).equals(name))
                        .findFirst()
                        .orElse(null)));
                return found.get() != null;
            });
        } catch (AssertionError e) {
            String others = Edt.get(() -> candidates(type)
                    .map(naming::name)
                    .filter(any -> !any.isEmpty())
                    .collect(Collectors.joining(", ")));
            throw new AssertionError(e.getMessage() + "; there is: " + others, e);
        }
        return found.get();
    }

    private <C extends Component> java.util.stream.Stream<C> candidates(Class<C> type) {
        return Names.showing(root).stream().filter(type::isInstance).map(type::cast);
    }

    private interface Naming<C> {
        String name(C component);
    }
}
