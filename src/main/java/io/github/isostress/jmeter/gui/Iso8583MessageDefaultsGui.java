package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.editor.MessageEditor;
import io.github.isostress.jmeter.element.Iso8583MessageDefaults;
import io.github.isostress.jmeter.gui.form.PlanTreeScope;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import java.awt.BorderLayout;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583MessageDefaults}: its lines, and a tab to import them. */
public final class Iso8583MessageDefaultsGui extends MessagePanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "defaults.";
    private static final Iso8583MessageDefaultsSchema SCHEMA = Iso8583MessageDefaultsSchema.INSTANCE;

    private static final int VERIFIED_LINES = 5;

    private final MessageEditor editor = MessageEditor.ofDefaults();
    private final JPanel lines = new JPanel(new MigLayout("fill, insets 6lp", "[grow, fill]", "[grow, fill][]"));
    private final Remark connection = new Remark("request.preview.connection");
    private final ImportTab imports =
            new ImportTab(text -> new PastedMessage(text, scope()), this::replaceLines, this::addToLines, this::scope);

    private final transient PropertyForm answers = new PropertyForm(PREFIX);

    /** Made by JMeter. */
    public Iso8583MessageDefaultsGui() {
        lines.add(editor, "grow, w 0:300lp, h 0:200lp, wrap");
        lines.add(connection, "wmin 0");
        tab(PREFIX + "linesTab", lines);
        tab("request.importTab", imports);
        tab(PREFIX + "answersTab", answers());
        layOut(editor, SCHEMA.lines);
        bindingGroup.addAll(answers.bindings());
    }

    /** The tab that says what the answers to the requests in scope must hold. */
    private JPanel answers() {
        Remark problems = new Remark(PREFIX + "answers.problems");
        answers.sayProblemsIn(problems);
        answers.block("judging");
        answers.textArea(SCHEMA.verified, VERIFIED_LINES);
        answers.wide(problems);
        JPanel tab = new JPanel(new BorderLayout());
        tab.add(answers.panel(), BorderLayout.NORTH);
        return tab;
    }

    @Override
    void scopeChanged(PlanTreeScope scope) {
        editor.setInherited(scope.withoutFiles().inherited());
    }

    @Override
    void showScope(KnownScope scope) {
        connection.say(scope.words());
        editor.setPackager(scope.packager());
        editor.setKeys(scope.keys());
        editor.setVariables(scope.variables());
    }

    private void replaceLines(String template) {
        editor.replaceText(template);
        tabs().setSelectedComponent(lines);
    }

    private void addToLines(String template) {
        editor.appendText(template);
        tabs().setSelectedComponent(lines);
    }

    @Override
    void forget() {
        imports.forget();
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583MessageDefaults();
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
