package io.github.isostress.connect;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Failures.failureOf;
import static io.github.isostress.support.TestCertificates.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.support.AcceptedClients;
import io.github.isostress.support.Await;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import io.github.isostress.tls.SessionResumption;
import io.github.isostress.wire.HostConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that connect to us with TLS: who is received, and what is told of the others. */
class AcceptTlsTest {
    @TempDir
    static Path folder;

    private static TestCertificates certificates;
    private static TestCertificates others;

    @BeforeAll
    static void makeCertificates() throws IOException {
        certificates = new TestCertificates(folder);
        others = new TestCertificates(Files.createDirectory(folder.resolve("others")));
    }

    private static AcceptedClients clients() {
        return new AcceptedClients(certificates);
    }

    private static ClientTls anonymous() {
        return ClientTls.trusting(certificates.ca());
    }

    private static ClientTls known() {
        return anonymous().showing(certificates.client(), PASSWORD);
    }

    private static HostConnection connect(AcceptedClients clients, ClientTls tls) throws Exception {
        return TestClient.connect(clients.port(), "binary2", tls);
    }

    /** Fails at its handshake; with TLS 1.3 it does not learn of a refusal before it reads. */
    private static void connectInVain(AcceptedClients clients, ClientTls tls) {
        assertThat(failureOf(() -> {
                    try (HostConnection connection = connect(clients, tls)) {
                        connection.receive(TestClient.soon());
                    }
                }))
                .isNotNull();
    }

    /** What is told of the first client that was turned away, once the next one was received. */
    private static FailureReport told(AcceptedClients clients, ClientTls turnedAway) throws Exception {
        connectInVain(clients, turnedAway);
        List<LostClient> lost = new ArrayList<>();
        Await.until("the client is lost", () -> lost.addAll(clients.attempt().lostClients()));
        try (HostConnection next = connect(clients, known());
                HostConnection taken = clients.attempt().open()) {
            assertThat(taken.times().endpoint().port()).isEqualTo(next.socket().getLocalPort());
        }
        assertThat(lost).hasSize(1);
        return lost.get(0).failure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldTellBothCertificatesWhenAClientIsReceived(String protocol) throws Exception {
        try (AcceptedClients clients = clients().requiringCertificates();
                HostConnection client = connect(clients, known().offering(protocol));
                HostConnection taken = clients.attempt().open()) {
            taken.send(hex("0001 0A"), TestClient.soon());
            assertThat(client.receive(TestClient.soon()).message()).isEqualTo(hex("0A"));

            assertThat(taken.isResumed()).isFalse();
            assertThat(ConnectionFacts.of(taken, Direction.HOST_CONNECTS))
                    .anyMatch(fact -> fact.startsWith("TLS             " + protocol))
                    .anyMatch(fact -> fact.matches("time {12}[\\d.]+ ms for the TLS handshake"))
                    .anyMatch(fact -> fact.startsWith("client          CN=a client, issued by 'CN=test CA'"))
                    .contains("server          CN=localhost");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldTurnAClientAwayThatShowsNoCertificate(String protocol) throws Exception {
        try (AcceptedClients clients = clients().requiringCertificates()) {
            FailureReport failure = told(clients, anonymous().offering(protocol));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CLIENT_CERTIFICATE_MISSING);
            assertThat(failure.particulars()).matches("127\\.0\\.0\\.1:\\d+: it was asked for a certificate");
        }
    }

    @Test
    void shouldTurnAClientAwayWhoseIssuerIsUnknown() throws Exception {
        try (AcceptedClients clients = clients().requiringCertificates()) {
            FailureReport failure = told(clients, anonymous().showing(others.client(), PASSWORD));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CERTIFICATE_UNTRUSTED);
            assertThat(failure.particulars()).contains(": the host's certificate 'CN=a client'");
        }
    }

    @Test
    void shouldTurnAClientAwayWhoseNameIsNotAllowed() throws Exception {
        try (AcceptedClients clients = clients().allowing("a CLIENT, 10.1.2.3")) {
            FailureReport failure = told(clients, anonymous().showing(certificates.server(), PASSWORD));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_CLIENT_NAME_REFUSED);
            assertThat(failure.particulars())
                    .endsWith("its certificate 'CN=localhost' is for localhost, 127.0.0.1, and those that may connect"
                            + " are a CLIENT, 10.1.2.3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "elsewhere, LOCALHOST"})
    void shouldReceiveAClientWhenOneOfItsNamesIsAllowed(String allowed) throws Exception {
        try (AcceptedClients clients = clients().allowing(allowed);
                HostConnection client = connect(clients, anonymous().showing(certificates.server(), PASSWORD));
                HostConnection taken = clients.attempt().open()) {
            assertThat(taken.times().endpoint().port())
                    .isEqualTo(client.socket().getLocalPort());
        }
    }

    @Test
    void shouldNameWhatIsOfferedWhenNothingIsInCommon() throws Exception {
        try (AcceptedClients clients = clients().offering("TLSv1.3")) {
            FailureReport failure = told(clients, anonymous().offering("TLSv1.2"));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_NOTHING_IN_COMMON);
        }
    }

    @Test
    void shouldNameOurCertificateWhenTheClientDoesNotTrustIt() throws Exception {
        try (AcceptedClients clients = clients()) {
            FailureReport failure = told(clients, ClientTls.trusting(others.ca()));

            // A client that closes while it has bytes to read resets the connection, which may take its alert with it.
            if (failure.failure() == Failure.TLS_FAILURE) {
                assertThat(failure.particulars())
                        .endsWith("it may not trust our certificate 'CN=localhost', issued by 'CN=test CA'");
            } else {
                assertThat(failure.failure()).isEqualTo(Failure.TLS_HANDSHAKE_BROKEN_OFF);
                assertThat(failure.particulars()).contains("not trust our certificate");
            }
        }
    }

    @Test
    void shouldHoldNoOtherUpWhenAClientSaysNothing() throws Exception {
        try (AcceptedClients clients = clients().withTimeout(10 * TestClient.PATIENCE_MILLIS);
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), clients.port());
                HostConnection client = connect(clients, anonymous());
                HostConnection taken = clients.attempt().open()) {
            assertThat(taken.times().endpoint().port())
                    .isEqualTo(client.socket().getLocalPort());
            assertThat(silent.isClosed()).isFalse();
        }
    }

