package io.github.isostress.host;

import static io.github.isostress.host.RawClient.PACKAGER;
import static io.github.isostress.host.RawClient.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behaviours that affect all clients of a host, connected or not yet. */
class HostWideTest {
    private static EmbeddedHost host(String rules) {
        return TestHosts.ruled("binary2", PACKAGER, rules);
    }

    @Test
    void shouldCloseEveryConnectionWhenAllAreDropped() throws Exception {
        try (EmbeddedHost host = host("de 11 000002 : drop all connections");
                RawClient first = new RawClient(host);
                RawClient second = new RawClient(host)) {
            first.ask("000001");
            second.send(purchase("000002"));

            assertThat(first.readToEnd()).isEmpty();
            assertThat(second.readToEnd()).isEmpty();
            Await.until("none is open", () -> host.record().open() == 0);
            try (RawClient third = new RawClient(host)) {
                assertThat(third.ask("000003").getString(39)).isEqualTo("00");
            }
            assertThat(host.record().connections()).isEqualTo(3);
            assertThat(host.record().played()).containsExactly(Map.entry("drop all connections", 1L));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"after 1500 ms", "every 100 ms"})
    void shouldDropAllWhenTheTimeHasCome(String when) throws Exception {
        try (EmbeddedHost host = host(when + " : drop all connections");
                RawClient client = new RawClient(host)) {
            assertThat(client.readToEnd()).isEmpty();
            assertThat(host.record().played().get("drop all connections")).isPositive();
        }
    }

    @Test
    void shouldDropAgainAndAgainWhenTheTimeComesEverySoOften() throws Exception {
        try (EmbeddedHost host = host("every 20 ms : drop all connections")) {
            for (long times = 1; times <= 3; times++) {
                try (RawClient client = new RawClient(host)) {
                    assertThat(client.readToEnd()).isEmpty();
                }
                long played = times;
                Await.until("again", () -> host.record().played().get("drop all connections") >= played);
            }
        }
    }

    @Test
    void shouldRefuseNewClientsForAWhileAndServeTheOthersWhenItStopsAccepting() throws Exception {
        try (EmbeddedHost host = host("de 11 000001 : stop accepting 2 s");
                RawClient connected = new RawClient(host)) {
            long start = System.nanoTime();
            assertThat(connected.ask("000001").getString(39)).isEqualTo("00");

            assertThatThrownBy(() -> new RawClient(host)).isInstanceOf(ConnectException.class);
            assertThat(connected.ask("000002").getString(39)).isEqualTo("00");

            try (RawClient next = connectWhenPossible(host)) {
                assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(2_000_000_000L);
                assertThat(next.ask("000003").getString(39)).isEqualTo("00");
            }
            assertThat(connected.ask("000004").getString(39)).isEqualTo("00");
            assertThat(host.record().played()).containsExactly(Map.entry("stop accepting", 1L));
        }
    }

    private static RawClient connectWhenPossible(EmbeddedHost host) {
        RawClient[] client = new RawClient[1];
        Await.until("the host accepts again", () -> {
            try {
                client[0] = new RawClient(host);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        return client[0];
    }

    @Test
    void shouldRestartWhenItStopsAcceptingThenDropsAll() throws Exception {
        try (EmbeddedHost host = host("after 1500 ms : stop accepting 2 s then drop all connections");
                RawClient client = new RawClient(host)) {
            assertThat(client.readToEnd()).isEmpty();
            assertThatThrownBy(() -> new RawClient(host)).isInstanceOf(ConnectException.class);
            try (RawClient next = connectWhenPossible(host)) {
                assertThat(next.ask("000001").getString(39)).isEqualTo("00");
            }
        }
    }

    private static HostSettings settings(int port) {
        return new HostSettings("127.0.0.1", port, FramingReader.parse(""), Optional.empty(), Optional.empty());
    }

    @Test
    void shouldFreeThePortWhenClosedWhileItIsNotAccepting() throws Exception {
        EmbeddedHost host = host("always : stop accepting 60 min");
        int port = host.port();
        try (RawClient client = new RawClient(host)) {
            client.ask("000001");
            host.close();
        }
        try (EmbeddedHost next = EmbeddedHost.start(settings(port))) {
            assertThat(next.port()).isEqualTo(port);
        }
    }
}
