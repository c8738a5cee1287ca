package io.github.isostress.wire;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.connect.ConnectionSettings;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.support.Await;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.Peers;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import io.github.isostress.tls.TlsContexts;
import io.github.isostress.tls.TlsHandshake;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection is closed, without a long wait. */
class ConnectionCloseTest {
    private static final byte[] FRAME = hex("0003 0A0B0C");

    /** Far above what a close takes, and far below what the write would wait. */
    private static final Duration SHORT = Duration.ofSeconds(60);

    private static Peers peers;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) {
        peers = new Peers(folder);
    }

    private static HostConnection connect(boolean tls, int port, boolean reset) throws FailureException {
        Optional<ClientTls> trust = tls ? Optional.of(peers.trust()) : Optional.empty();
        ConnectionSettings settings = new ConnectionSettings(
                        new Endpoint("localhost", port),
                        TestClient.PATIENCE_MILLIS,
                        FramingReader.parse("binary4"),
                        trust.map(ClientTls::settings))
                .with(new SocketOptions(false, reset, 0, 0));
        TlsHandshake handshake = trust.isEmpty()
                ? null
                : new TlsContexts().get(trust.get().settings()).handshake();
        return TestClient.dial(settings, handshake).open();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldCloseOnceWhenClosedTwice(boolean tls) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.staySilent())) {
            HostConnection connection = peers.connect(tls, peer.port(), "binary2");
            connection.close();
            connection.close();

            assertThat(connection.isOpen()).isFalse();
            assertThat(connection.socket().isClosed()).isTrue();
            FailureException failure = failureOf(() -> connection.receive(TestClient.soon()));
            assertThat(failure.failure()).isEqualTo(Failure.INTERRUPTED);
            assertThat(failure).hasMessage("the connection had been closed");
        }
    }

    /** All buffers are full, a write waits, and TLS has its close_notify to write behind it. */
    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void shouldNotWaitWhenThePeerDoesNotRead(boolean tls, boolean reset) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.read(FRAME.length), Step.staySilent())) {
            HostConnection connection = connect(tls, peer.port(), reset);
            CompletableFuture<FailureException> writing = CompletableFuture.supplyAsync(
                    () -> failureOf(() -> connection.send(new byte[50_000_000], TestClient.in(600_000))));
            Await.until("the request has begun to arrive", () -> peer.received().length > 0);
            long start = System.nanoTime();
            connection.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT);
            assertThat(connection.socket().isClosed()).isTrue();
            assertThat(writing.get(60, TimeUnit.SECONDS).failure()).isEqualTo(Failure.INTERRUPTED);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNotWaitWhenThePeerNeverStopsSending(boolean tls) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.flood(new byte[100_000]))) {
            HostConnection connection = peers.connect(tls, peer.port(), "binary2");
            Await.until("the flood has come", connection.unread()::haveCome);
            long start = System.nanoTime();
            connection.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT);
        }
    }

    @Test
    void shouldResetTheConnectionWhenItIsToBeReset() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HostConnection connection = connect(false, listening.getLocalPort(), true);
            try (Socket client = listening.accept()) {
                connection.close();

                assertThatThrownBy(() -> client.getInputStream().read())
                        .isInstanceOf(SocketException.class)
                        .hasMessage("Connection reset");
            }
        }
    }

    @Test
    void shouldEndTheStreamInGoodOrderWhenNothingElseIsAsked() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HostConnection connection = connect(false, listening.getLocalPort(), false);
            try (Socket client = listening.accept()) {
                connection.send(FRAME, TestClient.soon());
                connection.close();

                assertThat(client.getInputStream().readAllBytes()).isEqualTo(FRAME);
            }
        }
    }
}