    @Test
    void shouldHangUpOnAClientThatSaysNothing() throws Exception {
        try (AcceptedClients clients = clients().withTimeout(500);
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), clients.port())) {
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            List<LostClient> lost = new ArrayList<>();
            Await.until(
                    "the silent client is lost",
                    () -> lost.addAll(clients.attempt().lostClients()));
            assertThat(lost).singleElement().satisfies(client -> {
                assertThat(client.failure().failure()).isEqualTo(Failure.TLS_HANDSHAKE_TIMEOUT);
                assertThat(client.failure().particulars()).startsWith("127.0.0.1:" + silent.getLocalPort() + ": ");
            });
        }
    }

    @Test
    void shouldSayThatAClientSpeaksNoTls() throws Exception {
        try (AcceptedClients clients = clients();
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), clients.port())) {
            plain.getOutputStream().write(hex("0800 0A0B0C0D0E0F"));

            List<LostClient> lost = new ArrayList<>();
            Await.until(
                    "the client is lost", () -> lost.addAll(clients.attempt().lostClients()));
            assertThat(lost).extracting(each -> each.failure().failure()).containsExactly(Failure.TLS_NOT_SPOKEN);
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, SHARED, true", "TLSv1.3, SHARED, true", "TLSv1.2, FULL, false", "TLSv1.3, FULL, false"})
    void shouldResumeSessionsAsTheSettingsSay(String protocol, SessionResumption resumption, boolean resumed)
            throws Exception {
        try (AcceptedClients clients = clients().resuming(resumption)) {
            ClientTls tls = anonymous().offering(protocol).resuming(SessionResumption.THREAD);
            List<Boolean> seen = clients.takenOverOneLink(tls, 2);

            assertThat(seen).containsExactly(false, resumed);
        }
    }
}
