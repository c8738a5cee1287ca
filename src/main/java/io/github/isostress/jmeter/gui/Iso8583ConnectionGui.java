package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583ConnectionSchema;
import java.awt.BorderLayout;
import javax.swing.JPanel;
import org.apache.jmeter.config.gui.AbstractConfigGui;
import org.apache.jmeter.gui.util.VerticalPanel;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583Connection}. */
public final class Iso8583ConnectionGui extends AbstractConfigGui {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "connection.";
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    /** Made by JMeter. */
    public Iso8583ConnectionGui() {
        setLayout(new BorderLayout(0, 5));
        setBorder(makeBorder());
        add(makeTitlePanel(), BorderLayout.NORTH);
        VerticalPanel blocks = new VerticalPanel();
        blocks.add(tcp());
        blocks.add(messages());
        blocks.add(tls());
        add(blocks, BorderLayout.CENTER);
    }

    private JPanel tcp() {
        PropertyForm form = new PropertyForm(PREFIX, "tcp");
        form.text(SCHEMA.host);
        form.text(SCHEMA.port);
        form.text(SCHEMA.connectTimeout);
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
        form.file(SCHEMA.keyStore, ".pfx", ".p12", ".jks");
        form.password(SCHEMA.keyStorePassword);
        form.file(SCHEMA.trustStore, ".pem", ".crt", ".cer", ".pfx", ".p12", ".jks");
        form.password(SCHEMA.trustStorePassword);
        form.flag(SCHEMA.trustAll);
        form.flag(SCHEMA.verifyHostName);
        form.text(SCHEMA.protocols);
        form.text(SCHEMA.serverName);
        return bound(form);
    }

    private JPanel bound(PropertyForm form) {
        bindingGroup.addAll(form.bindings());
        return form.panel();
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583Connection();
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
