package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583FieldExtractor;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.setting.Iso8583FieldExtractorSchema;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583FieldExtractor}. */
public final class Iso8583FieldExtractorGui extends ElementPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "extractor.";
    private static final Iso8583FieldExtractorSchema SCHEMA = Iso8583FieldExtractorSchema.INSTANCE;
    private static final int LINES = 8;

    /** Made by JMeter. */
    public Iso8583FieldExtractorGui() {
        PropertyForm form = new PropertyForm(PREFIX);
        form.block("block");
        form.choice(SCHEMA.source, Choices.MESSAGES);
        form.textArea(SCHEMA.variables, LINES);
        form.longText(SCHEMA.defaultValue);
        layOut(form);
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583FieldExtractor();
    }

    @Override
    public void assignDefaultValues(TestElement element) {
        super.assignDefaultValues(element);
        element.set(SCHEMA.variables, PanelLabels.get(PREFIX + "variables.default"));
    }

    @Override
    String prefix() {
        return PREFIX;
    }

    @Override
    PanelKind kind() {
        return PanelKind.POST_PROCESSOR;
    }
}
