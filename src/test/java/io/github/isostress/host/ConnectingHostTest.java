package io.github.isostress.host;

import static io.github.isostress.host.RawClient.PACKAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import io.github.isostress.tls.TlsSettings;
import io.github.isostress.wire.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A host that connects to the tested system, here a server socket of the test's own. */
@Timeout(180)
class ConnectingHostTest {
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final List<String> news = new CopyOnWriteArrayList<>();

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket system = new ServerSocket();
        system.setReuseAddress(true);
        system.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return system;
    }

    /** A host's settings for one port of this machine, by its name. */
    static HostSettings to(int port, int connections, String pause, Optional<TlsSettings> tls, String rules) {
        HostSettings settings = TestHosts.settings("binary2", PACKAGER);
        HostDirection direction = new HostDirection.Connect(
                List.of(new Endpoint("localhost", port)),
                settings.framing(),
                tls,
                connections,
                ReconnectPause.parse(pause));
        return new HostSettings(
                direction, settings.framing(), settings.packager(), HostRules.parse(rules, settings.packager()), false);
    }

    private EmbeddedHost start(int port, int connections, String rules) {
        HostSettings settings = to(port, connections, "20", Optional.empty(), rules);
        return EmbeddedHost.start(settings, new HostLog(warnings::add, news::add));
    }

    @Test
    void shouldAnswerByItsRulesWhenItHasConnected() throws Exception {
        try (ServerSocket system = listen(0);
                EmbeddedHost host = start(system.getLocalPort(), 1, "de 11 000002 : decline 51");
                RawClient asking = new RawClient(system.accept())) {
            assertThat(asking.ask("000001").getString(39)).isEqualTo("00");
            assertThat(asking.ask("000002").getString(39)).isEqualTo("51");

            assertThat(host.port()).isZero();
            assertThat(host.place()).isEqualTo("localhost:" + system.getLocalPort());
            assertThat(host.record().connections()).isEqualTo(1);
            assertThat(host.record().requestsReceived()).isEqualTo(2);
            assertThat(host.record().played()).containsExactly(Map.entry("decline 51", 1L));
            assertThat(news).containsExactly("has connected to " + host.place());
            assertThat(warnings).isEmpty();
        }
    }

    @Test
    void shouldKeepSeveralConnectionsOpenWhenItIsToldHowMany() throws Exception {
        List<RawClient> asking = new ArrayList<>();
        try (ServerSocket system = listen(0);
                EmbeddedHost host = start(system.getLocalPort(), 4, "")) {
            for (int i = 0; i < 4; i++) {
                asking.add(new RawClient(system.accept()));
            }
            for (RawClient each : asking) {
                assertThat(each.ask("000001").getString(39)).isEqualTo("00");
            }
            assertThat(host.record().open()).isEqualTo(4);

            asking.get(2).close();
            asking.set(2, new RawClient(system.accept()));

            assertThat(asking.get(2).ask("000002").getString(39)).isEqualTo("00");
            Await.until("four stand again", () -> host.record().open() == 4);
            assertThat(host.record().connections()).isEqualTo(5);
            assertThat(news).as("three others stood all the time").hasSize(1);
            assertThat(warnings).isEmpty();
        } finally {
            for (RawClient each : asking) {
                each.close();
            }
        }
    }

    @Test
    void shouldSpeakFirstWhenARuleSaysSo() throws Exception {
        try (ServerSocket system = listen(0);
                EmbeddedHost host = start(system.getLocalPort(), 1, "on connect : speak first");
                RawClient asking = new RawClient(system.accept())) {
            ISOMsg echo = asking.readMessage();
            assertThat(echo.getMTI()).isEqualTo("0800");
            echo.setResponseMTI();
            asking.send(RawClient.frame(echo));

            Await.until("it is answered", () -> host.record().ownRequestsAnswered() == 1);
        }
    }

    @Test
    void shouldKeepTryingAndTellOnceWhenTheSystemIsNotThereYet() throws Exception {
        int port = TestHosts.portWithoutHost();
        try (EmbeddedHost host = start(port, 2, "")) {
            Await.until("it is told", () -> !warnings.isEmpty());
            try (ServerSocket system = listen(port);
                    RawClient asking = new RawClient(system.accept())) {
                assertThat(asking.ask("000001").getString(39)).isEqualTo("00");
                Await.until("it is counted", () -> host.record().requestsAnswered() == 1);
            }
            assertThat(warnings.get(0))
                    .startsWith("cannot connect to localhost:" + port + "; it keeps trying: CONNECTION_REFUSED: ");
            Await.until("it is told", () -> news.equals(List.of("has connected to localhost:" + port)));
            assertThat(warnings.stream().filter(each -> each.startsWith("cannot connect")))
                    .hasSize(1);
        }
    }

    @Test
    void shouldConnectAgainAndTellBothWhenTheSystemGoesAndComesBack() throws Exception {
        try (ServerSocket system = listen(0);
                EmbeddedHost host = start(system.getLocalPort(), 1, "")) {
            try (RawClient asking = new RawClient(system.accept())) {
                asking.ask("000001");
            }
            try (RawClient asking = new RawClient(system.accept())) {
                assertThat(asking.ask("000002").getString(39)).isEqualTo("00");
            }
            assertThat(warnings.get(0))
                    .isEqualTo("has no connection to " + host.place() + " any more; it keeps trying");
            Await.until("both are counted", () -> host.record().requestsAnswered() == 2);
        }
    }

    @Test
    void shouldTellALossOnceWhenTheSystemClosesEachConnectionAtOnce() {
        Await.until("connections that the machine did not let stand for long", this::isToldOnce);
    }

    /** One that has stood for a second is told. */
    private boolean isToldOnce() {
        news.clear();
        warnings.clear();
        try (ServerSocket system = listen(0);
                EmbeddedHost host = start(system.getLocalPort(), 1, "")) {
            for (int i = 0; i < 20; i++) {
                system.accept().close();
            }
            Await.until("all have ended", () -> host.record().closed() >= 19);

            assertThat(news).hasSameSizeAs(warnings);
            assertThat(host.record().hungUp()).isZero();
            return news.size() == 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldEndAtOnceAndQuietlyWhenItIsClosed() throws Exception {
        try (ServerSocket system = listen(0)) {
            EmbeddedHost connected = start(system.getLocalPort(), 3, "always : delay 60 min");
            RawClient asking = new RawClient(system.accept());
            asking.send(RawClient.purchase("000001"));
            Await.until(
                    "all stand, and one has asked",
                    () -> connected.record().open() == 3 && connected.record().requestsReceived() == 1);
            EmbeddedHost trying = EmbeddedHost.start(
                    to(TestHosts.portWithoutHost(), 3, "3600000", Optional.empty(), ""), new HostLog(warnings::add));
            Await.until("it pauses", () -> !warnings.isEmpty());
            warnings.clear();
            long start = System.nanoTime();
            connected.close();
            trying.close();

            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(120));
            Await.until("none stands", () -> connected.record().open() == 0);
            assertThat(asking.readToEnd()).isEmpty();
            assertThat(warnings).isEmpty();
            asking.close();
        }
    }

    @Test
    void shouldNotConnectForAWhileWhenItStopsAccepting() throws Exception {
        try (ServerSocket system = listen(0);
                EmbeddedHost host = start(system.getLocalPort(), 1, "");
                RawClient first = new RawClient(system.accept())) {
            first.ask("000001");
            long start = System.nanoTime();
            host.stopAccepting(Duration.ofMillis(300));
            assertThat(first.ask("000002").getString(39)).as("it serves on").isEqualTo("00");
            host.dropAllConnections();
            try (RawClient second = new RawClient(system.accept())) {
                assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(300));
                assertThat(second.ask("000003").getString(39)).isEqualTo("00");
            }
        }
    }
}
