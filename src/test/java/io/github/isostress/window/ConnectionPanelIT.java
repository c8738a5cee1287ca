package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.support.Await;
import io.github.isostress.support.ConnectingJposHost;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestHosts;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A connection is described and tried. */
@WindowTest
class ConnectionPanelIT {
    private static final String OWN_PACKAGER = """
            <?xml version="1.0"?>
            <isopackager>
            <isofield id="0" length="4" name="MTI" class="org.jpos.iso.IFA_NUMERIC"/>
            <isofield id="1" length="16" name="Bitmap" class="org.jpos.iso.IFB_BITMAP"/>
            <isofield id="11" length="6" name="STAN" class="org.jpos.iso.IFA_NUMERIC"/>
            <isofieldpackager id="48" length="999" name="PRIVATE DATA" class="org.jpos.iso.IFA_LLLCHAR"
                emitBitmap="false" packager="org.jpos.iso.packager.GenericSubFieldPackager">
              <isofield id="1" length="2" name="Kind" class="org.jpos.iso.IF_CHAR"/>
              <isofield id="2" length="4" name="Count of the tickets" class="org.jpos.iso.IFA_NUMERIC"/>
            </isofieldpackager>
            </isopackager>
            """;

    @Test
    void shouldListWhatThePackagerDefinesWhenItIsChecked(JMeterGui jmeter) {
        Pane connection = connection(jmeter);
        connection.field("Packager").type("iso87ascii");

        connection.button("Check").press();

        jmeter.dialog("Packager").awaitWords("SYSTEM TRACE AUDIT NUMBER");
        jmeter.picture("connection-packager");
    }

    @Test
    void shouldListPartsOrEachMistakeWhenAPackagerFileIsChecked(JMeterGui jmeter) throws IOException {
        Pane connection = connection(jmeter);
        Path file = Files.createTempDirectory("packager").resolve("own.xml");
        connection.field("Packager").type(file.toString());
        Files.writeString(file, OWN_PACKAGER);

        connection.button("Check").press();

        jmeter.dialog("Packager").awaitWords("48.1", "Kind", "48.2", "Count of the tickets");
        jmeter.picture("connection-packager-parts");
        jmeter.hand().press(KeyEvent.VK_ESCAPE);
        Files.writeString(
                file,
                OWN_PACKAGER
                        .replace("length=\"6\"", "length=\"twelve\"")
                        .replace("emitBitmap=\"false\"", "")
                        .replace("id=\"2\"", "id=\"1\""));
        connection.button("Check").press();
        Pane mistakes = jmeter.dialog("Packager")
                .awaitWords(
                        "length=\"twelve\" is no number",
                        "its id stands twice: first at line 8",
                        "or write emitBitmap=\"false\"");
        jmeter.picture("connection-packager-mistakes");
        assertThat(Appearance.flaws(mistakes.root())).isEmpty();
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

            trial.awaitWords("Ended.", "success").awaitInSight("remote address").awaitInSight("Calibrate");
            jmeter.picture("connection-tested");
        }
    }

    @Test
    void shouldSayWhatSharedConnectionsAreWhenTheyAreChosen(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        Pane life = jmeter.select(Plans.CONNECTION).tab("Life");
        life.field("Keep the connection for").type("thread");
        life.awaitWords("One connection a thread, one request under way.");
        assertThat(life.field("At most under way per connection").isUsable()).isFalse();

        life.field("Keep the connection for").type("shared 2");
        life.awaitWords("2 connections for all threads, each with any number of requests under way,", "MTI and DE 11");
        life.field("At most under way per connection").type("100");

        life.awaitWords("each with at most 100 requests under way", "A sample waits at most 10 s for room.");
        assertThat(Appearance.flaws(life.root())).isEmpty();
        jmeter.picture("connection-shared");
    }

    @Test
    void shouldSayWhatIsWrongWhenAFieldCannotBeUsed(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        Pane life = jmeter.select(Plans.CONNECTION).tab("Life");

        life.field("Keep the connection for").type("shared");

        life.awaitWords("keep 'shared' is none of thread, iteration, sample");
        assertThat(Appearance.flaws(life.root())).isEmpty();
        jmeter.picture("connection-refused");
    }

    @Test
    void shouldListenAndShowWhoCameWhenTheHostIsToConnect(JMeterGui jmeter) throws IOException {
        int port = Ports.free();
        Pane connection = connection(jmeter);
        connection.field("Connect timeout (ms)").type("10000");
        connection.field("Who connects").type("the host connects");
        connection.field("Listen on port").type(String.valueOf(port));
        connection.awaitWords("Listens on port " + port + " of all addresses as long as the test runs.");
        Appearance.awaitFlawless(connection.root());
        jmeter.picture("connection-listens");
        Pane trial = jmeter.panel().tab("Test connection");
        trial.button("Test connection").press();
        trial.awaitWords("Listening on 0.0.0.0:" + port + ": waiting for a client, at most 30 s.");
        assertThat(Appearance.flaws(trial.root())).isEmpty();
        jmeter.picture("connection-listening");

        try (ConnectingJposHost host = ConnectingJposHost.approving(port)) {
            trial.awaitWords("Ended.", "host accept", "ACCEPTED");
            assertThat(host.requests()).isZero();
            jmeter.picture("connection-accepted");
        }
    }

    private static Pane connection(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        return jmeter.select(Plans.CONNECTION).tab("Host and messages");
    }
}
