package io.github.isostress.wire;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Bytes.join;
import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Await;
import io.github.isostress.support.Peers;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that is interrupted: the present wait ends, or the next one. */
class ConnectionInterruptTest {
    private static final byte[] FRAME = hex("0003 0A0B0C");

    /** Long before the wait would end by itself. */
    private static final int AT_ONCE_SECONDS = 60;

    private static Peers peers;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) {
        peers = new Peers(folder);
    }

    private static void assertEndsAtOnce(CompletableFuture<FailureException> waiting, HostConnection connection)
            throws Exception {
        connection.interrupt();

        assertThat(waiting.get(AT_ONCE_SECONDS, TimeUnit.SECONDS).failure()).isEqualTo(Failure.INTERRUPTED);
        assertThat(connection.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldEndWhenStoppedWhileReceiving(boolean tls) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.read(FRAME.length), Step.staySilent());
                HostConnection connection = peers.connect(tls, peer.port(), "binary2")) {
            connection.send(FRAME, TestClient.soon());
            CompletableFuture<FailureException> waiting =
                    CompletableFuture.supplyAsync(() -> failureOf(() -> connection.receive(TestClient.in(600_000))));
            Await.until("the request has arrived", () -> peer.received().length == FRAME.length);

            assertEndsAtOnce(waiting, connection);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldEndWhenStoppedWhileAWriteIsBlocked(boolean tls) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.read(FRAME.length), Step.staySilent());
                HostConnection connection = peers.connect(tls, peer.port(), "binary4")) {
            CompletableFuture<FailureException> waiting = CompletableFuture.supplyAsync(
                    () -> failureOf(() -> connection.send(new byte[50_000_000], TestClient.in(600_000))));
            Await.until("the request has begun to arrive", () -> peer.received().length > 0);

            assertEndsAtOnce(waiting, connection);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNotSendWhenStoppedBefore(boolean tls) throws Exception {
        assertInterrupted(tls, connection -> () -> connection.send(FRAME, TestClient.soon()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNotReceiveWhenStoppedBefore(boolean tls) throws Exception {
        assertInterrupted(tls, connection -> () -> connection.receive(TestClient.soon()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNotTakeUnreadFramesWhenStoppedBefore(boolean tls) throws Exception {
        assertInterrupted(tls, connection -> () -> connection.takeUnread(frame -> {}));
    }

    private interface Use {
        ThrowingCallable of(HostConnection connection);
    }

    /** A frame that was read together with the one before it is not given either. */
    private static void assertInterrupted(boolean tls, Use use) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.send(join(FRAME, FRAME)), Step.staySilent());
                HostConnection connection = peers.connect(tls, peer.port(), "binary2")) {
            connection.receive(TestClient.soon());
            connection.interrupt();

            FailureException failure = failureOf(use.of(connection));

            assertThat(failure.failure()).isEqualTo(Failure.INTERRUPTED);
            assertThat(failure).hasMessage("the sample was interrupted");
            assertThat(connection.socket().isClosed()).isTrue();
        }
    }
}
