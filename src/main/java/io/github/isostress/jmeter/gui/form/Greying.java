package io.github.isostress.jmeter.gui.form;

import java.awt.Component;
import java.awt.Container;
import javax.swing.JComboBox;
import org.apache.jmeter.gui.JBooleanPropertyEditor;
import org.apache.jorphan.gui.JEditableCheckBox;

/**
 * Greys everything on a page out while its check box is off. An expression may turn out true, so then nothing is grey.
 */
public final class Greying {
    private final JBooleanPropertyEditor flag;
    private final Container page;

    private Greying(JBooleanPropertyEditor flag, Container page) {
        this.flag = flag;
        this.page = page;
    }

    /** From now on the page follows the check box, which may be on it. */
    public static void out(Container page, JBooleanPropertyEditor unless) {
        Greying greying = new Greying(unless, page);
        unless.addPropertyChangeListener(JEditableCheckBox.VALUE_PROPERTY, event -> greying.follow());
        greying.follow();
    }

    private void follow() {
        enable(page, mayBeOn());
    }

    private boolean mayBeOn() {
        JEditableCheckBox.Value value = flag.getValue();
        if (value instanceof JEditableCheckBox.Value.Boolean checked) {
            return checked.getValue();
        }
        return !(value instanceof JEditableCheckBox.Value.Text text
                && text.getValue().equals("false"));
    }

    private void enable(Container container, boolean enabled) {
        for (Component part : container.getComponents()) {
            if (part != flag) {
                part.setEnabled(enabled);
                if (part instanceof Container inner
                        && !(part instanceof JComboBox<?> || part instanceof JBooleanPropertyEditor)) {
                    enable(inner, enabled);
                }
            }
        }
    }
}
