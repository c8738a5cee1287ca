package io.github.isostress.jmeter.gui;

import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.gui.Binding;
import org.apache.jmeter.gui.FilePanelEntryBinding;
import org.apache.jmeter.gui.JBooleanPropertyEditor;
import org.apache.jmeter.gui.JTextComponentBinding;
import org.apache.jmeter.gui.util.FilePanelEntry;
import org.apache.jmeter.testelement.schema.BooleanPropertyDescriptor;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * A titled block of labelled fields, one property a row, and the bindings that carry them to and from the element.
 * Labels and tooltips come from {@link Labels} under the block's prefix and the property's short name.
 */
final class PropertyForm {
    private final String prefix;
    private final JPanel panel = new JPanel(new MigLayout("fillx, wrap 2, insets 4", "[][fill,grow]"));
    private final List<Binding> bindings = new ArrayList<>();

    PropertyForm(String prefix, String titleKey) {
        this.prefix = prefix;
        panel.setBorder(BorderFactory.createTitledBorder(Labels.get(prefix + titleKey)));
    }

    JPanel panel() {
        return panel;
    }

    List<Binding> bindings() {
        return bindings;
    }

    void text(StringPropertyDescriptor<?> property) {
        field(property, new JTextField());
    }

    void password(StringPropertyDescriptor<?> property) {
        field(property, new JPasswordField());
    }

    private void field(StringPropertyDescriptor<?> property, JTextComponent field) {
        row(property.getShortName(), field);
        bindings.add(new JTextComponentBinding(field, property));
    }

    /** A text that may be one of the choices or anything else. */
    void choice(StringPropertyDescriptor<?> property, List<String> choices) {
        JComboBox<String> box = new JComboBox<>(choices.toArray(String[]::new));
        box.setEditable(true);
        row(property.getShortName(), box);
        bindings.add(new JTextComponentBinding((JTextComponent) box.getEditor().getEditorComponent(), property));
    }

    void file(StringPropertyDescriptor<?> property, String... extensions) {
        FilePanelEntry entry = new FilePanelEntry("", extensions);
        row(property.getShortName(), entry);
        bindings.add(new FilePanelEntryBinding(entry, property));
    }

    void flag(BooleanPropertyDescriptor<?> property) {
        JBooleanPropertyEditor editor =
                new JBooleanPropertyEditor(property, Labels.get(prefix + property.getShortName()));
        editor.setToolTipText(Labels.get(prefix + property.getShortName() + ".tip"));
        panel.add(editor, "span 2");
        bindings.add(editor);
    }

    private void row(String shortName, JComponent field) {
        JLabel label = new JLabel(Labels.get(prefix + shortName));
        label.setLabelFor(field);
        String tip = Labels.get(prefix + shortName + ".tip");
        label.setToolTipText(tip);
        field.setToolTipText(tip);
        field.getAccessibleContext().setAccessibleName(label.getText());
        panel.add(label);
        panel.add(field);
    }
}
