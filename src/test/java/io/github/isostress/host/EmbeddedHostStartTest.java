package io.github.isostress.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestHosts;
import io.github.isostress.wire.HostConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a host listens, what stops it from listening, and that it frees its port. */
class EmbeddedHostStartTest {
    private static final String PACKAGER = "iso87ascii";

    private static HostSettings settings(String address, int port) {
        return new HostSettings(address, port, FramingReader.parse(""), Optional.empty(), Optional.empty());
    }

    @Test
    void shouldEndAllSessionsAndFreeThePortWhenClosed() throws Exception {
        // A port that the system gives to nobody else meanwhile.
        EmbeddedHost host = TestHosts.onPort(Ports.free(), "");
        int port = host.port();
        try (HostConnection idle = TestClient.connect(port, "binary2");
                HostConnection halfSent = TestClient.connect(port, "binary2")) {
            halfSent.send(Bytes.hex("0010 30"), TestClient.soon());
            Await.until("both are connected", () -> host.record().open() == 2);
            host.close();

            for (HostConnection each : List.of(idle, halfSent)) {
                assertThatThrownBy(() -> each.receive(TestClient.soon()))
                        .isInstanceOfSatisfying(
                                FailureException.class,
                                e -> assertThat(e.failure()).isIn(Failure.CLOSED_BY_HOST, Failure.CONNECTION_RESET));
            }
            Await.until("no session is left", () -> host.record().open() == 0);
            try (EmbeddedHost next = EmbeddedHost.start(settings("127.0.0.1", port))) {
                assertThat(next.port()).isEqualTo(port);
            }
            host.close();
        }
    }

    @Test
    void shouldRefuseWithOneSentenceWhenThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedHost.start(settings("127.0.0.1", taken.getLocalPort())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the host cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": the port is in use or not permitted, or the address is not of this machine");
        }
    }

    @Test
    void shouldRefuseWithOneSentenceWhenTheAddressIsNone() {
        assertThatThrownBy(() -> EmbeddedHost.start(settings("no-such-host.invalid", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the host cannot listen on no-such-host.invalid:0: the address is not known");
    }

    @ParameterizedTest
    @CsvSource({"-1", "65536"})
    void shouldRefuseWhenThePortIsOutOfRange(int port) {
        assertThatThrownBy(() -> settings("127.0.0.1", port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("port " + port + " is outside 0 to 65535");
    }
}
