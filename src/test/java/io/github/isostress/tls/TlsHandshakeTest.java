package io.github.isostress.tls;

import static io.github.isostress.support.Failures.failureOf;
import static io.github.isostress.support.Handshakes.failure;
import static io.github.isostress.support.Handshakes.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.connect.ConnectionAttempt;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.support.Await;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.Handshakes;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes against the JDK's own TLS server. */
class TlsHandshakeTest {
    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates() {
        certificates = new TestCertificates(folder);
    }

    private static ScriptedPeer server(String... protocols) {
        return Handshakes.server(certificates, certificates.server(), protocols);
    }

    private static ClientTls strict() {
        return ClientTls.trusting(certificates.ca());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldSpeakTheProtocolWhenItIsTheOnlyOneOffered(String protocol) throws Exception {
        try (ScriptedPeer peer = server()) {
            assertThat(session(peer, "localhost", strict().offering(protocol)).getProtocol())
                    .isEqualTo(protocol);
        }
    }

    @Test
    void shouldSpeakTheCipherSuiteWhenItIsTheOnlyOneOffered() throws Exception {
        String suite = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
        try (ScriptedPeer peer = server()) {
            assertThat(session(peer, "localhost", strict().enciphering(suite)).getCipherSuite())
                    .isEqualTo(suite);
        }
    }

    @Test
    void shouldTellWhatWasOfferedWhenThereIsNoCommonProtocol() {
        try (ScriptedPeer peer = server("TLSv1.2")) {
            FailureException failure = failure(peer, "localhost", strict().offering("TLSv1.3"));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_NOTHING_IN_COMMON);
            assertThat(failure)
                    .hasMessageEndingWith(
                            ": offered were the TLS versions TLSv1.3 and Java's default cipher suites; try"
                                    + " others");
        }
    }

    @Test
    void shouldTellWhatWasOfferedWhenThereIsNoCommonCipherSuite() {
        try (ScriptedPeer peer = server()) {
            FailureException failure =
                    failure(peer, "localhost", strict().enciphering("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"));

            assertThat(failure.failure()).isEqualTo(Failure.TLS_NOTHING_IN_COMMON);
            assertThat(failure)
                    .hasMessage(
                            "its alert was handshake_failure: offered were Java's default TLS versions and the cipher"
                                    + " suites TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256; try others");
        }
    }

    @Test
    void shouldTellNothingInCommonWhenOurOwnOfferHasNothingInCommon() {
        try (ScriptedPeer peer = server()) {
            ClientTls tls = strict().offering("TLSv1.2").enciphering("TLS_AES_128_GCM_SHA256");

            assertThat(failure(peer, "localhost", tls).failure()).isEqualTo(Failure.TLS_NOTHING_IN_COMMON);
        }
    }

    @Test
    void shouldSendTheServerNameWhenOneIsGiven() throws Exception {
        try (ScriptedPeer peer = server()) {
            List<SNIServerName> names = ((ExtendedSSLSession)
                            session(peer, "127.0.0.1", strict().naming("switch.example")))
                    .getRequestedServerNames();

            assertThat(names).containsExactly(new SNIHostName("switch.example"));
        }
    }

    @Test
    void shouldSendNoServerNameWhenTheHostIsAnAddress() throws Exception {
        try (ScriptedPeer peer = server()) {
            assertThat(((ExtendedSSLSession) session(peer, "127.0.0.1", strict())).getRequestedServerNames())
                    .isEmpty();
        }
    }

    @Test
    void shouldTellTlsNotSpokenWhenThePeerSpeaksPlainText() {
        byte[] greeting = "220 ready\r\n".getBytes(StandardCharsets.US_ASCII);
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.send(greeting))) {
            assertThat(failure(peer, "localhost", strict()).failure()).isEqualTo(Failure.TLS_NOT_SPOKEN);
        }
    }

    @Test
    void shouldTellBrokenOffWhenThePeerClosesDuringTheHandshake() {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(1))) {
            assertThat(failure(peer, "localhost", strict()).failure()).isEqualTo(Failure.TLS_HANDSHAKE_BROKEN_OFF);
        }
    }

    @Test
    void shouldTellBrokenOffWhenThePeerResetsDuringTheHandshake() {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(1), Step.reset())) {
            assertThat(failure(peer, "localhost", strict()).failure()).isEqualTo(Failure.TLS_HANDSHAKE_BROKEN_OFF);
        }
    }

    /** A silent peer, and one that begins a record of 16 KiB and sends it byte by byte. */
    @ParameterizedTest
    @CsvSource({
        "0, 'not one byte came from the host: the likely cause is that this port speaks plain TCP, without TLS, and waits"
                + " for a message'",
        "400, no TLS came from the host: does it speak TLS on this port?",
    })
    void shouldTellHandshakeTimeoutWhenTheHandshakeDoesNotEnd(int dribbled, String words) throws Exception {
        byte[] record = new byte[dribbled];
        if (dribbled > 0) {
            System.arraycopy(new byte[] {0x16, 3, 3, 0x40, 0, 2, 0, 0x3F}, 0, record, 0, 8);
        }
        Await.inTime("a connection, and the first byte that is sent", millis -> {
            try (ScriptedPeer peer = ScriptedPeer.playing(Step.dribble(record, 20), Step.staySilent())) {
                FailureException failure = failureOf(() -> TestClient.attempt(
                                "localhost", peer.port(), FramingPreset.BINARY2.framing(), millis, strict())
                        .open());

                assertThat(failure.failure()).isIn(Failure.CONNECT_TIMEOUT, Failure.TLS_HANDSHAKE_TIMEOUT);
                return failure.getMessage().equals(words);
            }
        });
    }

    /** The alert of a host with a defect: internal_error. */
    @Test
    void shouldTellTheAlertWhenItFitsNothingElse() {
        byte[] alert = {0x15, 3, 3, 0, 2, 2, 80};
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(1), Step.send(alert))) {
            FailureException failure = failure(peer, "localhost", strict());

            assertThat(failure.failure()).isEqualTo(Failure.TLS_FAILURE);
            assertThat(failure).hasMessage("its alert was internal_error");
        }
    }

    @Test
    void shouldTellInterruptedWhenStoppedDuringTheHandshake() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(1), Step.staySilent())) {
            ConnectionAttempt attempt =
                    TestClient.attempt("localhost", peer.port(), FramingPreset.BINARY2.framing(), 120_000, strict());
            CompletableFuture<FailureException> failure = CompletableFuture.supplyAsync(() -> failureOf(attempt::open));
            Await.until("the handshake has begun", () -> peer.received().length == 1);
            attempt.interrupt();

            assertThat(failure.get(60, TimeUnit.SECONDS).failure()).isEqualTo(Failure.INTERRUPTED);
        }
    }
}
