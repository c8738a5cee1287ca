package io.github.isostress.wire;

import static io.github.isostress.support.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.support.Await;
import io.github.isostress.support.Peers;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection does when its peer acts while it is idle. */
class IdleConnectionTest {
    private static final byte[] FRAME = hex("0003 0A0B0C");

    private static Peers peers;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) {
        peers = new Peers(folder);
    }

    private static void assertFoundClosed(boolean tls, Step... script) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, script);
                HostConnection connection = peers.connect(tls, peer.port(), "binary2")) {
            assertFoundClosed(connection);
        }
    }

    private static void assertFoundClosed(HostConnection connection) {
        Await.until("the end is found", connection::closedWhileIdle);

        assertThat(connection.isOpen()).isFalse();
        assertThat(connection.socket().isClosed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldFindTheEndWhenTheHostHasClosed(boolean tls) throws Exception {
        assertFoundClosed(tls);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldFindTheEndWhenTheHostHasReset(boolean tls) throws Exception {
        // A reset that comes while the socket still opens would be a connect that failed.
        try (ScriptedPeer peer = peers.peer(tls, Step.read(FRAME.length), Step.reset());
                HostConnection connection = peers.connect(tls, peer.port(), "binary2")) {
            connection.send(FRAME, TestClient.soon());

            assertFoundClosed(connection);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldFindTheEndWhenTheHostHasSaidSomethingBefore(boolean tls) throws Exception {
        assertFoundClosed(tls, Step.send(FRAME));
    }

    @Test
    void shouldFindTheEndWhenTlsEndsWithoutCloseNotify() throws Exception {
        assertFoundClosed(true, Step.vanish());
    }

    private static void letItIdle(HostConnection connection) {
        long idle = TimeUnit.MILLISECONDS.toNanos(1_100);
        Await.until("it has been idle", () -> System.nanoTime() - connection.lastUsedNanos() > idle);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldStayUsableWhenTheHostIsOnlySilent(boolean tls) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.read(FRAME.length), Step.send(FRAME), Step.staySilent());
                HostConnection connection = peers.connect(tls, peer.port(), "binary2")) {
            letItIdle(connection);

            assertThat(connection.closedWhileIdle()).isFalse();
            connection.send(FRAME, TestClient.soon());
            long sent = connection.lastUsedNanos();
            Frame answer = connection.receive(TestClient.soon());
            assertThat(answer.bytes()).isEqualTo(FRAME);
            assertThat(connection.lastUsedNanos()).isGreaterThan(sent).isEqualTo(answer.lastByteNanos());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldKeepWhatTheHostHasSaidWhenItIsStillThere(boolean tls) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.send(FRAME), Step.staySilent());
                HostConnection connection = peers.connect(tls, peer.port(), "binary2")) {
            Await.until("something has come", connection.unread()::haveCome);
            letItIdle(connection);

            assertThat(connection.closedWhileIdle()).isFalse();
            // Over TLS, what had come may have been no more than a ticket.
            Await.until("what it has said is still there", connection.unread()::haveCome);
            List<Frame> early = new ArrayList<>();
            Await.until("the frame is here", () -> early.addAll(early(connection)));
            assertThat(early).extracting(Frame::bytes).containsExactly(FRAME);
        }
    }

    private static List<Frame> early(HostConnection connection) {
        List<Frame> early = new ArrayList<>();
        try {
            connection.takeUnread(early::add);
            return early;
        } catch (FailureException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldSayClosedWhenWeHaveClosedItOurselves(boolean tls) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.staySilent())) {
            HostConnection connection = peers.connect(tls, peer.port(), "binary2");
            connection.close();

            assertThat(connection.closedWhileIdle()).isTrue();
            assertThat(connection.unread().haveCome()).isFalse();
        }
    }
}
