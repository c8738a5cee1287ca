package io.github.isostress.jmeter.gui.form;

import java.awt.Container;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.stream.Stream;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;

/** A button that does one thing, with label and tooltip from {@link PanelLabels}. */
public final class ActionButton extends JButton {
    private static final long serialVersionUID = 1L;
    private static final KeyStroke CONTROL_ENTER = KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, InputEvent.CTRL_DOWN_MASK);

    public ActionButton(String labelKey, Runnable action) {
        super(PanelLabels.get(labelKey));
        setName(labelKey);
        setToolTipText(PanelLabels.get(labelKey + ".tip"));
        addActionListener(event -> action.run());
    }

    /**
     * One of two can be pressed: this one, or that which ends what this one has begun. The keyboard stays with the two.
     *
     * @param isBegun whether it is the other one
     */
    public void givesWayTo(ActionButton other, boolean isBegun) {
        boolean hadKeyboard = isFocusOwner() || other.isFocusOwner();
        setEnabled(!isBegun);
        other.setEnabled(isBegun);
        if (hadKeyboard) {
            // Else it would go to the text beside them.
            (isBegun ? other : this).requestFocusInWindow();
        }
    }

    /** Ctrl+Enter presses the button, too, when the focus is anywhere inside the container as it is now. */
    public void pressedByControlEnterIn(JComponent container) {
        pressedBy(container, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        // The syntax text areas have another action on these keys.
        texts(container).forEach(text -> pressedBy(text, JComponent.WHEN_FOCUSED));
    }

    private static Stream<JTextComponent> texts(Container container) {
        return Stream.of(container.getComponents())
                .filter(Container.class::isInstance)
                .map(Container.class::cast)
                .flatMap(part -> part instanceof JTextComponent text ? Stream.of(text) : texts(part));
    }

    private void pressedBy(JComponent component, int condition) {
        component.getInputMap(condition).put(CONTROL_ENTER, getName());
        component.getActionMap().put(getName(), new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                doClick();
            }
        });
    }
}
