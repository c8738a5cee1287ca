package io.github.isostress.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingPreset;
import io.github.isostress.support.Ports;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.NameResolver;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What is measured of a connect, and what is not. */
class OpeningTimeTest {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Map<String, Long> resolvedNanos = new ConcurrentHashMap<>();
    private final NameResolver names = new NameResolver(
            name -> {
                resolvedNanos.put(name, System.nanoTime());
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            },
            false);

    private DialAttempt attempt(Endpoint... hosts) {
        ConnectionSettings settings = new ConnectionSettings(
                        hosts[0], TIMEOUT_MILLIS, FramingPreset.BINARY2.framing(), Optional.empty())
                .to(List.of(hosts));
        return new DialAttempt(settings, null, names, Optional.empty());
    }

    @Test
    void shouldBeginWhenTheNameIsResolved() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent())) {
            DialAttempt attempt = attempt(new Endpoint("first.test", peer.port()));
            try (HostConnection connection = attempt.open()) {
                OpeningTime time = attempt.time();

                assertThat(time.startNanos() - resolvedNanos.get("first.test")).isNotNegative();
                assertThat(time.endNanos() - time.startNanos())
                        .isEqualTo(connection.times().connectNanos()
                                + connection.times().handshakeNanos());
            }
        }
    }

    @Test
    void shouldBeginWithTheFirstHostWhenThatRefusesAndAnotherIsTaken() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent())) {
            DialAttempt attempt =
                    attempt(new Endpoint("first.test", Ports.free()), new Endpoint("second.test", peer.port()));
            try (HostConnection connection = attempt.open()) {
                OpeningTime time = attempt.time();

                assertThat(time.startNanos() - resolvedNanos.get("first.test")).isNotNegative();
                assertThat(resolvedNanos.get("second.test") - time.startNanos()).isNotNegative();
                assertThat(time.endNanos() - time.startNanos())
                        .isGreaterThanOrEqualTo(connection.times().connectNanos());
            }
        }
    }
}
