package io.github.isostress.tls;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.HoldingRelay;
import io.github.isostress.support.Peers;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.HostConnection;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines that come in the middle of a TLS record. */
class TlsRecordTest {
    private static final byte[] FRAME = hex("0003 0A0B0C");

    private static Peers peers;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) {
        peers = new Peers(folder);
    }

    /** In the record's header, and behind it. */
    @ParameterizedTest
    @CsvSource({"TLSv1.2, 3", "TLSv1.2, 10", "TLSv1.3, 3", "TLSv1.3, 10"})
    void shouldLoseNothingWhenTheRestOfARecordComesLate(String protocol, int bytes) throws Exception {
        Step requestRead = Step.read(FRAME.length);
        try (ScriptedPeer peer = peers.peer(
                        true, requestRead, Step.send(FRAME), requestRead, Step.send(FRAME), Step.staySilent());
                HoldingRelay relay = new HoldingRelay(peer.port());
                HostConnection connection = TestClient.connect(
                        relay.port(), "binary2", peers.trust().offering(protocol))) {
            connection.send(FRAME, TestClient.soon());
            connection.receive(TestClient.soon());
            relay.holdAfter(bytes);
            connection.send(FRAME, TestClient.soon());
            Await.until("a part of the record has passed", relay::holds);

            assertThat(failureOf(() -> connection.receive(TestClient.in(200))).failure())
                    .isEqualTo(Failure.RESPONSE_TIMEOUT);
            relay.letPass();
            assertThat(connection.receive(TestClient.soon()).bytes()).isEqualTo(FRAME);
        }
    }

    @Test
    void shouldTellResponseTimeoutWhenATlsRecordDribbles() throws Exception {
        byte[] largeRecord = Bytes.join(hex("17 0303 0B00"), new byte[0x0B00]);
        try (ScriptedPeer peer = peers.peer(true, Step.dribbleUnencrypted(largeRecord, 20));
                HostConnection connection = peers.connect(true, peer.port(), "binary2")) {
            assertThat(failureOf(() -> connection.receive(TestClient.in(400))).failure())
                    .isEqualTo(Failure.RESPONSE_TIMEOUT);
        }
    }
}
