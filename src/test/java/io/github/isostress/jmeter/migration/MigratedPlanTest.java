package io.github.isostress.jmeter.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.ConnectingJposHost;
import io.github.isostress.support.JposHost;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestCertificates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.channel.ASCIIChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Plans that were taken over run as they are, against jPOS, and send what jPOS packs of the same fields. */
@ExtendWith({JMeterEnvironment.class, MigratedRun.class})
class MigratedPlanTest {
    @TempDir
    Path folder;

    @Test
    void shouldSendWhatJposPacksWhenFieldsAreOwnAndInherited() throws Exception {
        List<SampleResult> samples = MigratedRun.recorded("client.jmx", folder);

        assertThat(MigratedRun.labels(samples))
                .contains("purchase", "other terminal", "advice", "echo")
                .doesNotContain("switched off");
        assertThat(MigratedRun.labels(samples))
                .filteredOn("host connect"::equals)
                .hasSizeLessThan(2);
        ISOMsg purchase = OldMessages.message(
                "0",
                "0100",
                "2",
                OldMessages.PAN,
                "3",
                "000000",
                "4",
                "1000",
                "41",
                "TERM0002",
                "42",
                "MERCHANT0000001",
                "48",
                " spaced \"text\" ",
                "49",
                "978",
                "62.1",
                "one",
                "62.2",
                "three");
        OldMessages.tag(purchase, 1, "9F02", "000000001000");
        OldMessages.tag(purchase, 2, "9F03", "000000000000");
        OldMessages.tag(purchase, 3, "9F1A", "0554");
        OldMessages.binaryTag(purchase, 4, "95", "0000000000");
        OldMessages.tag(purchase, 5, "5F20", "SMITH/J");
        OldMessages.tag(purchase, 6, "5F2A", "554");
        ISOMsg other = OldMessages.message(
                "0",
                "0100",
                "2",
                OldMessages.PAN,
                "3",
                "000000",
                "4",
                "000000002000",
                "41",
                "TERM0003",
                "42",
                "MERCHANT0000001",
                "49",
                "978");
        OldMessages.tag(other, 3, "5F2A", "0000");
        OldMessages.binaryTag(other, 4, "95", "0000000000");
        assertSent(purchase, "one  ");
        assertSent(other, "TERM0003");
    }

    /** That the host has received these fields, with the STAN and the times of one of the messages that came. */
    private static void assertSent(ISOMsg expected, String mark) throws Exception {
        byte[] received = RecordingChannel.messages().stream()
                .filter(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(mark))
                .findFirst()
                .orElseThrow();
        ISOMsg read = OldMessages.message();
        read.unpack(received);
        for (int varying : new int[] {7, 11, 12}) {
            expected.set(varying, read.getString(varying));
        }
        assertThat(OldMessages.hex(received)).isEqualTo(OldMessages.hex(expected.pack()));
    }

    @Test
    void shouldConnectForEachSampleWhenConnectionsWereNotReused() throws Exception {
        ASCIIChannel channel = new ASCIIChannel();
        Properties digits = new Properties();
        digits.setProperty("length-digits", "6");
        channel.setConfiguration(new SimpleConfiguration(digits));
        channel.setPackager(Packagers.builtIn("iso87ascii"));
        List<SampleResult> samples;
        try (JposHost host = new JposHost(channel)) {
            samples = MigratedRun.run(MigratedRun.migrated("one-shot.jmx", folder), host.port());
        }

        assertThat(MigratedRun.labels(samples)).filteredOn("echo"::equals).hasSize(6);
        assertThat(samples)
                .filteredOn(sample -> !sample.getSampleLabel().equals("echo"))
                .hasSize(6);
    }

    @Test
    void shouldListenWithTlsWhenTheHostConnected() throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        JMeterUtils.setProperty(MigratedRun.KEY_STORE, certificates.server().toString());
        OldPlans.Migrated migrated = MigratedRun.migrated("server.jmx", folder);
        int port = Ports.free();
        Files.writeString(
                migrated.file(),
                migrated.text()
                        .replace("listenPort\">0<", "listenPort\">" + port + "<")
                        .replace("s3cret-store", TestCertificates.PASSWORD));
        try (ConnectingJposHost host =
                ConnectingJposHost.approving(port, Optional.of(certificates.anonymousContext()))) {
            List<SampleResult> samples = MigratedRun.run(migrated, port);

            assertThat(MigratedRun.labels(samples)).filteredOn("echo"::equals).hasSize(2);
            assertThat(host.requests()).isEqualTo(2);
        }
    }

    @Test
    void shouldReachTheConnectionReferredToWhenAnotherIsNearer() throws Exception {
        int mockPort = Ports.free();
        JMeterUtils.setProperty(MigratedRun.MOCK_PORT, String.valueOf(mockPort));
        OldPlans.Migrated migrated = MigratedRun.migrated("two-connections.jmx", folder);
        try (JposHost near = new JposHost(RecordingChannel.empty(Packagers.builtIn("iso87ascii")))) {
            List<SampleResult> samples = MigratedRun.run(migrated, near.port());

            assertThat(MigratedRun.labels(samples))
                    .filteredOn("far again"::equals)
                    .hasSize(2);
            assertThat(MigratedRun.labels(samples))
                    .filteredOn("to the far one"::equals)
                    .hasSize(2);
            assertThat(RecordingChannel.messages()).hasSize(2);
        }
        assertThat(migrated.remarks())
                .containsExactly(
                        "old plan > mock: requestListener: its script is not run: the host approves every request; "
                                + "write in Rules what it is to answer");
    }

    @Test
    void shouldRunWithTheUsualSettingsWhenPropertiesAreMissing() throws Exception {
        OldPlans.Migrated migrated = MigratedRun.migrated("bare.jmx", folder);
        try (JposHost host = new JposHost(RecordingChannel.empty(Packagers.builtIn("iso87ascii")))) {
            assertThat(MigratedRun.labels(MigratedRun.run(migrated, host.port())))
                    .contains("echo");
        }

        assertThat(migrated.report().isComplete()).isTrue();
        assertThat(migrated.remarks())
                .containsExactly(
                        "old plan > users > bare: reuseConnection: it is missing; the connection is kept, as the panel has "
                                + "it by default",
                        "old plan > users > echo: responseCodeField: it is missing; 39 was set, as the panel has it by default",
                        "old plan > users > echo: successResponseCode: it is missing; 00 was set, as the panel has it by "
                                + "default",
                        "old plan > users > echo: timeout: it is missing; 60000 was set, as the panel has it by default");
    }
}
