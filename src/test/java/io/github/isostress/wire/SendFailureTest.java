package io.github.isostress.wire;

import static io.github.isostress.support.Bytes.hex;
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
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that cannot be sent. */
class SendFailureTest {
    private static final byte[] FRAME = hex("0003 0A0B0C");

    private static Peers peers;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) {
        peers = new Peers(folder);
    }

    /** More bytes than all buffers hold, to a host that reads none. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellSendFailedWhenHostDoesNotTakeTheRequest(boolean tls) throws Exception {
        try (ScriptedPeer peer = peers.peer(tls, Step.staySilent());
                HostConnection connection = peers.connect(tls, peer.port(), "binary4")) {
            FailureException failure = failureOf(() -> connection.send(new byte[50_000_000], TestClient.in(300)));

            assertThat(failure.failure()).isEqualTo(Failure.SEND_FAILED);
            assertThat(connection.isOpen()).isFalse();
            assertThat(failure).hasMessage("the host did not take the whole request in time");
        }
    }

    /** Small requests that together fill all buffers. */
    @Test
    void shouldTellSendFailedWhenHostTakesNoneOfManyRequests() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            FailureException failure = failureOf(() -> {
                for (int i = 0; i < 50_000; i++) {
                    connection.send(new byte[1_000], TestClient.in(1_000));
                }
            });

            assertThat(failure.failure()).isEqualTo(Failure.SEND_FAILED);
            assertThat(failure).hasMessage("the host did not take the whole request in time");
        }
    }

    /** The system accepts a request or two before it reports that the peer has gone. */
    @Test
    void shouldTellSendFailedWhenPeerHasBrokenOff() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(FRAME.length), Step.reset());
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            AtomicReference<FailureException> failure = new AtomicReference<>();
            Await.until("a write fails", () -> {
                failure.set(failureOf(() -> connection.send(FRAME, TestClient.soon())));
                return failure.get() != null;
            });

            assertThat(failure.get().failure()).isEqualTo(Failure.SEND_FAILED);
            assertThat(failure.get()).hasMessageMatching("Broken pipe|Connection reset.*");
            assertThat(connection.isOpen()).isFalse();
        }
    }
}
