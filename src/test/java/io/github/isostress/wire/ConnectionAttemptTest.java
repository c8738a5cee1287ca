package io.github.isostress.wire;

import static io.github.isostress.wire.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionAttemptTest {
    private static final Framing FRAMING = FramingPreset.BINARY2.framing();

    private static ConnectionAttempt attempt(String host, int port, int timeoutMillis) {
        return TestClient.attempt(host, port, FRAMING, timeoutMillis, null);
    }

    @Test
    void shouldSendEachMessageAtOnceWhenConnected() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            assertThat(connection.isOpen()).isTrue();
            assertThat(connection.socket().getTcpNoDelay()).isTrue();
            assertThat(connection.framing()).hasToString(FRAMING.toString());
        }
    }

    @Test
    void shouldTellConnectionRefusedWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        FailureException failure =
                failureOf(() -> attempt("127.0.0.1", port, 5_000).open());

        assertThat(failure.failure()).isEqualTo(Failure.CONNECTION_REFUSED);
    }

    @Test
    void shouldTellUnknownHostWhenNameHasNoAddress() {
        FailureException failure =
                failureOf(() -> attempt("no-such-host.invalid", 5000, 5_000).open());

        assertThat(failure.failure()).isEqualTo(Failure.UNKNOWN_HOST);
        assertThat(failure).hasMessage("the name has no address");
    }

    @Test
    void shouldTellConnectTimeoutWhenNobodyAnswersTheAttempt() throws Exception {
        try (FullBacklog full = new FullBacklog()) {
            FailureException failure = assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> failureOf(() -> attempt("127.0.0.1", full.port(), 200).open()));

            assertThat(failure.failure()).isEqualTo(Failure.CONNECT_TIMEOUT);
        }
    }

    /** Where the system gives up before our timeout does, it says so in words only. */
    @Test
    void shouldTellConnectTimeoutWhenTheSystemGivesUpFirst() {
        assertThat(WireFailures.whileConnecting(new ConnectException("Connection timed out: connect"))
                        .failure())
                .isEqualTo(Failure.CONNECT_TIMEOUT);
    }

    @Test
    void shouldTellConnectFailedWhenThereIsNoWayThere() {
        assertThat(WireFailures.whileConnecting(new java.net.NoRouteToHostException("No route to host"))
                        .failure())
                .isEqualTo(Failure.CONNECT_FAILED);
    }

    @Test
    void shouldTellInterruptedWhenStoppedWhileConnecting() throws Exception {
        try (FullBacklog full = new FullBacklog()) {
            ConnectionAttempt attempt = attempt("127.0.0.1", full.port(), 60_000);
            CompletableFuture<FailureException> failure = CompletableFuture.supplyAsync(() -> failureOf(attempt::open));
            // Before or after the attempt has begun: neither may leave it waiting.
            attempt.interrupt();

            assertThat(failure.get(20, TimeUnit.SECONDS).failure()).isEqualTo(Failure.INTERRUPTED);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''        | 5000  | 1000    | host is empty",
                "' '       | 5000  | 1000    | host is empty",
                "localhost | 0     | 1000    | port 0 is outside 1 to 65535",
                "localhost | 65536 | 1000    | port 65536 is outside 1 to 65535",
                "localhost | 5000  | 0       | connect timeout 0 is outside 1 to 3600000 ms",
                "localhost | 5000  | 3600001 | connect timeout 3600001 is outside 1 to 3600000 ms",
            })
    void shouldRefuseSettingsWhenOneIsOutOfRange(String host, int port, int timeoutMillis, String sentence) {
        assertThatThrownBy(() -> attempt(host, port, timeoutMillis))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    /** A port whose queue of clients is full, so that the system lets the next one wait. */
    private static final class FullBacklog implements AutoCloseable {
        private static final int MANY = 64;

        private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<Socket> waiting = new ArrayList<>();

        FullBacklog() throws IOException {
            boolean full = false;
            while (!full && waiting.size() < MANY) {
                Socket client = new Socket();
                waiting.add(client);
                try {
                    client.connect(listening.getLocalSocketAddress(), 200);
                } catch (SocketTimeoutException e) {
                    full = true;
                }
            }
            assumeTrue(full, "this system takes any number of clients into a queue of one");
        }

        int port() {
            return listening.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            for (Socket client : waiting) {
                client.close();
            }
            listening.close();
        }
    }
}
