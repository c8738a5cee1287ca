package io.github.isostress.connect;

import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.support.Await;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.FullBacklog;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.NameResolver;
import io.github.isostress.wire.NameResolverTest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An attempt to connect that is told to stop, at each of its stages. */
class DialAttemptInterruptTest {
    private static final Framing FRAMING = FramingPreset.BINARY2.framing();
    private static final int LONG_MILLIS = 120_000;

    /** Long before the attempt would give up. */
    private static final int AT_ONCE_SECONDS = 60;

    private static CompletableFuture<FailureException> opening(ConnectionAttempt attempt) {
        return CompletableFuture.supplyAsync(() -> failureOf(attempt::open));
    }

    private static void assertEndsAtOnce(ConnectionAttempt attempt, CompletableFuture<FailureException> waiting)
            throws Exception {
        attempt.interrupt();
        FailureException failure = waiting.get(AT_ONCE_SECONDS, TimeUnit.SECONDS);

        assertThat(failure.failure()).isEqualTo(Failure.INTERRUPTED);
        assertThat(failure).hasMessage("the sample was interrupted");
    }

    @Test
    void shouldNotEvenConnectWhenStoppedBefore() {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent())) {
            ConnectionAttempt attempt = TestClient.attempt("127.0.0.1", peer.port(), FRAMING, LONG_MILLIS, null);
            attempt.interrupt();

            assertThat(failureOf(attempt::open).failure()).isEqualTo(Failure.INTERRUPTED);
            assertThat(peer.connections()).isZero();
        }
    }

    @Test
    void shouldEndWhenStoppedWhileTheNameIsBeingResolved() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        NameResolver slow = new NameResolver(
                name -> {
                    asked.countDown();
                    NameResolverTest.await(answer);
                    return InetAddress.getAllByName("127.0.0.1");
                },
                false);
        ConnectionAttempt attempt = new DialAttempt(
                new ConnectionSettings(new Endpoint("slow.example", 5000), LONG_MILLIS, FRAMING, Optional.empty()),
                null,
                slow,
                Optional.empty());
        CompletableFuture<FailureException> waiting = opening(attempt);
        NameResolverTest.await(asked);

        assertEndsAtOnce(attempt, waiting);
        answer.countDown();
    }

    @Test
    void shouldEndWhenStoppedWhileConnecting() throws Exception {
        try (FullBacklog full = new FullBacklog()) {
            ConnectionAttempt attempt = TestClient.attempt("127.0.0.1", full.port(), FRAMING, LONG_MILLIS, null);
            // Before or after the attempt has begun: neither may leave it waiting.
            assertEndsAtOnce(attempt, opening(attempt));
        }
    }

    @Test
    void shouldTryNoOtherEndpointWhenStopped() throws Exception {
        try (FullBacklog full = new FullBacklog();
                ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent())) {
            ConnectionSettings settings = new ConnectionSettings(
                            new Endpoint("127.0.0.1", full.port()), LONG_MILLIS, FRAMING, Optional.empty())
                    .to(List.of(new Endpoint("127.0.0.1", full.port()), new Endpoint("127.0.0.1", peer.port())));
            ConnectionAttempt attempt = TestClient.dial(settings, null);

            assertEndsAtOnce(attempt, opening(attempt));
            assertThat(peer.connections()).isZero();
        }
    }

    @Test
    void shouldEndWhenStoppedDuringTheHandshake() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(1), Step.staySilent())) {
            ConnectionAttempt attempt =
                    TestClient.attempt("localhost", peer.port(), FRAMING, LONG_MILLIS, ClientTls.trustingAnybody());
            CompletableFuture<FailureException> waiting = opening(attempt);
            Await.until("the handshake has begun", () -> peer.received().length == 1);

            assertEndsAtOnce(attempt, waiting);
        }
    }

    /** Whoever stops it need not know that the connection stands by now. */
    @Test
    void shouldStopTheConnectionWhenItHasJustBeenOpened() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent())) {
            ConnectionAttempt attempt = TestClient.attempt("127.0.0.1", peer.port(), FRAMING, LONG_MILLIS, null);
            try (HostConnection connection = attempt.open()) {
                attempt.interrupt();

                assertThat(connection.isOpen()).isFalse();
                assertThat(failureOf(() -> connection.receive(TestClient.soon()))
                                .failure())
                        .isEqualTo(Failure.INTERRUPTED);
            }
        }
    }
}
