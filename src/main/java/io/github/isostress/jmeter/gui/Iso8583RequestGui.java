package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.element.Iso8583RequestSchema;
import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JPanel;
import org.apache.jmeter.gui.JTextComponentBinding;
import org.apache.jmeter.gui.util.JSyntaxTextArea;
import org.apache.jmeter.gui.util.JTextScrollPane;
import org.apache.jmeter.samplers.gui.AbstractSamplerGui;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583Request}. */
public final class Iso8583RequestGui extends AbstractSamplerGui {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "request.";
    private static final int ROWS = 20;
    private static final int COLUMNS = 80;

    /** Made by JMeter. */
    public Iso8583RequestGui() {
        setLayout(new BorderLayout(0, 5));
        setBorder(makeBorder());
        Box top = Box.createVerticalBox();
        top.add(makeTitlePanel());
        top.add(answer());
        add(top, BorderLayout.NORTH);
        add(template(), BorderLayout.CENTER);
    }

    private JPanel answer() {
        PropertyForm form = new PropertyForm(PREFIX, "answer");
        form.text(Iso8583RequestSchema.INSTANCE.successCodes);
        form.text(Iso8583RequestSchema.INSTANCE.matchElements);
        form.text(Iso8583RequestSchema.INSTANCE.responseTimeout);
        bindingGroup.addAll(form.bindings());
        return form.panel();
    }

    private JPanel template() {
        JSyntaxTextArea text = JSyntaxTextArea.getInstance(ROWS, COLUMNS);
        text.setLanguage("properties");
        text.setToolTipText(Labels.get(PREFIX + "template.tip"));
        text.getAccessibleContext().setAccessibleName(Labels.get(PREFIX + "template"));
        bindingGroup.add(new JTextComponentBinding(text, Iso8583RequestSchema.INSTANCE.template));
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
        Defaults.assign(element, Iso8583RequestSchema.INSTANCE);
        element.set(Iso8583RequestSchema.INSTANCE.template, Labels.get(PREFIX + "template.default"));
    }

    @Override
    public String getLabelResource() {
        return getClass().getSimpleName();
    }

    @Override
    public String getStaticLabel() {
        return Labels.get(PREFIX + "title");
    }
}
