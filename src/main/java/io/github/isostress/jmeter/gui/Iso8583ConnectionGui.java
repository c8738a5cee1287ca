package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583ConnectionSchema;
import org.apache.jmeter.testelement.TestElement;

/** The panel of {@link Iso8583Connection}. */
public final class Iso8583ConnectionGui extends ConfigPanel {
    private static final long serialVersionUID = 1L;
    private static final int ANSWER_LINES = 3;
    private static final int RITUAL_LINES = 4;

    /** Made by JMeter. */
    public Iso8583ConnectionGui() {
        Iso8583ConnectionSchema schema = Iso8583ConnectionSchema.INSTANCE;
        PropertyForm form = new PropertyForm(prefix());
        host(form, schema);
        life(form, schema);
        rituals(form, schema);
        tls(form, schema);
        layOut(form);
    }

    private static void host(PropertyForm form, Iso8583ConnectionSchema schema) {
        form.page("hostPage");
        form.block("tcp");
        form.longText(schema.host);
        form.text(schema.port);
        form.text(schema.connectTimeout);
        form.choice(schema.hostOrder, Choices.HOST_ORDERS);
        form.choice(schema.resolve, Choices.RESOLVE);
        form.block("messages");
        form.choice(schema.framing, Choices.FRAMINGS);
        form.choice(schema.packager, Choices.PACKAGERS);
        form.block("socket");
        form.longText(schema.localAddresses);
        form.text(schema.receiveBuffer);
        form.text(schema.sendBuffer);
        form.flag(schema.keepAlive);
        form.flag(schema.resetOnClose);
    }

    private static void life(PropertyForm form, Iso8583ConnectionSchema schema) {
        form.page("lifePage");
        form.block("keeping");
        form.choice(schema.keep, Choices.KEEP);
        form.text(schema.poolWait);
        form.choice(schema.evaluate, Choices.EVALUATE);
        form.block("connecting");
        form.longText(schema.reconnectPause);
        form.text(schema.connectsPerSecond);
        form.block("hostFirst");
        form.choice(schema.unsolicited, Choices.UNSOLICITED);
        form.textArea(schema.unsolicitedAnswer, ANSWER_LINES);
    }

    private static void rituals(PropertyForm form, Iso8583ConnectionSchema schema) {
        form.page("ritualsPage");
        form.block("signOnBlock");
        form.textArea(schema.signOn, RITUAL_LINES);
        form.text(schema.signOnCodes);
        form.text(schema.ritualTimeout);
        form.block("echoBlock");
        form.textArea(schema.echo, RITUAL_LINES);
        form.text(schema.echoCodes);
        form.text(schema.echoIdle);
        form.block("signOffBlock");
        form.textArea(schema.signOff, RITUAL_LINES);
        form.text(schema.signOffCodes);
    }

    private static void tls(PropertyForm form, Iso8583ConnectionSchema schema) {
        form.page("tlsPage");
        form.block("tls");
        form.flag(schema.useTls);
        form.text(schema.protocols);
        form.text(schema.serverName);
        form.longText(schema.cipherSuites);
        form.choice(schema.resumption, Choices.RESUMPTION);
        form.block("clientKey");
        form.file(schema.keyStore, Choices.KEY_STORES);
        form.password(schema.keyStorePassword);
        form.file(schema.privateKey, Choices.PRIVATE_KEYS);
        form.longText(schema.keyAlias);
        form.block("trust");
        form.file(schema.trustStore, Choices.TRUST_STORES);
        form.password(schema.trustStorePassword);
        form.flag(schema.trustAll);
        form.flag(schema.verifyHostName);
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
