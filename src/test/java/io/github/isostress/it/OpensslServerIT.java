package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.support.OpensslServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stress plan against {@code openssl s_server} with a CA, certificates and a PFX that openssl has made. */
class OpensslServerIT {
    private static final String PASSWORD = "correct horse";

    @TempDir
    static Path certificates;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        OpensslServer.assumeInstalled();
        openssl("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=TestCA -keyout ca.key -out ca.pem");
        Files.writeString(certificates.resolve("san.cnf"), "subjectAltName=DNS:localhost,IP:127.0.0.1\n");
        sign("server", "-extfile san.cnf");
        sign("client", "");
        openssl("pkcs12 -export -inkey client.key -in client.pem -out client.pfx -passout", "pass:" + PASSWORD);
    }

    private static void sign(String name, String extensions) throws Exception {
        openssl("req -new -newkey rsa:2048 -nodes -subj /CN=" + name + " -keyout " + name + ".key -out " + name
                + ".csr");
        openssl("x509 -req -days 2 -CA ca.pem -CAkey ca.key -CAcreateserial -in " + name + ".csr -out " + name + ".pem "
                + extensions);
    }

    private static void openssl(String words, String... more) throws Exception {
        OpensslServer.run(certificates, words, more);
    }

    private OpensslServer server(String version) throws Exception {
        return new OpensslServer(
                certificates,
                version + " -cert server.pem -key server.key -CAfile ca.pem -Verify 2 -verify_return_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void shouldExchangeFramesWhenServerRequiresClientCertificate(String version) throws Exception {
        try (OpensslServer server = server(version)) {
            Run run = stress(server)
                    .with("client_cert_pfx", certificates.resolve("client.pfx"))
                    .with("client_cert_password", PASSWORD)
                    .run();

            assertThat(run.connects()).hasSize(1).allMatch(Jtl.Sample::successful);
            assertThat(run.requests()).isNotEmpty().allMatch(Jtl.Sample::successful);
            assertThat(run.requests()).hasSize(server.frames());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void shouldSayThatOneIsRequiredWhenServerIsShownNoClientCertificate(String version) throws Exception {
        try (OpensslServer server = server(version)) {
            Run run = stress(server).run();

            assertThat(run.samples()).filteredOn(sample -> !sample.successful()).isNotEmpty();
            assertThat(run.samples())
                    .filteredOn(sample -> !sample.successful())
                    .extracting(Jtl.Sample::code)
                    .containsOnly("TLS_CLIENT_CERTIFICATE_REQUIRED");
        }
    }

    private JMeterProcess stress(OpensslServer server) {
        return new JMeterProcess(folder, JMeterProcess.STRESS_PLAN)
                .with("host", "127.0.0.1")
                .with("port", server.port())
                .with("use_tls", true)
                .with("ca_cert", certificates.resolve("ca.pem"))
                .with("packager", "none")
                .with("iso_message", "00010203AABBCC")
                .with("workers", 1)
                .with("ramp_up_secs", 0)
                .with("rps", 50)
                .with("test_duration_secs", 4);
    }
}
