package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Assertion;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583FieldExtractor;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.Iso8583MessageDefaults;
import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.element.Iso8583Request;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The names that plans in users' hands hold. A test that fails here means: those plans would not load any more. */
@ExtendWith(JMeterEnvironment.class)
class JmxFormatTest {
    @Test
    void shouldKeepTheClassNamesWhenReleased() {
        assertThat(Iso8583Request.class.getName()).isEqualTo("io.github.isostress.jmeter.element.Iso8583Request");
        assertThat(Iso8583RequestGui.class.getName()).isEqualTo("io.github.isostress.jmeter.gui.Iso8583RequestGui");
        assertThat(Iso8583Connection.class.getName()).isEqualTo("io.github.isostress.jmeter.element.Iso8583Connection");
        assertThat(Iso8583ConnectionGui.class.getName())
                .isEqualTo("io.github.isostress.jmeter.gui.Iso8583ConnectionGui");
        assertThat(Iso8583Host.class.getName()).isEqualTo("io.github.isostress.jmeter.element.Iso8583Host");
        assertThat(Iso8583HostGui.class.getName()).isEqualTo("io.github.isostress.jmeter.gui.Iso8583HostGui");
    }

    @Test
    void shouldKeepTheNamesOfExtractorAndAssertionWhenReleased() {
        assertThat(Iso8583FieldExtractor.class.getName())
                .isEqualTo("io.github.isostress.jmeter.element.Iso8583FieldExtractor");
        assertThat(Iso8583FieldExtractorGui.class.getName())
                .isEqualTo("io.github.isostress.jmeter.gui.Iso8583FieldExtractorGui");
        assertThat(Panel.EXTRACTOR.ownProperties())
                .extracting(PropertyDescriptor::getName)
                .contains(
                        "Iso8583FieldExtractor.source",
                        "Iso8583FieldExtractor.variables",
                        "Iso8583FieldExtractor.defaultValue");
        assertThat(Iso8583Assertion.class.getName()).isEqualTo("io.github.isostress.jmeter.element.Iso8583Assertion");
        assertThat(Iso8583AssertionGui.class.getName()).isEqualTo("io.github.isostress.jmeter.gui.Iso8583AssertionGui");
        assertThat(Panel.ASSERTION.ownProperties())
                .extracting(PropertyDescriptor::getName)
                .contains("Iso8583Assertion.source", "Iso8583Assertion.rules");
    }

    @Test
    void shouldKeepTheNamesOfTheRateTimerWhenReleased() {
        assertThat(Iso8583RateTimer.class.getName()).isEqualTo("io.github.isostress.jmeter.element.Iso8583RateTimer");
        assertThat(Iso8583RateTimerGui.class.getName()).isEqualTo("io.github.isostress.jmeter.gui.Iso8583RateTimerGui");
        assertThat(Panel.RATE.ownProperties())
                .extracting(PropertyDescriptor::getName)
                .contains(
                        "Iso8583RateTimer.rate",
                        "Iso8583RateTimer.total",
                        "Iso8583RateTimer.arrivals",
                        "Iso8583RateTimer.backlog",
                        "Iso8583RateTimer.begin",
                        "Iso8583RateTimer.beginWithin");
    }

    @Test
    void shouldKeepTheNamesOfTheKeysWhenReleased() {
        assertThat(Iso8583Keys.class.getName()).isEqualTo("io.github.isostress.jmeter.element.Iso8583Keys");
        assertThat(Iso8583KeysGui.class.getName()).isEqualTo("io.github.isostress.jmeter.gui.Iso8583KeysGui");
        assertThat(Panel.KEYS.ownProperties())
                .extracting(PropertyDescriptor::getName)
                .containsExactlyInAnyOrder(
                        "Iso8583Keys.keys",
                        "Iso8583Keys.file",
                        "Iso8583Keys.filePassword",
                        "Iso8583Keys.filePasswordVariable",
                        "Iso8583Keys.parity",
                        "Iso8583Keys.counterFile");
    }

