package io.github.isostress.jmeter.gui.form;

import java.awt.Component;
import java.awt.Container;
import javax.swing.AbstractButton;
import javax.swing.JComponent;

/** What a field is called by those who hear the panel, and what its tooltip says, wherever in it they are. */
final class FieldNames {
    private FieldNames() {}

    /** Names a field and its parts; a button in it keeps its own word in front. */
    static void name(Component field, String name) {
        if (field.getAccessibleContext() != null) {
            field.getAccessibleContext().setAccessibleName(name);
        }
        if (field instanceof Container container) {
            for (Component part : container.getComponents()) {
                boolean hasWord = part instanceof AbstractButton button
                        && button.getText() != null
                        && !button.getText().isEmpty()
                        && !button.getText().equals(name);
                name(part, hasWord ? ((AbstractButton) part).getText() + " " + name : name);
            }
        }
    }

    /** A tooltip wherever in the field the mouse points. */
    static void describe(Component field, String tip) {
        if (field instanceof JComponent component) {
            component.setToolTipText(tip);
        }
        if (field instanceof Container container) {
            for (Component part : container.getComponents()) {
                describe(part, tip);
            }
        }
    }
}
