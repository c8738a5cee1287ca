package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.editor.MessageEditor;
import io.github.isostress.jmeter.element.Iso8583MessageDefaults;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.gui.form.TextBinding;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import java.awt.Component;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583MessageDefaults}: its lines, and a tab to import them. */
public final class Iso8583MessageDefaultsGui extends ElementPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "defaults.";
    private static final Iso8583MessageDefaultsSchema SCHEMA = Iso8583MessageDefaultsSchema.INSTANCE;

    private final JTabbedPane tabs = new JTabbedPane();
    private final MessageEditor editor = MessageEditor.ofDefaults();
    private final JPanel lines = new JPanel(new MigLayout("fill, insets 6lp", "[grow, fill]", "[grow, fill][]"));
    private final Remark connection = new Remark("request.preview.connection");
    private final ImportTab imports =
            new ImportTab(text -> new PastedMessage(text, scope()), this::replaceLines, this::addToLines);
    private final transient ScopeWatch watch = new ScopeWatch(
            this::scope,
            this::showScope,
            scope -> editor.setInherited(scope.withoutFiles().inherited()));
    private transient TestElement shown;

    /** Made by JMeter. */
    public Iso8583MessageDefaultsGui() {
        lines.add(editor, "grow, w 0:300lp, h 0:200lp, wrap");
        lines.add(connection, "wmin 0");
        tab(PREFIX + "linesTab", lines);
        tab("request.importTab", imports);
        layOut(tabs);
        bindingGroup.add(new TextBinding(SCHEMA.lines, editor::text, this::showLines));
    }

    private void tab(String key, Component tab) {
        tabs.addTab(PanelLabels.get(key), null, tab, PanelLabels.get(key + ".tip"));
    }

    private PlanTreeScope scope() {
        return PlanTreeScope.of(shown);
    }

    private void showScope(KnownScope scope) {
        connection.say(scope.words());
        editor.setPackager(scope.packager());
    }

    private void replaceLines(String template) {
        editor.replaceText(template);
        tabs.setSelectedComponent(lines);
    }

    private void addToLines(String template) {
        editor.appendText(template);
        tabs.setSelectedComponent(lines);
    }

    @Override
    public void configure(TestElement element) {
        if (element != shown) {
            shown = null;
            imports.forget();
        }
        super.configure(element);
        shown = element;
        watch.shown();
    }

    /** JMeter shows an element anew at many occasions; the history of changes then goes on. */
    private void showLines(String template) {
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

    @Override
    public TestElement makeTestElement() {
        return new Iso8583MessageDefaults();
    }

    @Override
    public void assignDefaultValues(TestElement element) {
        super.assignDefaultValues(element);
        element.set(SCHEMA.lines, PanelLabels.get(PREFIX + "lines.default"));
    }

    @Override
    String prefix() {
        return PREFIX;
    }

    @Override
    PanelKind kind() {
        return PanelKind.CONFIG_ELEMENT;
    }
}
