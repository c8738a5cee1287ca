package io.github.isostress.jmeter.gui.form;

import io.github.isostress.jmeter.setting.SettingCheck;
import io.github.isostress.jmeter.setting.SettingChecks;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.gui.Binding;
import org.apache.jmeter.gui.JBooleanPropertyEditor;
import org.apache.jmeter.gui.util.VerticalPanel;
import org.apache.jmeter.testelement.schema.BooleanPropertyDescriptor;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * Titled blocks of labelled fields, two fields in a row where both are short, and the bindings that carry them to and
 * from the element. The columns of all blocks, and so of all panels, stand in line. Labels and tooltips come from
 * {@link PanelLabels} under the form's prefix and the property's short name.
 */
public final class PropertyForm {
    private static final String COLUMNS_BEHIND_LABELS = "[grow, fill][130lp:pref:][150lp:pref:, fill]";
    private static final int LABELS = 170;
    private static final String ALONE = "span 3, growx, wrap";
    private static final int SHORT = 8;

    private final String prefix;
    private JComponent panel = new VerticalPanel();
    private JComponent page = panel;
    private final List<Binding> bindings = new ArrayList<>();
    private JPanel block;
    private FieldProblems problems;
    private Remark onlyRemark;
    private JTabbedPane pages;
    private int labels = LABELS;

    public PropertyForm(String prefix) {
        this.prefix = prefix;
    }

    public JComponent panel() {
        return panel;
    }

    public List<Binding> bindings() {
        return bindings;
    }

    /** Begins another page behind a tab; the blocks that follow are on it. */
    public void page(String titleKey) {
        page(titleKey, LABELS);
    }

    /** Begins a page with a column of labels that wide at least, in logical pixels. */
    public void page(String titleKey, int labelWidth) {
        labels = labelWidth;
        if (pages == null) {
            pages = new JTabbedPane();
            panel = pages;
        }
        page = new VerticalPanel();
        pages.addTab(PanelLabels.get(prefix + titleKey), new ScrolledFields(page));
    }

    /** What is wrong with fields is said there, instead of below each block. */
    public void sayProblemsIn(Remark remark) {
        onlyRemark = remark;
        problems = new FieldProblems(prefix, remark);
    }

    /** Begins a block: the fields that follow are in it, and below them what is wrong with them. */
    public JComponent block(String titleKey) {
        block = new JPanel(new MigLayout(
                "novisualpadding, fillx, wrap 4, insets 2 4 2 4", "[" + labels + "lp:pref:]" + COLUMNS_BEHIND_LABELS));
        block.setBorder(BorderFactory.createTitledBorder(PanelLabels.get(prefix + titleKey)));
        page.add(block);
        if (onlyRemark == null) {
            Remark remark = new Remark("check.problems");
            problems = new FieldProblems(prefix, remark);
            block.add(remark, "dock south, hidemode 3, wmin 0, gap 4 4 2 2");
        }
        return block;
    }

    /** A text in half a row. */
    public JTextField text(StringPropertyDescriptor<?> property) {
        return field(property, new JTextField(SHORT), "");
    }

    /** A text with a row to itself. */
    public JTextField longText(StringPropertyDescriptor<?> property) {
        return field(property, new JTextField(SHORT), ALONE);
    }

    private JTextField field(StringPropertyDescriptor<?> property, JTextField field, String constraints) {
        labelled(property.getShortName(), field, constraints);
        bindings.add(new TextBinding(property, field::getText, text -> show(field, text)));
        problems.check(property, field);
        return field;
    }

    /** Anything else, as wide as the block. */
    public void wide(JComponent part) {
        block.add(part, "span 4, growx, wmin 0, wrap");
    }

    /** Adds a page that was made elsewhere. */
    public void page(String titleKey, JComponent made) {
        page(titleKey);
        pages.setComponentAt(pages.getTabCount() - 1, made);
    }

    /** The page that is being filled. */
    public JComponent currentPage() {
        return page;
    }

    /** Carries one more property, whose field is on a page made elsewhere. */
    public void bind(Binding binding) {
        bindings.add(binding);
    }

    /** A text of several lines, as wide as the block. */
    public JTextArea textArea(StringPropertyDescriptor<?> property, int lines) {
        JTextArea area = new JTextArea(lines, SHORT);
        FixedWidth.write(area);
        TabKey.leaves(area);
        labelled(property.getShortName(), area);
        block.add(new JScrollPane(area), ALONE);
        bindings.add(new TextBinding(property, area::getText, text -> show(area, text)));
        problems.check(property, area);
        return area;
    }

