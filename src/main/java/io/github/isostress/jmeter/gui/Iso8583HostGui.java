package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.Iso8583HostSchema;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583Host}. */
public final class Iso8583HostGui extends ConfigPanel {
    private static final long serialVersionUID = 1L;
    private static final int RULE_LINES = 6;

    /** Made by JMeter. */
    public Iso8583HostGui() {
        Iso8583HostSchema schema = Iso8583HostSchema.INSTANCE;
        PropertyForm form = new PropertyForm(prefix());
        form.block("listening");
        form.flag(schema.start);
        form.longText(schema.address);
        form.text(schema.port);
        form.text(schema.portProperty);
        form.block("messages");
        form.choice(schema.framing, Choices.FRAMINGS);
        form.choice(schema.packager, Choices.PACKAGERS);
        form.block("behaviour");
        form.textArea(schema.rules, RULE_LINES);
        form.block("tls");
        form.flag(schema.useTls);
        form.file(schema.keyStore, Choices.KEY_STORES);
        form.password(schema.keyStorePassword);
        form.flag(schema.requireClientCertificate);
        form.file(schema.trustStore, Choices.TRUST_STORES);
        form.password(schema.trustStorePassword);
        layOut(form);
    }

    @Override
    String prefix() {
        return "host.";
    }

    @Override
    public TestElement makeTestElement() {
        return new Iso8583Host();
    }

    @Override
    public void assignDefaultValues(TestElement element) {
        super.assignDefaultValues(element);
        element.set(Iso8583HostSchema.INSTANCE.rules, Labels.get(prefix() + "rules.default"));
    }
}
