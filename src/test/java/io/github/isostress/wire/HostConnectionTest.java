package io.github.isostress.wire;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.wire.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a peer can do to a connection that stands, each over plain TCP and over TLS where the two may differ. */
class HostConnectionTest {
    private static final byte[] FRAME = hex("0003 0A0B0C");

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) {
        certificates = new TestCertificates(folder);
    }

    private static ScriptedPeer peer(boolean tls, Step... script) {
        return tls
                ? ScriptedPeer.overTls(certificates.serverContext(), unchanged -> {}, script)
                : ScriptedPeer.playing(script);
    }

    private static HostConnection connect(boolean tls, ScriptedPeer peer, String framing) throws FailureException {
        return tls
                ? TestClient.connect(peer.port(), framing, ClientTls.trusting(certificates.ca()))
                : TestClient.connect(peer.port(), framing);
    }

    /** Sends a request and tells what comes of waiting for the response. */
    private static FailureException failure(boolean tls, long timeoutMillis, Step... script) throws FailureException {
        return failure(tls, "binary2", timeoutMillis, script);
    }

    private static FailureException failure(boolean tls, String framing, long timeoutMillis, Step... script)
            throws FailureException {
        try (ScriptedPeer peer = peer(tls, script);
                HostConnection connection = connect(tls, peer, framing)) {
            connection.send(FRAME, TestClient.soon());
            FailureException failure = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> failureOf(() -> connection.receive(TestClient.in(timeoutMillis))));
            assertThat(connection.isOpen()).as("open after a failure").isFalse();
            assertThat(connection.socket().isClosed()).isTrue();
            return failure;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldGiveTheFrameWhenItComesInTime(boolean tls) throws Exception {
        try (ScriptedPeer peer = peer(tls, Step.read(FRAME.length), Step.dribble(FRAME, 5), Step.staySilent());
                HostConnection connection = connect(tls, peer, "binary2")) {
            connection.send(FRAME, TestClient.soon());
            Frame frame = connection.receive(TestClient.soon());

            assertThat(peer.received()).isEqualTo(FRAME);
            assertThat(frame.message()).isEqualTo(hex("0A0B0C"));
            assertThat(frame.firstByteNanos()).isLessThan(frame.lastByteNanos());
            assertThat(connection.isOpen()).isTrue();
        }
    }

    /** The read that found silence must not spoil the next one, over TLS neither. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldGiveOneFrameAfterTheOtherWhenEachEndsWithSilence(boolean tls) throws Exception {
        Step next = Step.read(1);
        try (ScriptedPeer peer =
                        peer(tls, Step.send(hex("0A0B")), next, Step.send(hex("0C")), next, Step.send(hex("0D")));
                HostConnection connection = connect(tls, peer, "none")) {
            assertThat(connection.receive(TestClient.soon()).message()).isEqualTo(hex("0A0B"));
            connection.send(hex("01"), TestClient.soon());
            assertThat(connection.receive(TestClient.soon()).message()).isEqualTo(hex("0C"));
            connection.send(hex("01"), TestClient.soon());
            assertThat(connection.receive(TestClient.soon()).message()).isEqualTo(hex("0D"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellResponseTimeoutWhenNothingComes(boolean tls) throws Exception {
        FailureException failure = failure(tls, 100, Step.staySilent());

        assertThat(failure.failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
        assertThat(failure).hasMessage("nothing came");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellResponseTimeoutWhenOnlyPartOfAFrameComes(boolean tls) throws Exception {
        FailureException failure = failure(tls, 300, Step.send(hex("0003 0A")), Step.staySilent());

        assertThat(failure.failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
        assertThat(failure).hasMessage("3 bytes of an unfinished frame came");
    }

    /** More than every buffer on the way holds, to a host that reads none of it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellResponseTimeoutWhenHostDoesNotTakeTheRequest(boolean tls) throws Exception {
        try (ScriptedPeer peer = peer(tls, Step.staySilent());
                HostConnection connection = connect(tls, peer, "binary4")) {
            FailureException failure = failureOf(() -> connection.send(new byte[50_000_000], TestClient.in(300)));

            assertThat(failure.failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
            assertThat(failure).hasMessage("the host did not take the whole request in time");
        }
    }

    /** Every single byte comes well within the timeout, the whole frame would take a minute. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellResponseTimeoutWhenBytesDribble(boolean tls) throws Exception {
        byte[] large = new byte[3_000];
        large[0] = 0x0B;
        FailureException failure = failure(tls, 400, Step.dribble(large, 20));

        assertThat(failure.failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
        assertThat(failure).hasMessageContaining("bytes of an unfinished frame came");
    }

    @Test
    void shouldTellResponseTimeoutWhenATlsRecordDribbles() throws Exception {
        byte[] largeRecord = Bytes.join(hex("17 0303 0B00"), new byte[0x0B00]);

        FailureException failure = failure(true, 400, Step.dribbleUnencrypted(largeRecord, 20));

        assertThat(failure.failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellResponseTimeoutWhenOnlyKeepAlivesCome(boolean tls) throws Exception {
        FailureException failure = failure(tls, 300, Step.flood(new byte[1000]));

        assertThat(failure.failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
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
    void shouldTellClosedByHostWhenStreamEndsInsideAFrame(boolean tls) throws Exception {
        FailureException failure =
                failure(tls, TestClient.PATIENCE_MILLIS, Step.read(FRAME.length), Step.send(hex("0003 0A")));

        assertThat(failure.failure()).isEqualTo(Failure.CLOSED_BY_HOST);
        assertThat(failure).hasMessage("the stream ended inside a frame, after 3 bytes of 5");
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

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellInterruptedWhenStoppedWhileWaiting(boolean tls) throws Exception {
        try (ScriptedPeer peer = peer(tls, Step.read(FRAME.length), Step.staySilent());
                HostConnection connection = connect(tls, peer, "binary2")) {
            connection.send(FRAME, TestClient.soon());
            CompletableFuture<FailureException> failure =
                    CompletableFuture.supplyAsync(() -> failureOf(() -> connection.receive(TestClient.in(120_000))));
            Await.until("the request has arrived", () -> peer.received().length == FRAME.length);
            connection.interrupt();

            assertThat(failure.get(20, TimeUnit.SECONDS).failure()).isEqualTo(Failure.INTERRUPTED);
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellInterruptedWhenStoppedBetweenTwoMessages(boolean tls) throws Exception {
        try (ScriptedPeer peer = peer(tls, Step.staySilent());
                HostConnection connection = connect(tls, peer, "binary2")) {
            connection.interrupt();

            assertThat(failureOf(() -> connection.send(FRAME, TestClient.soon()))
                            .failure())
                    .isEqualTo(Failure.INTERRUPTED);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldCloseOnceWhenClosedTwice(boolean tls) throws Exception {
        try (ScriptedPeer peer = peer(tls, Step.staySilent())) {
            HostConnection connection = connect(tls, peer, "binary2");
            connection.close();
            connection.close();

            assertThat(connection.isOpen()).isFalse();
            assertThat(failureOf(() -> connection.receive(TestClient.soon())).failure())
                    .isIn(Failure.CONNECTION_RESET, Failure.CLOSED_BY_HOST);
        }
    }
}
