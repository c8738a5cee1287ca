package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583FieldExtractor;
import io.github.isostress.jmeter.element.Iso8583FieldExtractorSchema;
import io.github.isostress.jmeter.gui.form.Choices;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.PropertyForm;
import io.github.isostress.jmeter.gui.help.HelpLink;
import java.awt.BorderLayout;
import org.apache.jmeter.processor.gui.AbstractPostProcessorGui;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583FieldExtractor}. */
public final class Iso8583FieldExtractorGui extends AbstractPostProcessorGui {
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
        setLayout(new BorderLayout(0, 5));
        setBorder(makeBorder());
        add(HelpLink.in(makeTitlePanel(), this), BorderLayout.NORTH);
        add(form.panel(), BorderLayout.CENTER);
        bindingGroup.addAll(form.bindings());
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
    public String getLabelResource() {
        return getClass().getSimpleName();
    }

    @Override
    public String getStaticLabel() {
        return PanelLabels.get(PREFIX + "title");
    }

    @Override
    public String getDocAnchor() {
        return PanelLabels.anchor(getStaticLabel());
    }
}
