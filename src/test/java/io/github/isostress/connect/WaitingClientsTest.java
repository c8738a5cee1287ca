package io.github.isostress.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.support.Await;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.SocketOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clients that wait until a thread takes them. */
class WaitingClientsTest {
    /** The clients that left are known after a second, when the next one comes. */
    @Test
    void shouldDropThoseThatHaveLeftWhenOthersCome() throws Exception {
        ListenSettings settings = new ListenSettings(
                "127.0.0.1",
                Ports.free(),
                new ClientReception(
                        FramingPreset.BINARY2.framing(),
                        Optional.empty(),
                        TestClient.PATIENCE_MILLIS,
                        SocketOptions.SYSTEM));
        List<LostClient> lost = new ArrayList<>();
        try (Listeners listeners = new Listeners()) {
            listeners.begin(settings);
            for (int i = 0; i < 5; i++) {
                comesAndGoes(settings.port());
            }
            ConnectionAttempt attempt = listeners.source(settings, 1).attempt(new ConnectionPlace(0));

            Await.until("those that left are dropped", () -> {
                comesAndGoes(settings.port());
                return lost.addAll(attempt.lostClients()) && lost.size() >= 5;
            });
        }
        assertThat(lost).extracting(each -> each.failure().failure()).containsOnly(Failure.CLIENT_LEFT);
    }

    private static void comesAndGoes(int port) {
        assertThat(Ports.isClosed(port)).isFalse();
    }
}