    /**
     * Shows a new text from its beginning. JMeter shows the same text again at each of its actions, while the user
     * writes on.
     */
    public static void show(JTextComponent field, String text) {
        if (!text.equals(field.getText())) {
            field.setText(text);
            field.setCaretPosition(0);
        }
    }

    /** A password, which is not shown, with a row to itself. */
    public void password(StringPropertyDescriptor<?> property) {
        JPasswordField field = new JPasswordField(SHORT);
        labelled(property.getShortName(), field, ALONE);
        bindings.add(new TextBinding(property, () -> String.valueOf(field.getPassword()), text -> show(field, text)));
    }

    /** A text with a row to itself that is one of the choices, or an expression that gives one. */
    public ChoiceField choice(StringPropertyDescriptor<?> property, List<String> choices) {
        return choice(property, choices, SettingCheck.oneOf(choices));
    }

    /** A text with a row to itself that may be one of the choices or anything else that fits the property. */
    public ChoiceField suggestion(StringPropertyDescriptor<?> property, List<String> choices) {
        return choice(property, choices, SettingChecks.of(property));
    }

    private ChoiceField choice(StringPropertyDescriptor<?> property, List<String> choices, SettingCheck check) {
        ChoiceField field = new ChoiceField(choices);
        labelled(property.getShortName(), field, ALONE);
        bindings.add(new TextBinding(property, field::text, field::show));
        problems.check(property, field, check);
        return field;
    }

    /** How messages are framed, part by part, and what reads them; the action follows each change of them. */
    public void messages(
            StringPropertyDescriptor<?> framing,
            StringPropertyDescriptor<?> packager,
            Inspections inspections,
            Runnable changed) {
        ChoiceField framingField = suggestion(framing, Choices.FRAMINGS);
        wide(new FramingPane(framingField));
        ChoiceField packagerField = new ChoiceField(Choices.PACKAGERS);
        labelled(packager.getShortName(), packagerField, new JComponent[] {
            Inspections.browse(packagerField), inspections.packager(packager)
        });
        bindings.add(new TextBinding(packager, packagerField::text, packagerField::show));
        problems.check(packager, packagerField, SettingChecks.of(packager));
        framingField.onChange(changed);
        packagerField.onChange(changed);
    }

    /** A file name with a button to browse for it, with a row to itself. */
    public void file(StringPropertyDescriptor<?> property, String... extensions) {
        file(property, new JComponent[0], extensions);
    }

    /** A file name with a button to browse for it and another one behind that, with a row to itself. */
    public void file(StringPropertyDescriptor<?> property, JComponent behind, String... extensions) {
        file(property, new JComponent[] {behind}, extensions);
    }

    private void file(StringPropertyDescriptor<?> property, JComponent[] behind, String... extensions) {
        FileField field = new FileField(extensions);
        labelled(property.getShortName(), field, behind);
        bindings.add(new TextBinding(property, field.name()::getText, text -> show(field.name(), text)));
        problems.check(property, field.name());
    }

    /** A check box, which can be made an expression, with a row to itself. */
    public JBooleanPropertyEditor flag(BooleanPropertyDescriptor<?> property) {
        JBooleanPropertyEditor editor =
                new JBooleanPropertyEditor(property, PanelLabels.get(prefix + property.getShortName()));
        FieldNames.name(editor, PanelLabels.get(prefix + property.getShortName()));
        FieldNames.describe(editor, PanelLabels.get(prefix + property.getShortName() + ".tip"));
        block.add(editor, "span 4, wrap");
        bindings.add(editor);
        return editor;
    }

    private void labelled(String shortName, JComponent field, JComponent[] behind) {
        labelled(shortName, field);
        block.add(field, behind.length == 0 ? ALONE : "span 3, growx, pushx, split " + (behind.length + 1));
        for (JComponent part : behind) {
            block.add(part, part == behind[behind.length - 1] ? "wrap" : "");
        }
    }

    private void labelled(String shortName, JComponent field, String constraints) {
        labelled(shortName, field);
        block.add(field, constraints);
    }

    private void labelled(String shortName, JComponent field) {
        String name = PanelLabels.get(prefix + shortName);
        JLabel label = new JLabel(name + ":");
        label.setLabelFor(field);
        FieldNames.name(field, name);
        String tip = PanelLabels.get(prefix + shortName + ".tip");
        label.setToolTipText(tip);
        FieldNames.describe(field, tip);
        block.add(label);
    }
}
