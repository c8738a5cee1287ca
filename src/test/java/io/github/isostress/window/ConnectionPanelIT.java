package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import org.junit.jupiter.api.Test;

/** A connection is described and tried. */
@WindowTest
class ConnectionPanelIT {
    @Test
    void shouldListWhatThePackagerDefinesWhenItIsChecked(JMeterGui jmeter) {
        Pane connection = connection(jmeter);
        connection.field("Packager").type("iso87ascii");

        connection.button("Check").press();

        jmeter.dialog("Packager").awaitWords("SYSTEM TRACE AUDIT NUMBER");
        jmeter.picture("connection-packager");
    }

    @Test
    void shouldShowTheBytesInFrontOfAMessageWhenTheFramingIsChanged(JMeterGui jmeter) {
        Pane connection = connection(jmeter);

        connection.field("Framing").type("ascii4 header=6000010002");

        connection.awaitWords("60 00 01 00 02");
    }

    @Test
    void shouldGreyTheTlsFieldsWhenTlsIsOff(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.THREADS);
        Pane tls = jmeter.add("Add", "Config Element", "ISO 8583 Connection").tab("TLS");
        assertThat(tls.field("Cipher suites").isUsable()).isFalse();

        tls.button("Use TLS").press();

        Await.until("the fields can be used", () -> tls.field("Cipher suites").isUsable());
    }

    @Test
    void shouldListTheCertificateWhenTheKeyStoreIsInspected(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        Pane tls = jmeter.select(Plans.CONNECTION).tab("TLS");
        tls.field("Key store").type("../certs/client.pfx");
        tls.field("Key store password").type("changeit");

        tls.block("Our certificate").button("Inspect").press();

        jmeter.dialog("Key store").awaitWords("CN=");
    }

    @Test
    void shouldSayWhatHappenedWhenTheConnectionIsTested(JMeterGui jmeter) {
        try (EmbeddedHost host = TestHosts.plain("binary2", "iso87ascii")) {
            Pane connection = connection(jmeter);
            connection.field("Port").type(String.valueOf(host.port()));
            Pane trial = jmeter.panel().tab("Test connection");

            trial.button("Test connection").press();

            trial.awaitWords("Ended.", "success");
            jmeter.picture("connection-tested");
        }
    }

    private static Pane connection(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        return jmeter.select(Plans.CONNECTION).tab("Host and messages");
    }
}
