package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.element.Iso8583RequestSchema;
import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.apache.jmeter.gui.util.JSyntaxTextArea;
import org.apache.jmeter.gui.util.JTextScrollPane;
import org.apache.jmeter.gui.util.VerticalPanel;
import org.apache.jmeter.samplers.gui.AbstractSamplerGui;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583Request}: the template's editor takes the room that the other fields leave. */
public final class Iso8583RequestGui extends AbstractSamplerGui {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "request.";
    private static final Iso8583RequestSchema SCHEMA = Iso8583RequestSchema.INSTANCE;
    private static final int FEWEST_ROWS = 10;
    private static final int FEWEST_COLUMNS = 30;

    /** Made by JMeter. */
    public Iso8583RequestGui() {
        setLayout(new BorderLayout(0, 5));
        setBorder(makeBorder());
        VerticalPanel top = new VerticalPanel();
        top.add(makeTitlePanel());
        top.add(answer());
        add(top, BorderLayout.NORTH);
        add(template(), BorderLayout.CENTER);
    }

    private JComponent answer() {
        PropertyForm form = new PropertyForm(PREFIX);
        form.block("answer");
        form.text(SCHEMA.responseTimeout);
        form.text(SCHEMA.matchElements);
        form.longText(SCHEMA.successCodes);
        form.longText(SCHEMA.echoElements);
        form.choice(SCHEMA.afterTimeout, Choices.AFTER_TIMEOUT);
        bindingGroup.addAll(form.bindings());
        return form.panel();
    }

    private JPanel template() {
        JSyntaxTextArea text = JSyntaxTextArea.getInstance(FEWEST_ROWS, FEWEST_COLUMNS);
        text.setLanguage("text");
        text.setToolTipText(Labels.get(PREFIX + "template.tip"));
        text.getAccessibleContext().setAccessibleName(Labels.get(PREFIX + "template"));
        bindingGroup.add(new TextBinding(SCHEMA.template, text::getText, shown -> {
            // As initial text: "undo" must not bring back the template of the element shown before.
            text.setInitialText(shown);
            text.setCaretPosition(0);
        }));
        JPanel panel = new JPanel(new BorderLayout());
        panel.setBorder(BorderFactory.createTitledBorder(Labels.get(PREFIX + "template")));
        panel.add(JTextScrollPane.getInstance(text), BorderLayout.CENTER);
        return panel;
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583Request();
    }

    @Override
    public void assignDefaultValues(TestElement element) {
        super.assignDefaultValues(element);
        element.set(SCHEMA.template, Labels.get(PREFIX + "template.default"));
    }

    @Override
    public String getLabelResource() {
        return getClass().getSimpleName();
    }

    @Override
    public String getStaticLabel() {
        return Labels.get(PREFIX + "title");
    }

    @Override
    public String getDocAnchor() {
        return Labels.anchor(getStaticLabel());
    }
}
