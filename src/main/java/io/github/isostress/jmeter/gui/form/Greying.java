package io.github.isostress.jmeter.gui.form;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import org.apache.jmeter.gui.JBooleanPropertyEditor;
import org.apache.jorphan.gui.JEditableCheckBox;

/**
 * Greys parts of a panel out while they make no difference. An expression may turn out any value, so then nothing is
 * grey for it.
 */
public final class Greying {
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(Component part, Component except, BooleanSupplier matters) {}

    /** Greys everything on a page out while its check box, which may be on it, is off. */
    public static Greying out(Container page, JBooleanPropertyEditor unless) {
        Greying greying = new Greying();
        greying.rules.add(new Rule(page, unless, () -> mayBeOn(unless)));
        unless.addPropertyChangeListener(JEditableCheckBox.VALUE_PROPERTY, event -> greying.follow());
        greying.follow();
        return greying;
    }

    /** From now on the parts are grey, too, while the choice is the other one. */
    public void out(ChoiceField choice, String other, Component... parts) {
        out(choice, text -> !text.strip().equals(other), parts);
    }

    /** From now on the parts are grey, too, while they make no difference to what was chosen or typed. */
    public void out(ChoiceField choice, Predicate<String> matters, Component... parts) {
        for (Component part : parts) {
            rules.add(new Rule(part, null, () -> matters.test(choice.text())));
        }
        choice.onChange(this::follow);
        follow();
    }

    private void follow() {
        rules.forEach(rule -> enable(rule, true));
        rules.stream().filter(rule -> !rule.matters().getAsBoolean()).forEach(rule -> enable(rule, false));
    }

    private static boolean mayBeOn(JBooleanPropertyEditor flag) {
        JEditableCheckBox.Value value = flag.getValue();
        if (value instanceof JEditableCheckBox.Value.Boolean checked) {
            return checked.getValue();
        }
        return !(value instanceof JEditableCheckBox.Value.Text text
                && text.getValue().equals("false"));
    }

    private static void enable(Rule rule, boolean enabled) {
        enable(rule.part(), rule.except(), enabled);
        if (rule.part().getParent() != null) {
            for (Component sibling : rule.part().getParent().getComponents()) {
                if (sibling instanceof JLabel label && label.getLabelFor() == rule.part()) {
                    label.setEnabled(enabled);
                }
            }
        }
    }

    private static void enable(Component part, Component except, boolean enabled) {
        if (part == except) {
            return;
        }
        part.setEnabled(enabled);
        boolean isOneField = part instanceof JComboBox<?> || part instanceof JBooleanPropertyEditor;
        if (part instanceof Container container && !isOneField) {
            for (Component inner : container.getComponents()) {
                enable(inner, except, enabled);
            }
        }
    }
}
