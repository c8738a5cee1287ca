package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.editor.MessageEditor;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.TextBinding;
import java.awt.Component;
import javax.swing.JTabbedPane;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** A panel of tabs, in one of which a message, or lines of it, are written for the connection in scope. */
abstract class MessagePanel extends ElementPanel {
    private static final long serialVersionUID = 1L;

    private final JTabbedPane tabs = new JTabbedPane();
    private final transient ScopeWatch watch =
            new ScopeWatch(this::scope, KnownScope::of, this::showScope, this::scopeChanged);
    private transient MessageEditor editor;
    private transient StringPropertyDescriptor<?> text;
    private transient TestElement shown;

    /** Puts the tabs in their place; the editor has the text of that property. */
    final void layOut(MessageEditor written, StringPropertyDescriptor<?> template) {
        editor = written;
        text = template;
        layOut(tabs);
        bindingGroup.add(new TextBinding(template, editor::text, this::showTemplate));
    }

    /** Adds a tab with the label of this key. */
    final void tab(String key, Component tab) {
        tabs.addTab(PanelLabels.get(key), null, tab, PanelLabels.get(key + ".tip"));
    }

    final JTabbedPane tabs() {
        return tabs;
    }

    /** Where the element stands in the tree. */
    final PlanTreeScope scope() {
        return PlanTreeScope.of(shown);
    }

    /** Shows what is known of the connection in scope. */
    abstract void showScope(KnownScope scope);

    /** The tree, or an element in it, has changed. */
    abstract void scopeChanged(PlanTreeScope scope);

    /** Another element is edited: nothing of the one before may be seen. */
    abstract void forget();

    /** A new element begins with the text of a label. */
    @Override
    public void assignDefaultValues(TestElement element) {
        super.assignDefaultValues(element);
        element.setProperty(text.getName(), PanelLabels.get(prefix() + text.getShortName() + ".default"));
    }

    @Override
    public void configure(TestElement element) {
        boolean isAnother = element != shown;
        if (isAnother) {
            shown = null;
            editor.awaitPackager();
            forget();
        }
        super.configure(element);
        shown = element;
        watch.shown();
    }

    /** JMeter often shows the same element again; the history of changes then continues. */
    private void showTemplate(String template) {
        if (shown == null || !editor.text().equals(template)) {
            editor.setText(template);
        }
    }

    @Override
    public void addNotify() {
        super.addNotify();
        watch.begin();
    }

    @Override
    public void removeNotify() {
        watch.end();
        super.removeNotify();
    }
}
