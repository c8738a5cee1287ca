package io.github.isostress.connect;

import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.support.FullBacklog;
import io.github.isostress.support.Ports;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.SocketOptions;
import io.github.isostress.wire.WireFailures;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialAttemptTest {
    private static final Framing FRAMING = FramingPreset.BINARY2.framing();

    /** Longer than a system asks name servers that do not answer. */
    private static final int LOOK_UP_MILLIS = 120_000;

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
        int port = Ports.free();

        FailureException failure = failureOf(
                () -> attempt("127.0.0.1", port, TestClient.PATIENCE_MILLIS).open());

        assertThat(failure.failure()).isEqualTo(Failure.CONNECTION_REFUSED);
    }

    @Test
    void shouldTellUnknownHostWhenNameHasNoAddress() {
        FailureException failure = failureOf(
                () -> attempt("no-such-host.invalid", 5000, LOOK_UP_MILLIS).open());

        assertThat(failure.failure()).isEqualTo(Failure.UNKNOWN_HOST);
        assertThat(failure).hasMessage("the name has no address");
    }

    @Test
    void shouldTellConnectTimeoutWhenNobodyAnswersTheAttempt() throws Exception {
        try (FullBacklog full = new FullBacklog()) {
            FailureException failure = assertTimeoutPreemptively(
                    Duration.ofSeconds(120),
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
    void shouldTellHowItCameAboutWhenConnected() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            assertThat(connection.times().endpoint()).hasToString("127.0.0.1:" + peer.port());
            assertThat(connection.times().connectNanos()).isPositive();
            assertThat(connection.times().handshakeNanos()).isZero();
        }
    }

    @Test
    void shouldSetTheSocketWhenOptionsAreGiven() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent())) {
            ConnectionSettings settings = new ConnectionSettings(
                            new Endpoint("127.0.0.1", peer.port()),
                            TestClient.PATIENCE_MILLIS,
                            FRAMING,
                            Optional.empty())
                    .with(new SocketOptions(true, true, 20_000, 30_000));
            try (HostConnection connection = TestClient.dial(settings, null).open()) {
                assertThat(connection.socket().getTcpNoDelay()).isTrue();
                assertThat(connection.socket().getKeepAlive()).isTrue();
                assertThat(connection.socket().getSoLinger()).isZero();
                assertThat(connection.socket().getReceiveBufferSize()).isBetween(20_000, 40_000);
                assertThat(connection.socket().getSendBufferSize()).isBetween(30_000, 60_000);
            }
        }
    }

    @Test
    void shouldTellHostUnreachableWhenThereIsNoWayThere() {
        assertThat(WireFailures.whileConnecting(new java.net.NoRouteToHostException("No route to host"))
                        .failure())
                .isEqualTo(Failure.HOST_UNREACHABLE);
        assertThat(WireFailures.whileConnecting(new java.net.SocketException("Network is unreachable"))
                        .failure())
                .isEqualTo(Failure.HOST_UNREACHABLE);
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
}
