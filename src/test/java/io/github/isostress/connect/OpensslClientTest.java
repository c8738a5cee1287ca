package io.github.isostress.connect;

import static io.github.isostress.support.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.support.AcceptedClients;
import io.github.isostress.support.Await;
import io.github.isostress.support.OpensslClient;
import io.github.isostress.support.OpensslServer;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.HostConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenSSL's client connects to us, with and without a certificate. */
class OpensslClientTest {
    @TempDir
    Path folder;

    private TestCertificates certificates;

    @BeforeEach
    void prepare() throws Exception {
        OpensslServer.assumeInstalled();
        certificates = new TestCertificates(folder);
    }

    private static void assertAnswers(HostConnection taken) throws Exception {
        taken.send(hex("0003 0A0B0C"), TestClient.soon());
        assertThat(taken.receive(TestClient.soon()).message()).isEqualTo(hex("0A0B0C"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void shouldExchangeMessagesWhenItShowsACertificate(String version) throws Exception {
        String certificate =
                TestCertificates.asPem(certificates.client()).getFileName().toString();
        try (AcceptedClients clients = new AcceptedClients(certificates).requiringCertificates();
                OpensslClient client = new OpensslClient(
                        folder, clients.port(), version + " -CAfile ca.pem -verify_return_error -cert " + certificate);
                HostConnection taken = clients.attempt().open()) {
            assertAnswers(taken);
            assertThat(client.isRunning()).isTrue();
            assertThat(ConnectionFacts.of(taken, Direction.HOST_CONNECTS))
                    .anyMatch(fact -> fact.startsWith("client          CN=a client, issued by 'CN=test CA'"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void shouldExchangeMessagesWhenNoCertificateIsRequired(String version) throws Exception {
        try (AcceptedClients clients = new AcceptedClients(certificates);
                OpensslClient client =
                        new OpensslClient(folder, clients.port(), version + " -CAfile ca.pem -verify_return_error");
                HostConnection taken = clients.attempt().open()) {
            assertAnswers(taken);
            assertThat(client.isRunning()).isTrue();
            assertThat(ConnectionFacts.of(taken, Direction.HOST_CONNECTS)).contains("client          none");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void shouldTurnItAwayWhenItShowsNone(String version) throws Exception {
        try (AcceptedClients clients = new AcceptedClients(certificates).requiringCertificates();
                OpensslClient client = new OpensslClient(folder, clients.port(), version + " -CAfile ca.pem")) {
            List<LostClient> lost = new ArrayList<>();
            Await.until("it is lost", () -> lost.addAll(clients.attempt().lostClients()));

            assertThat(lost)
                    .extracting(each -> each.failure().failure())
                    .containsExactly(Failure.TLS_CLIENT_CERTIFICATE_MISSING);
            Await.until("it has ended", () -> !client.isRunning());
        }
    }
}
