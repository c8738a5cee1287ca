package io.github.isostress.wire;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.support.Await;
import io.github.isostress.support.Peers;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that come in time, late or one after the other, over plain TCP and over TLS: the connection stays open. */
class HostConnectionTest {
    private static final byte[] FRAME = hex("0003 0A0B0C");

    private static Peers peers;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) {
        peers = new Peers(folder);
    }

    /** The host has sent the whole frame: our delay is no reason to close the connection. */
    @Test
    void shouldKeepTheConnectionWhenTimeIsUpBeforeAWholeFrameThatHasComeWasRead() throws Exception {
        byte[] beginning = hex("0004 0A");
        byte[] rest = hex("0B0C0D");
        try (ScriptedPeer peer = peers.peer(
                        false, Step.send(beginning), Step.read(FRAME.length), Step.send(rest), Step.staySilent());
                HostConnection connection = peers.connect(false, peer.port(), "binary2")) {
            TestClient.awaitUnfinished(connection, beginning.length);
            connection.send(FRAME, TestClient.soon());
            Await.until("the rest of it", () -> {
                try {
                    return connection.socket().getInputStream().available() == rest.length;
                } catch (IOException e) {
                    return fail(e);
                }
            });

            FailureException failure = failureOf(() -> connection.receive(System.nanoTime()));

            assertThat(failure.failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
            assertThat(failure).hasMessage("time was up before all that had come was read");
            assertThat(connection.isOpen()).isTrue();
            assertThat(connection.receive(TestClient.soon()).message()).isEqualTo(hex("0A0B0C0D"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldGiveTheFrameWhenItComesInTime(boolean tls) throws Exception {
        byte[] beginning = hex("0003 0A");
        byte[] rest = hex("0B0C");
        try (ScriptedPeer peer = peers.peer(
                        tls,
                        Step.read(FRAME.length),
                        Step.send(beginning),
                        Step.read(1),
                        Step.dribble(rest, 5),
                        Step.staySilent());
                HostConnection connection = peers.connect(tls, peer.port(), "binary2")) {
            connection.send(FRAME, TestClient.soon());
            // What comes while we are held up is read at once: the rest comes when the beginning was read.
            TestClient.awaitUnfinished(connection, beginning.length);
            assertThat(peer.received()).isEqualTo(FRAME);
            connection.send(hex("01"), TestClient.soon());
            Frame frame = connection.receive(TestClient.soon());

            assertThat(frame.message()).isEqualTo(hex("0A0B0C"));
            assertThat(frame.firstByteNanos()).isLessThan(frame.lastByteNanos());
            assertThat(connection.isOpen()).isTrue();
        }
    }

    /** The read that ended with silence must not spoil the next one, nor over TLS. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldGiveOneFrameAfterTheOtherWhenEachEndsWithSilence(boolean tls) throws Exception {
        Step next = Step.read(1);
        try (ScriptedPeer peer = peers.peer(
                        tls, Step.send(hex("0A0B")), next, Step.send(hex("0C")), next, Step.send(hex("0D")));
                HostConnection connection = peers.connect(tls, peer.port(), "none")) {
            assertThat(connection.receive(TestClient.soon()).message()).isEqualTo(hex("0A0B"));
            connection.send(hex("01"), TestClient.soon());
            assertThat(connection.receive(TestClient.soon()).message()).isEqualTo(hex("0C"));
            connection.send(hex("01"), TestClient.soon());
            assertThat(connection.receive(TestClient.soon()).message()).isEqualTo(hex("0D"));
        }
    }

    /** A frame that comes late can be received next: the stream has lost nothing. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldStayUsableWhenNothingCameInTime(boolean tls) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.read(FRAME.length), Step.send(FRAME), Step.staySilent());
                HostConnection connection = peers.connect(tls, peer.port(), "binary2")) {
            FailureException failure = failureOf(() -> connection.receive(TestClient.in(100)));

            assertThat(failure.failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
            assertThat(failure).hasMessage("nothing came");
            assertThat(connection.isOpen()).isTrue();
            connection.send(FRAME, TestClient.soon());
            assertThat(connection.receive(TestClient.soon()).bytes()).isEqualTo(FRAME);
        }
    }

    /** A keep-alive may be cut in two by the deadline. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldEndAtTheDeadlineWhenOnlyKeepAlivesCome(boolean tls) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.flood(new byte[1000]));
                HostConnection connection = peers.connect(tls, peer.port(), "binary2")) {
            FailureException failure = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> failureOf(() -> connection.receive(TestClient.in(300))));

            assertThat(failure.failure()).isIn(Failure.RESPONSE_TIMEOUT, Failure.PARTIAL_FRAME);
        }
    }
}
