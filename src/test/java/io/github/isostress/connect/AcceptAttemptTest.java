package io.github.isostress.connect;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.support.Await;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.SocketOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that connect to us over plain TCP, and attempts that take them. */
class AcceptAttemptTest {
    private static final int SOON_MILLIS = 50;
    private static final int LONG_MILLIS = 60_000;

    private final Listeners listeners = new Listeners();
    private final ListenSettings settings;

    AcceptAttemptTest() throws IOException {
        settings = on(Ports.free());
    }

    @AfterEach
    void endRun() {
        listeners.close();
    }

    private static ListenSettings on(int port) {
        return on(port, SocketOptions.SYSTEM);
    }

    private static ListenSettings on(int port, SocketOptions options) {
        return new ListenSettings(
                "127.0.0.1",
                port,
                new ClientReception(FramingPreset.BINARY2.framing(), Optional.empty(), LONG_MILLIS, options));
    }

    private ConnectionAttempt attempt(int timeoutMillis) {
        return listeners.source(settings, timeoutMillis).attempt(new ConnectionPlace(0));
    }

    private Socket connect() throws Exception {
        return new Socket(InetAddress.getLoopbackAddress(), settings.port());
    }

    private static CompletableFuture<Object> opening(ConnectionAttempt attempt) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return attempt.open();
            } catch (FailureException e) {
                return e;
            }
        });
    }

    @Test
    void shouldTakeAClientThatConnectedBefore() throws Exception {
        listeners.begin(settings);
        try (Socket client = connect();
                HostConnection taken = attempt(LONG_MILLIS).open()) {
            client.getOutputStream().write(hex("0002 0A0B"));

            assertThat(taken.receive(TestClient.soon()).message()).isEqualTo(hex("0A0B"));
            assertThat(taken.times().endpoint().port()).isEqualTo(client.getLocalPort());
        }
    }

    @Test
    void shouldWaitForTheClientThatComesNext() throws Exception {
        listeners.begin(settings);
        CompletableFuture<Object> first = opening(attempt(LONG_MILLIS));
        CompletableFuture<Object> second = opening(attempt(LONG_MILLIS));
        try (Socket one = connect();
                Socket other = connect()) {
            List<Integer> taken = Stream.of(first, second)
                    .map(each -> (HostConnection)
                            each.orTimeout(60, TimeUnit.SECONDS).join())
                    .map(each -> each.times().endpoint().port())
                    .toList();

            assertThat(taken).containsExactlyInAnyOrder(one.getLocalPort(), other.getLocalPort());
        }
    }

    @Test
    void shouldSayThatNobodyConnected() {
        ConnectionAttempt attempt = attempt(SOON_MILLIS);

        FailureException failure = failureOf(attempt::open);

        assertThat(failure.failure()).isEqualTo(Failure.NOBODY_CONNECTED);
        assertThat(failure).hasMessage("none connected to 127.0.0.1:" + settings.port() + " in 50 ms");
    }

    @Test
    void shouldSayAtEachAttemptThatThePortIsInUseUntilItIsFree() throws Exception {
        try (ServerSocket other = new ServerSocket(settings.port(), 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 2; i++) {
                FailureException failure = failureOf(attempt(SOON_MILLIS)::open);
                assertThat(failure.failure()).isEqualTo(Failure.PORT_IN_USE);
                assertThat(failure).hasMessageStartingWith("127.0.0.1:" + other.getLocalPort() + ": ");
            }
        }

        assertThat(failureOf(attempt(SOON_MILLIS)::open).failure()).isEqualTo(Failure.NOBODY_CONNECTED);
    }

    @Test
    void shouldTellOnceOfAClientThatLeftAndTakeTheNext() throws Exception {
        listeners.begin(settings);
        Socket gone = connect();
        try (Socket next = connect()) {
            TestClient.closeAndArrive(gone);
            ConnectionAttempt attempt = attempt(LONG_MILLIS);

            assertThat(attempt.open().times().endpoint().port()).isEqualTo(next.getLocalPort());
            assertThat(attempt.lostClients()).singleElement().satisfies(lost -> {
                assertThat(lost.failure().failure()).isEqualTo(Failure.CLIENT_LEFT);
                assertThat(lost.failure().particulars()).startsWith("127.0.0.1:" + gone.getLocalPort() + ": ");
            });
            assertThat(attempt(LONG_MILLIS).lostClients()).isEmpty();
        }
    }

    @Test
    void shouldEndTheWaitOfTheAttemptThatIsInterruptedAndOfNoOther() throws Exception {
        ConnectionAttempt stopped = attempt(LONG_MILLIS);
        CompletableFuture<Object> first = opening(stopped);
        CompletableFuture<Object> second = opening(attempt(LONG_MILLIS));

        stopped.interrupt();

        assertThat(first.get(60, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.INTERRUPTED));
        listeners.begin(settings);
        try (Socket client = connect()) {
            assertThat(((HostConnection) second.get(60, TimeUnit.SECONDS))
                            .times()
                            .endpoint()
                            .port())
                    .isEqualTo(client.getLocalPort());
        }
    }

    @Test
    void shouldEndEveryWaitAndConnectionWithTheRun() throws Exception {
        listeners.begin(settings);
        CompletableFuture<Object> waiting = opening(attempt(LONG_MILLIS));
        try (Socket first = connect()) {
            waiting.get(60, TimeUnit.SECONDS);
            CompletableFuture<Object> next = opening(attempt(LONG_MILLIS));
            listeners.close();

            assertThat(next.get(60, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.INTERRUPTED));
            // A thread that waits for clients holds the port until it has run once more.
            Await.until("the port is closed", () -> Ports.isClosed(settings.port()));
            assertThat(first.isConnected()).isTrue();
        }
    }

    @Test
    void shouldShareAListenerOfEqualSettingsAndRefuseAnotherAtItsPort() {
        Accepting one = listeners.source(settings, SOON_MILLIS);

        assertThat(one.isOfferedByHost()).isTrue();
        assertThat(one.isInterchangeableWith(listeners.source(on(settings.port()), LONG_MILLIS)))
                .isTrue();
        assertThatThrownBy(
                        () -> listeners.source(on(settings.port(), new SocketOptions(true, false, 0, 0)), SOON_MILLIS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("listen port " + settings.port() + ": the test listens there already with other settings"
                        + " of framing, socket, timeout or TLS; give this connection a port of its own, or the same"
                        + " settings");
    }
}
