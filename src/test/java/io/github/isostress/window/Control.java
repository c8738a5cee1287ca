package io.github.isostress.window;

import io.github.isostress.support.Await;
import java.awt.event.KeyEvent;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.text.JTextComponent;

/** A button or a field, as it is used. */
final class Control {
    private final Hand hand;
    private final JComponent component;

    Control(Hand hand, JComponent component) {
        this.hand = hand;
        this.component = component;
    }

    /** Clicks it as soon as it can be used. */
    void press() {
        Await.until(Names.described(component) + " can be used", this::isUsable);
        hand.click(component);
    }

    /** Whether it is neither grey nor hidden. */
    boolean isUsable() {
        return Edt.get(() -> component.isShowing() && component.isEnabled());
    }

    /** Whether its box is checked. */
    boolean isChecked() {
        return Edt.get(() -> ((AbstractButton) component).isSelected());
    }

    /** Clicks into it and types this text in place of the one there. */
    void type(String text) {
        enter();
        hand.type(text);
        awaitText(text);
    }

    /** As {@link #type}, with the text from the clipboard. */
    void paste(String text) {
        enter();
        hand.paste(text);
        awaitText(text);
    }

    private void enter() {
        JTextComponent field = field();
        Await.until(Names.described(component) + " can be written", () -> Edt.get(field::isEditable) && isUsable());
        hand.click(field);
        hand.focus(field);
        hand.press(KeyEvent.VK_A, KeyEvent.VK_CONTROL);
    }

    private void awaitText(String text) {
        try {
            Await.until("it holds what was typed", () -> text().equals(text));
        } catch (AssertionError e) {
            throw new AssertionError(Names.described(component) + " holds \"" + text() + "\", not \"" + text + "\"", e);
        }
    }

    /** Chooses one of the entries. */
    void choose(String entry) {
        Edt.run(() -> ((JComboBox<?>) component).setSelectedItem(entry));
    }

    /** What it shows. */
    String text() {
        if (component instanceof JComboBox<?> choice && !Edt.get(choice::isEditable)) {
            return Edt.get(() -> String.valueOf(choice.getSelectedItem()));
        }
        JTextComponent field = field();
        return Edt.get(field::getText);
    }

    private JTextComponent field() {
        return Edt.get(() -> Names.showing(component).stream()
                .filter(JTextComponent.class::isInstance)
                .map(JTextComponent.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(Names.described(component) + " has no text")));
    }
}
