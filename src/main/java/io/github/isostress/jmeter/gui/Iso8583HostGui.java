package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.Iso8583HostSchema;
import java.awt.BorderLayout;
import javax.swing.JPanel;
import org.apache.jmeter.config.gui.AbstractConfigGui;
import org.apache.jmeter.gui.util.VerticalPanel;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583Host}. */
public final class Iso8583HostGui extends AbstractConfigGui {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "host.";
    private static final Iso8583HostSchema SCHEMA = Iso8583HostSchema.INSTANCE;

    /** Made by JMeter. */
    public Iso8583HostGui() {
        setLayout(new BorderLayout(0, 5));
        setBorder(makeBorder());
        add(makeTitlePanel(), BorderLayout.NORTH);
        VerticalPanel blocks = new VerticalPanel();
        blocks.add(listening());
        blocks.add(messages());
        blocks.add(tls());
        add(blocks, BorderLayout.CENTER);
    }

    private JPanel listening() {
        PropertyForm form = new PropertyForm(PREFIX, "listening");
        form.flag(SCHEMA.start);
        form.text(SCHEMA.address);
        form.text(SCHEMA.port);
        form.text(SCHEMA.portProperty);
        return bound(form);
    }

    private JPanel messages() {
        PropertyForm form = new PropertyForm(PREFIX, "messages");
        form.choice(SCHEMA.framing, Choices.FRAMINGS);
        form.choice(SCHEMA.packager, Choices.PACKAGERS);
        return bound(form);
    }

    private JPanel tls() {
        PropertyForm form = new PropertyForm(PREFIX, "tls");
        form.flag(SCHEMA.useTls);
        form.file(SCHEMA.keyStore, ".p12", ".pfx", ".jks");
        form.password(SCHEMA.keyStorePassword);
        form.flag(SCHEMA.requireClientCertificate);
        form.file(SCHEMA.trustStore, ".pem", ".crt", ".cer", ".pfx", ".p12", ".jks");
        form.password(SCHEMA.trustStorePassword);
        return bound(form);
    }

    private JPanel bound(PropertyForm form) {
        bindingGroup.addAll(form.bindings());
        return form.panel();
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583Host();
    }

    @Override
    public void assignDefaultValues(TestElement element) {
        super.assignDefaultValues(element);
        Defaults.assign(element, SCHEMA);
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
