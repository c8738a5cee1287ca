package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.help.HelpLink;
import java.awt.BorderLayout;
import java.util.Collection;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jmeter.testelement.TestElement;

/**
 * What all panels have in common: title, help and content, and the answers to JMeter's questions. JMeter has a base
 * class for each kind of element; these differ only in what {@link PanelKind} holds.
 */
abstract class ElementPanel extends AbstractJMeterGuiComponent {
    private static final long serialVersionUID = 1L;

    /** JMeter makes each panel once before it shows a tree. */
    ElementPanel() {
        kind().registerIcon(getClass());
    }

    /** The prefix of the panel's labels; asked for before the subclass's fields are set. */
    abstract String prefix();

    /** What kind of element it edits; asked for before the subclass's fields are set. */
    abstract PanelKind kind();

    /** Puts title and form in their places, and binds the form's fields to the element. */
    final void layOut(PropertyForm form) {
        layOut(form.panel());
        bindingGroup.addAll(form.bindings());
    }

    /** As {@link #layOut(PropertyForm)}, with something below the form. */
    final void layOut(PropertyForm form, JComponent below) {
        layOut(form);
        add(below, BorderLayout.SOUTH);
    }

    /** Puts title and content in their places. */
    final void layOut(JComponent content) {
        setLayout(new BorderLayout(0, 5));
        setBorder(makeBorder());
        add(new TitleRow(HelpLink.in(makeTitlePanel(), this)), BorderLayout.NORTH);
        add(content, BorderLayout.CENTER);
    }

    /** The element with what the fields hold now, whether or not the plan has it yet. */
    final TestElement edited() {
        TestElement element = makeTestElement();
        modifyTestElement(element);
        return element;
    }

    @Override
    public final Collection<String> getMenuCategories() {
        return List.of(kind().menu());
    }

    @Override
    public final JPopupMenu createPopupMenu() {
        return kind().popup();
    }

    @Override
    public final String getLabelResource() {
        return getClass().getSimpleName();
    }

    @Override
    public final String getStaticLabel() {
        return PanelLabels.get(prefix() + "title");
    }

    @Override
    public final String getDocAnchor() {
        return PanelLabels.anchor(getStaticLabel());
    }
}
