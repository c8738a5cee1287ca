package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Results;
import io.github.isostress.jmeter.gui.form.ChoiceField;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.form.TabKey;
import io.github.isostress.jmeter.gui.live.FieldWords;
import io.github.isostress.jmeter.gui.live.LivePane;
import io.github.isostress.jmeter.live.LiveRun;
import io.github.isostress.jmeter.setting.Iso8583ResultsSchema;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.apache.jmeter.gui.UnsharedComponent;
import org.apache.jmeter.samplers.Clearable;
import org.apache.jmeter.testelement.TestElement;

/**
 * The panel of {@link Iso8583Results}: the run as it goes on, and what is demanded of it. Each element of a plan has one
 * of its own, which keeps the figures of the last run.
 */
public final class Iso8583ResultsGui extends ElementPanel implements UnsharedComponent, Clearable {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "results.";
    private static final Iso8583ResultsSchema SCHEMA = Iso8583ResultsSchema.INSTANCE;
    private static final int GATES = 8;

    private final transient LiveRun run = new LiveRun();
    private final LivePane live = new LivePane(run);

    /** Made by JMeter. */
    public Iso8583ResultsGui() {
        PropertyForm form = new PropertyForm(PREFIX);
        form.page("livePage", live);
        form.page("endPage");
        form.block("gatesBlock");
        FieldWords words = new FieldWords();
        JTextArea gates = form.textArea(SCHEMA.gates, GATES);
        TabKey.leaves(gates);
        form.wide(words.ofGates(gates));
        form.block("tellingBlock");
        ChoiceField report = form.choice(SCHEMA.report, Choices.REPORTS);
        JTextField everySeconds = form.longText(SCHEMA.everySeconds);
        form.wide(words.ofTelling(report, everySeconds));
        layOut(form);
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583Results();
    }

    @Override
    public void configure(TestElement element) {
        super.configure(element);
        follow(element);
    }

    @Override
    public void modifyTestElement(TestElement element) {
        super.modifyTestElement(element);
        follow(element);
    }

    /** What JMeter runs is a copy of the element, which follows what the element does. */
    private void follow(TestElement element) {
        if (element instanceof Iso8583Results results) {
            results.follow(run);
        }
    }

    /** JMeter's commands Clear and Clear All. */
    @Override
    public void clearData() {
        run.clear();
        live.refresh();
    }

    @Override
    String prefix() {
        return PREFIX;
    }

    @Override
    PanelKind kind() {
        return PanelKind.LISTENER;
    }
}
