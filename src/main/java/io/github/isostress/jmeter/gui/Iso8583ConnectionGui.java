package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583ConnectionSchema;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583Connection}. */
public final class Iso8583ConnectionGui extends ConfigPanel {
    private static final long serialVersionUID = 1L;

    /** Made by JMeter. */
    public Iso8583ConnectionGui() {
        Iso8583ConnectionSchema schema = Iso8583ConnectionSchema.INSTANCE;
        PropertyForm form = new PropertyForm(prefix());
        form.block("tcp");
        form.longText(schema.host);
        form.text(schema.port);
        form.text(schema.connectTimeout);
        form.block("messages");
        form.choice(schema.framing, Choices.FRAMINGS);
        form.choice(schema.packager, Choices.PACKAGERS);
        form.block("tls");
        form.flag(schema.useTls);
        form.file(schema.keyStore, Choices.KEY_STORES);
        form.password(schema.keyStorePassword);
        form.file(schema.trustStore, Choices.TRUST_STORES);
        form.password(schema.trustStorePassword);
        form.flag(schema.trustAll);
        form.flag(schema.verifyHostName);
        form.text(schema.protocols);
        form.text(schema.serverName);
        layOut(form);
    }

    @Override
    String prefix() {
        return "connection.";
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583Connection();
    }
}
