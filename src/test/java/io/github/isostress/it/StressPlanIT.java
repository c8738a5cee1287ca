package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingPreset;
import io.github.isostress.host.DemoCertificates;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostSettings;
import io.github.isostress.host.HostTls;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stress plan against the embedded host. */
class StressPlanIT {
    private static final Pattern STAN = Pattern.compile("(?m)^DE 11 .* (\\d{6})$");

    @TempDir
    Path folder;

    private final Path certs = folder("certs");

    private static Path folder(String name) {
        return JMeterProcess.PROJECT.resolve(name);
    }

    private EmbeddedHost hostThatRequiresClientCertificates() {
        return EmbeddedHost.start(new HostSettings(
                "127.0.0.1",
                0,
                FramingPreset.BINARY2.framing(),
                Optional.of(Packagers.builtIn("iso87ascii")),
                Optional.of(new HostTls(
                        certs.resolve(DemoCertificates.SERVER_FILE),
                        DemoCertificates.PASSWORD,
                        true,
                        certs.resolve(DemoCertificates.CA_FILE),
                        ""))));
    }

    private JMeterProcess stress() {
        return new JMeterProcess(folder, JMeterProcess.STRESS_PLAN)
                .with("test_duration_secs", 5)
                .with("ramp_up_secs", 1);
    }

    @Test
    void shouldHoldOneConnectionPerWorkerWhenHostRequiresClientCertificate() throws Exception {
        try (EmbeddedHost host = hostThatRequiresClientCertificates()) {
            Run run = stress().with("host", "127.0.0.1")
                    .with("port", host.port())
                    .with("use_tls", true)
                    .with("client_cert_pfx", certs.resolve(DemoCertificates.CLIENT_FILE))
                    .with("client_cert_password", DemoCertificates.PASSWORD)
                    .with("ca_cert", certs.resolve(DemoCertificates.CA_FILE))
                    .runUntil(soFar -> soFar.threads("purchase") == 20);
            Await.until("the host has heard of each end", () -> host.record().open() == 0);

            assertThat(host.record().connections()).isEqualTo(20);
            assertThat(host.record().refusedHandshakes()).isZero();
            assertThat(run.connects()).hasSize(20).allMatch(Jtl.Sample::successful);
            assertThat(run.connects()).extracting(Jtl.Sample::thread).doesNotHaveDuplicates();
            assertThat(run.requests()).hasSize((int) host.record().requestsAnswered());
        }
    }

    @Test
    void shouldReportTrueBytesAndMeaningOfDe39WhenRequestsAreApproved() throws Exception {
        Run run = stress().with("workers", 2).with("use_tls", true).run();

        assertThat(run.requests()).isNotEmpty().allSatisfy(sample -> {
            assertThat(sample.label()).isEqualTo("purchase");
            assertThat(sample.code()).isEqualTo("00");
            assertThat(sample.message()).isEqualTo("Approved");
            assertThat(sample.request()).startsWith("Request, " + sample.sentBytes() + " bytes");
            assertThat(sample.response()).startsWith("Response, " + sample.bytes() + " bytes");
        });
        assertThat(run.log()).contains("2 connections (0 open, 0 handshakes refused)");
    }

    @Test
    void shouldSendEveryStanOnceWhenManyWorkersShareTheSequence() throws Exception {
        Run run = stress().with("rps", 0).runUntil(soFar -> soFar.count("purchase") > 1_000);

        assertThat(run.requests())
                .hasSizeGreaterThan(100)
                .allSatisfy(sample -> assertThat(sample.request()).containsPattern(STAN));
        assertThat(run.requests()).extracting(StressPlanIT::stan).doesNotHaveDuplicates();
    }

    private static String stan(Jtl.Sample sample) {
        return STAN.matcher(sample.request())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    @Test
    void shouldSendIsoMessageWhenItHoldsBlanksAndLineBreaks() throws Exception {
        Run run = stress().with("test_duration_secs", 4)
                .with("workers", 1)
                .with("iso_message", """
                        30 38 30 30 38323230303030303030303030303030
                        3034303030303030303030303030303031313231
                        32 31 30 30 30 30 303030343231 333031
                        """)
                .run();

        assertThat(run.requests()).isNotEmpty().allSatisfy(sample -> {
            assertThat(sample.label()).isEqualTo("iso_message");
            assertThat(sample.code()).isEqualTo("00");
            assertThat(sample.request()).contains("0800", "000421");
            assertThat(sample.response()).contains("0810");
        });
    }

    @Test
    void shouldTakeTheDefaultsWhenPropertiesAreBlank() throws Exception {
        Path blank = Files.writeString(
                folder.resolve("blank.properties"),
                "host=\nport=\nworkers=\nrps=\nclient_cert_pfx=\nclient_cert_password=\nca_cert=\nframing=\npackager=\n");
        Run run = stress().with("use_tls", true)
                .with("test_duration_secs", 6)
                .option("-q", blank.toString())
                .run();

        assertThat(run.connects()).hasSize(20).allMatch(Jtl.Sample::successful);
        assertThat(run.requests()).isNotEmpty().allMatch(Jtl.Sample::successful);
    }

    @Test
    void shouldSpeakEveryBuiltInPackagerWhenHostDoes() throws Exception {
        Run run = stress().with("test_duration_secs", 4)
                .with("workers", 1)
                .with("packager", "iso87binary")
                .with("framing", "ascii4")
                .run();

        assertThat(run.requests()).isNotEmpty().allMatch(Jtl.Sample::successful);
    }

    @Test
    void shouldShowNoCardNumberAndNoPasswordWhenEverythingIsRecorded() throws Exception {
        Run run = stress().with("test_duration_secs", 4)
                .with("workers", 2)
                .with("use_tls", true)
                .run();

        String everything = run.console() + run.log() + run.samples();
        assertThat(run.requests()).isNotEmpty();
        assertThat(everything)
                .contains("999999******0015")
                .doesNotContain("9999990000000015")
                .doesNotContain("39 39 39 39 39 39 30 30")
                .doesNotContain(DemoCertificates.PASSWORD);
    }
}