    @Test
    void shouldKeepTheNamesOfTheMessageDefaultsWhenReleased() {
        assertThat(Iso8583MessageDefaults.class.getName())
                .isEqualTo("io.github.isostress.jmeter.element.Iso8583MessageDefaults");
        assertThat(Iso8583MessageDefaultsGui.class.getName())
                .isEqualTo("io.github.isostress.jmeter.gui.Iso8583MessageDefaultsGui");
        assertThat(Panel.DEFAULTS.ownProperties())
                .extracting(PropertyDescriptor::getName)
                .containsExactly("Iso8583MessageDefaults.lines", "Iso8583MessageDefaults.verified");
    }

    @Test
    void shouldKeepThePropertiesOfTheRequestWhenReleased() {
        assertThat(Panel.REQUEST.ownProperties())
                .extracting(PropertyDescriptor::getName)
                .contains(
                        "Iso8583Request.template",
                        "Iso8583Request.checkRequests",
                        "Iso8583Request.successCodes",
                        "Iso8583Request.matchElements",
                        "Iso8583Request.responseTimeout",
                        "Iso8583Request.echoElements",
                        "Iso8583Request.verified",
                        "Iso8583Request.afterTimeout",
                        "Iso8583Request.expectAnswer",
                        "Iso8583Request.variables",
                        "Iso8583Request.responseDetail");
    }

    @Test
    void shouldKeepThePropertiesOfTheConnectionWhenReleased() {
        assertThat(Panel.CONNECTION.ownProperties())
                .extracting(PropertyDescriptor::getName)
                .contains(
                        "Iso8583Connection.host",
                        "Iso8583Connection.port",
                        "Iso8583Connection.framing",
                        "Iso8583Connection.packager",
                        "Iso8583Connection.connectTimeout",
                        "Iso8583Connection.useTls",
                        "Iso8583Connection.keyStore",
                        "Iso8583Connection.keyStorePassword",
                        "Iso8583Connection.trustStore",
                        "Iso8583Connection.trustStorePassword",
                        "Iso8583Connection.trustAll",
                        "Iso8583Connection.verifyHostName",
                        "Iso8583Connection.protocols",
                        "Iso8583Connection.serverName",
                        "Iso8583Connection.keyAlias",
                        "Iso8583Connection.privateKey",
                        "Iso8583Connection.cipherSuites",
                        "Iso8583Connection.resumption",
                        "Iso8583Connection.keep",
                        "Iso8583Connection.poolWait",
                        "Iso8583Connection.evaluate",
                        "Iso8583Connection.hostOrder",
                        "Iso8583Connection.resolve",
                        "Iso8583Connection.localAddresses",
                        "Iso8583Connection.keepAlive",
                        "Iso8583Connection.resetOnClose",
                        "Iso8583Connection.receiveBuffer",
                        "Iso8583Connection.sendBuffer",
                        "Iso8583Connection.reconnectPause",
                        "Iso8583Connection.connectsPerSecond",
                        "Iso8583Connection.signOn",
                        "Iso8583Connection.signOnCodes",
                        "Iso8583Connection.echo",
                        "Iso8583Connection.echoCodes",
                        "Iso8583Connection.echoIdle",
                        "Iso8583Connection.signOff",
                        "Iso8583Connection.signOffCodes",
                        "Iso8583Connection.newKeys",
                        "Iso8583Connection.ritualTimeout",
                        "Iso8583Connection.unsolicited",
                        "Iso8583Connection.unsolicitedAnswer");
    }

    @Test
    void shouldKeepThePropertiesOfTheHostWhenReleased() {
        assertThat(Panel.HOST.ownProperties())
                .extracting(PropertyDescriptor::getName)
                .contains(
                        "Iso8583Host.start",
                        "Iso8583Host.direction",
                        "Iso8583Host.connectTo",
                        "Iso8583Host.connectPort",
                        "Iso8583Host.connections",
                        "Iso8583Host.reconnectPause",
                        "Iso8583Host.verifyHostName",
                        "Iso8583Host.address",
                        "Iso8583Host.port",
                        "Iso8583Host.portProperty",
                        "Iso8583Host.framing",
                        "Iso8583Host.packager",
                        "Iso8583Host.rules",
                        "Iso8583Host.useTls",
                        "Iso8583Host.keyStore",
                        "Iso8583Host.keyStorePassword",
                        "Iso8583Host.requireClientCertificate",
                        "Iso8583Host.trustStore",
                        "Iso8583Host.trustStorePassword");
    }
}
