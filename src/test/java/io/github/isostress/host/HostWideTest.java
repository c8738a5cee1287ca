package io.github.isostress.host;

import static io.github.isostress.host.RawClient.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.support.Await;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestHosts;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Behaviours that affect all clients of a host, connected or not yet. */
class HostWideTest {
    /** On a port that the system gives to nobody while the host does not listen. */
    private static EmbeddedHost host(String rules) {
        return TestHosts.onPort(Ports.free(), rules);
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

    @Test
    void shouldDropAllWhenTheTimeHasCome() throws Exception {
        Await.inTime("a client connects before", millis -> {
            try (EmbeddedHost host = host("after " + millis + " ms : drop all connections");
                    RawClient client = new RawClient(host)) {
                if (!isConnectedBeforeAnythingIsPlayed(host)) {
                    return false;
                }

                assertThat(client.readToEnd()).isEmpty();
                assertThat(host.record().played()).containsExactly(Map.entry("drop all connections", 1L));
                return true;
            }
        });
    }

    private static boolean isConnectedBeforeAnythingIsPlayed(EmbeddedHost host) {
        Await.until("the client is connected", () -> host.record().connections() == 1);
        return host.record().played().isEmpty();
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
        Await.inTime("a client comes meanwhile", HostWideTest::isRefusedForAWhile);
    }

    private static boolean isRefusedForAWhile(int millis) throws Exception {
        try (EmbeddedHost host = host("de 11 000001 : stop accepting " + millis + " ms");
                RawClient connected = new RawClient(host)) {
            long start = System.nanoTime();
            assertThat(connected.ask("000001").getString(39)).isEqualTo("00");
            if (!isRefusedBefore(start + TimeUnit.MILLISECONDS.toNanos(millis), host)) {
                return false;
            }
            assertThat(connected.ask("000002").getString(39)).isEqualTo("00");

            try (RawClient next = connectWhenPossible(host)) {
                assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(millis));
                assertThat(next.ask("000003").getString(39)).isEqualTo("00");
            }
            assertThat(connected.ask("000004").getString(39)).isEqualTo("00");
            assertThat(host.record().played()).containsExactly(Map.entry("stop accepting", 1L));
            return true;
        }
    }

    /** Not at once: a thread that waits for clients holds the port until it has run once more. */
    private static boolean isRefusedBefore(long endNanos, EmbeddedHost host) {
        Await.until("clients are refused", () -> Ports.isClosed(host.port()) || System.nanoTime() - endNanos > 0);
        return Ports.isClosed(host.port());
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
        Await.inTime("clients come before and meanwhile", HostWideTest::isRestarted);
    }

    private static boolean isRestarted(int millis) throws Exception {
        String rule = "after " + millis + " ms : stop accepting " + millis + " ms then drop all connections";
        long start = System.nanoTime();
        try (EmbeddedHost host = host(rule);
                RawClient client = new RawClient(host)) {
            if (!isConnectedBeforeAnythingIsPlayed(host)) {
                return false;
            }
            assertThat(client.readToEnd()).isEmpty();
            if (!isRefusedBefore(start + TimeUnit.MILLISECONDS.toNanos(2L * millis), host)) {
                return false;
            }
            try (RawClient next = connectWhenPossible(host)) {
                assertThat(next.ask("000001").getString(39)).isEqualTo("00");
            }
            return true;
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
