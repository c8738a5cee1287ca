package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Assertion;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.setting.Iso8583AssertionSchema;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583Assertion}. */
public final class Iso8583AssertionGui extends ElementPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "assertion.";
    private static final Iso8583AssertionSchema SCHEMA = Iso8583AssertionSchema.INSTANCE;
    private static final int LINES = 8;

    /** Made by JMeter. */
    public Iso8583AssertionGui() {
        PropertyForm form = new PropertyForm(PREFIX);
        form.block("block");
        form.choice(SCHEMA.source, Choices.MESSAGES);
        form.textArea(SCHEMA.rules, LINES);
        layOut(form);
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583Assertion();
    }

    @Override
    public void assignDefaultValues(TestElement element) {
        super.assignDefaultValues(element);
        element.set(SCHEMA.rules, PanelLabels.get(PREFIX + "rules.default"));
    }

    @Override
    String prefix() {
        return PREFIX;
    }

    @Override
    PanelKind kind() {
        return PanelKind.ASSERTION;
    }
}
