package io.github.isostress.wire;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Peers;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection fails with when the peer falls silent, closes, resets or sends no frame; it is closed then. */
class BrokenConnectionTest {
    private static final byte[] FRAME = hex("0003 0A0B0C");

    private static Peers peers;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) {
        peers = new Peers(folder);
    }

    /** Sends a request and gives the failure of the wait for its response. */
    private static FailureException failure(boolean tls, long timeoutMillis, Step... script) throws FailureException {
        return failure(tls, "binary2", timeoutMillis, script);
    }

    private static FailureException failure(boolean tls, String framing, long timeoutMillis, Step... script)
            throws FailureException {
        return failureBehind(0, tls, framing, timeoutMillis, script);
    }

    /** The time runs when so many bytes have come. */
    private static FailureException failureBehind(
            int come, boolean tls, String framing, long timeoutMillis, Step... script) throws FailureException {
        try (ScriptedPeer peer = peers.peer(tls, script);
                HostConnection connection = peers.connect(tls, peer.port(), framing)) {
            connection.send(FRAME, TestClient.soon());
            if (come > 0) {
                TestClient.awaitUnfinished(connection, come);
            }
            FailureException failure = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> failureOf(() -> connection.receive(TestClient.in(timeoutMillis))));
            assertThat(connection.isOpen()).as("open after a failure").isFalse();
            assertThat(connection.socket().isClosed()).isTrue();
            return failure;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellPartialFrameWhenTheRestDoesNotCome(boolean tls) throws Exception {
        FailureException failure = failureBehind(3, tls, "binary2", 300, Step.send(hex("0003 0A")), Step.staySilent());

        assertThat(failure.failure()).isEqualTo(Failure.PARTIAL_FRAME);
        assertThat(failure).hasMessage("3 of 5 bytes of a frame came");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellPartialFrameWhenTheTrailerDoesNotCome(boolean tls) throws Exception {
        FailureException failure = failureBehind(2, tls, "etx", 300, Step.send(hex("0A0B")), Step.staySilent());

        assertThat(failure.failure()).isEqualTo(Failure.PARTIAL_FRAME);
        assertThat(failure).hasMessage("2 bytes of an unfinished frame came");
    }

    /** Each byte comes well within the timeout; the whole frame would take a minute. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellPartialFrameWhenBytesDribble(boolean tls) throws Exception {
        byte[] large = new byte[3_000];
        large[0] = 0x0B;
        FailureException failure = failureBehind(2, tls, "binary2", 400, Step.dribble(large, 20));

        assertThat(failure.failure()).isEqualTo(Failure.PARTIAL_FRAME);
        assertThat(failure).hasMessageMatching("\\d+ of 2818 bytes of a frame came");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellClosedByHostWhenStreamEndsBeforeAFrame(boolean tls) throws Exception {
        FailureException failure = failure(tls, TestClient.PATIENCE_MILLIS, Step.read(FRAME.length));

        assertThat(failure.failure()).isEqualTo(Failure.CLOSED_BY_HOST);
        assertThat(failure).hasMessage("the stream ended before the first byte of a response");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellClosedInsideFrameWhenStreamEndsThere(boolean tls) throws Exception {
        FailureException failure =
                failure(tls, TestClient.PATIENCE_MILLIS, Step.read(FRAME.length), Step.send(hex("0003 0A")));

        assertThat(failure.failure()).isEqualTo(Failure.CLOSED_INSIDE_FRAME);
        assertThat(failure).hasMessage("the stream ended after 3 of 5 bytes of a frame");
    }

    @Test
    void shouldTellClosedByHostWhenTlsEndsWithoutCloseNotify() throws Exception {
        FailureException failure = failure(true, TestClient.PATIENCE_MILLIS, Step.read(FRAME.length), Step.vanish());

        assertThat(failure.failure()).isEqualTo(Failure.CLOSED_BY_HOST);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellConnectionResetWhenPeerBreaksOff(boolean tls) throws Exception {
        FailureException failure = failure(tls, TestClient.PATIENCE_MILLIS, Step.read(FRAME.length), Step.reset());

        assertThat(failure.failure()).isEqualTo(Failure.CONNECTION_RESET);
    }

    /** The host resets only when we have the three bytes: a reset drops what has not been read. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellHowMuchHadComeWhenPeerBreaksOffInsideAFrame(boolean tls) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.send(hex("0003 0A")), Step.read(1), Step.reset());
                HostConnection connection = peers.connect(tls, peer.port(), "binary2")) {
            TestClient.awaitUnfinished(connection, 3);
            connection.send(hex("00"), TestClient.soon());
            FailureException failure = failureOf(() -> connection.receive(TestClient.soon()));

            assertThat(failure.failure()).isEqualTo(Failure.CONNECTION_RESET);
            assertThat(failure).hasMessageEndingWith(", after 3 of 5 bytes of a frame");
        }
    }

    @Test
    void shouldTellFrameLengthWhenItIsOutOfBounds() throws Exception {
        FailureException failure = failure(
                false, "ascii4 max=136", TestClient.PATIENCE_MILLIS, Step.send("0137".getBytes()), Step.staySilent());

        assertThat(failure.failure()).isEqualTo(Failure.FRAME_LENGTH);
        assertThat(failure).hasMessage("the first 4 bytes are 30 31 33 37, a length of 137, outside 0 to 136");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellBadFrameWhenBytesAreNoFrame(boolean tls) throws Exception {
        FailureException failure =
                failure(tls, "ascii4", TestClient.PATIENCE_MILLIS, Step.send("HTTP/1.1 400".getBytes()));

        assertThat(failure.failure()).isEqualTo(Failure.BAD_FRAME);
        assertThat(failure).hasMessage("the first 4 bytes are 48 54 54 50, which is no length");
    }

    @Test
    void shouldTellTlsFailureWhenARecordIsForged() throws Exception {
        FailureException failure = failure(
                true,
                TestClient.PATIENCE_MILLIS,
                Step.read(FRAME.length),
                Step.sendUnencrypted(Bytes.join(hex("17 0303 0020"), new byte[0x20])));

        assertThat(failure.failure()).isEqualTo(Failure.TLS_FAILURE);
    }
}
