package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.help.HelpLink;
import java.awt.BorderLayout;
import javax.swing.JComponent;
import org.apache.jmeter.config.gui.AbstractConfigGui;
import org.apache.jmeter.testelement.TestElement;

/** What the panels of the config elements have in common: a title and a form. */
abstract class ConfigPanel extends AbstractConfigGui {
    private static final long serialVersionUID = 1L;

    /** The prefix of the panel's labels; JMeter asks for the title while it makes the panel. */
    abstract String prefix();

    /** Puts title, form and what stands below it in their places. */
    final void layOut(PropertyForm form, JComponent below) {
        layOut(form);
        add(below, BorderLayout.SOUTH);
    }

    /** The element with what the fields hold now, whether or not the plan has it yet. */
    final TestElement edited() {
        TestElement element = makeTestElement();
        modifyTestElement(element);
        return element;
    }

    /** Puts title and form in their places. */
    final void layOut(PropertyForm form) {
        setLayout(new BorderLayout(0, 5));
        setBorder(makeBorder());
        add(HelpLink.in(makeTitlePanel(), this), BorderLayout.NORTH);
        add(form.panel(), BorderLayout.CENTER);
        bindingGroup.addAll(form.bindings());
    }

    @Override
    public String getLabelResource() {
        return getClass().getSimpleName();
    }

    @Override
    public String getStaticLabel() {
        return PanelLabels.get(prefix() + "title");
    }

    @Override
    public String getDocAnchor() {
        return PanelLabels.anchor(getStaticLabel());
    }
}
