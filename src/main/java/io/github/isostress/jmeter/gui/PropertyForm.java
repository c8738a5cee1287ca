package io.github.isostress.jmeter.gui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.gui.Binding;
import org.apache.jmeter.gui.JBooleanPropertyEditor;
import org.apache.jmeter.gui.util.VerticalPanel;
import org.apache.jmeter.testelement.schema.BooleanPropertyDescriptor;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * Titled blocks of labelled fields, two fields in a row where both are short, and the bindings that carry them to and
 * from the element. The columns of all blocks, and so of all panels, stand in line. Labels and tooltips come from
 * {@link Labels} under the form's prefix and the property's short name.
 */
final class PropertyForm {
    private static final String COLUMNS = "[170lp:pref:][grow, fill][130lp:pref:][150lp:pref:, fill]";
    private static final String ALONE = "span 3, growx, wrap";
    private static final int SHORT = 8;

    private final String prefix;
    private JComponent panel = new VerticalPanel();
    private JComponent page = panel;
    private final List<Binding> bindings = new ArrayList<>();
    private JPanel block;
    private JTabbedPane pages;

    PropertyForm(String prefix) {
        this.prefix = prefix;
    }

    JComponent panel() {
        return panel;
    }

    List<Binding> bindings() {
        return bindings;
    }

    /** Begins a page of its own behind a tab: the blocks that follow are on it. */
    void page(String titleKey) {
        if (pages == null) {
            pages = new JTabbedPane();
            panel = pages;
        }
        page = new VerticalPanel();
        pages.addTab(Labels.get(prefix + titleKey), page);
    }

    /** Begins a block: the fields that follow are in it. */
    void block(String titleKey) {
        block = new JPanel(new MigLayout("fillx, wrap 4, insets 2 4 2 4", COLUMNS));
        block.setBorder(BorderFactory.createTitledBorder(Labels.get(prefix + titleKey)));
        page.add(block);
    }

    /** A text in half a row. */
    void text(StringPropertyDescriptor<?> property) {
        field(property, new JTextField(SHORT), "");
    }

    /** A text with a row to itself. */
    void longText(StringPropertyDescriptor<?> property) {
        field(property, new JTextField(SHORT), ALONE);
    }

    private void field(StringPropertyDescriptor<?> property, JTextField field, String constraints) {
        labelled(property.getShortName(), field, constraints);
        bindings.add(new TextBinding(property, field::getText, field::setText));
    }

    /** A text of several lines, as wide as the block. */
    void textArea(StringPropertyDescriptor<?> property, int lines) {
        JTextArea area = new JTextArea(lines, SHORT);
        area.setFont(new Font(Font.MONOSPACED, Font.PLAIN, area.getFont().getSize()));
        labelled(property.getShortName(), area);
        block.add(new JScrollPane(area), ALONE);
        bindings.add(new TextBinding(property, area::getText, text -> {
            area.setText(text);
            area.setCaretPosition(0);
        }));
    }

    /** A text that is not shown, with a row to itself. */
    void password(StringPropertyDescriptor<?> property) {
        JPasswordField field = new JPasswordField(SHORT);
        labelled(property.getShortName(), field, ALONE);
        bindings.add(new TextBinding(property, () -> String.valueOf(field.getPassword()), field::setText));
    }

    /** A text with a row to itself that may be one of the choices or anything else. */
    void choice(StringPropertyDescriptor<?> property, List<String> choices) {
        JComboBox<String> box = new JComboBox<>(choices.toArray(String[]::new));
        box.setEditable(true);
        labelled(property.getShortName(), box, ALONE);
        // The editor is asked for each time: a change of the look and feel replaces it.
        bindings.add(new TextBinding(property, () -> box.getEditor().getItem().toString(), text -> {
            box.setSelectedItem(text);
            box.getEditor().setItem(text);
        }));
    }

    /** A file name with a button to browse for it, with a row to itself. */
    void file(StringPropertyDescriptor<?> property, String... extensions) {
        FileField field = new FileField(extensions);
        labelled(property.getShortName(), field, ALONE);
        bindings.add(new TextBinding(property, field.name()::getText, field.name()::setText));
    }

    /** A check box, which can be made an expression, with a row to itself. */
    void flag(BooleanPropertyDescriptor<?> property) {
        String label = Labels.get(prefix + property.getShortName());
        JBooleanPropertyEditor editor = new JBooleanPropertyEditor(property, label);
        describe(editor, Labels.get(prefix + property.getShortName() + ".tip"));
        block.add(editor, "span 4, wrap");
        bindings.add(editor);
    }

    private void labelled(String shortName, JComponent field, String constraints) {
        labelled(shortName, field);
        block.add(field, constraints);
    }

    private void labelled(String shortName, JComponent field) {
        String name = Labels.get(prefix + shortName);
        JLabel label = new JLabel(name + ":");
        label.setLabelFor(field);
        field.getAccessibleContext().setAccessibleName(name);
        String tip = Labels.get(prefix + shortName + ".tip");
        label.setToolTipText(tip);
        describe(field, tip);
        block.add(label);
    }

    /** A tooltip wherever in the field the mouse points. */
    private static void describe(Component field, String tip) {
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
