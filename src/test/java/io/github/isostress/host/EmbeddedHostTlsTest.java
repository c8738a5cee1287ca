package io.github.isostress.host;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.support.Await;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import io.github.isostress.wire.HostConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedHostTlsTest {
    private static final String PACKAGER = "iso87binary";

    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates() {
        certificates = new TestCertificates(folder);
    }

    private static ClientTls anonymous() {
        return ClientTls.trusting(certificates.ca());
    }

    private static ClientTls known() {
        return anonymous().showing(certificates.client(), PASSWORD);
    }

    private static String purchase(EmbeddedHost host, ClientTls tls) throws FailureException {
        try (HostConnection connection = TestClient.connect(host.port(), "binary2", tls)) {
            connection.send(
                    connection.framing().wrap(TestMessages.pack(TestMessages.purchase(PACKAGER, "000001"))),
                    TestClient.soon());
            return TestMessages.unpack(
                            PACKAGER, connection.receive(TestClient.soon()).message())
                    .getString(39);
        }
    }

    @Test
    void shouldServeAnybodyWhenNoClientCertificateIsRequired() throws Exception {
        try (EmbeddedHost host = TestHosts.tls(PACKAGER, certificates, false)) {
            assertThat(purchase(host, anonymous())).isEqualTo("00");
            assertThat(purchase(host, known())).isEqualTo("00");
            assertThat(host.record().connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldServeOnlyKnownClientsWhenACertificateIsRequired(String protocol) throws Exception {
        try (EmbeddedHost host = TestHosts.tls(PACKAGER, certificates, true)) {
            assertThat(purchase(host, known().offering(protocol))).isEqualTo("00");
            assertThatThrownBy(() -> purchase(host, anonymous().offering(protocol)))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isEqualTo(Failure.TLS_CLIENT_CERTIFICATE_REQUIRED));

            Await.until("the refusal is noted", () -> host.record().refusedHandshakes() == 1);
            assertThat(host.record().connections()).isEqualTo(1);
        }
    }

    @Test
    void shouldServeOthersWhenOneClientDoesNotShakeHands() throws Exception {
        try (EmbeddedHost host = TestHosts.tls(PACKAGER, certificates, true);
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            assertThat(silent.isConnected()).isTrue();
            assertThat(purchase(host, known())).isEqualTo("00");
        }
    }

    @Test
    void shouldEndTheHandshakeWhenClosed() throws Exception {
        EmbeddedHost host = TestHosts.tls(PACKAGER, certificates, true);
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            silent.setSoTimeout(TestClient.PATIENCE_MILLIS);
            assertThat(purchase(host, known())).isEqualTo("00");
            host.close();

            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void shouldRefuseToStartWhenItsKeyStoreCannotBeOpened() {
        HostTls tls = new HostTls(certificates.server(), "wrong", false, null, "");
        HostSettings settings =
                new HostSettings("127.0.0.1", 0, FramingReader.parse(""), Optional.empty(), Optional.of(tls));

        assertThatThrownBy(() -> EmbeddedHost.start(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the password of key store " + certificates.server() + " is wrong");
    }

    @Test
    void shouldNeverShowPasswordsWhenPrinted() {
        HostTls tls = new HostTls(certificates.server(), PASSWORD, true, certificates.ca(), PASSWORD);
        HostSettings settings =
                new HostSettings("127.0.0.1", 0, FramingReader.parse(""), Optional.empty(), Optional.of(tls));

        assertThat(settings.toString())
                .contains(certificates.server().toString())
                .doesNotContain(PASSWORD);
    }
}
