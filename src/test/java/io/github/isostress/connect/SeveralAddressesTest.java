package io.github.isostress.connect;

import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.support.FullBacklog;
import io.github.isostress.support.Peers;
import io.github.isostress.support.Ports;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import io.github.isostress.tls.TlsContexts;
import io.github.isostress.tls.TlsHandshake;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.LocalAddresses;
import io.github.isostress.wire.NameResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several hosts, hosts with several addresses, and several addresses of our own. */
class SeveralAddressesTest {
    private static final Framing FRAMING = FramingPreset.BINARY2.framing();

    /** Longer than a system asks name servers that do not answer. */
    private static final int LOOK_UP_MILLIS = 120_000;

    /** An address that refuses: peers listen on 127.0.0.1 alone. */
    private static final String REFUSING = "127.0.0.9";

    private static ConnectionSettings settings(int timeoutMillis, Endpoint... endpoints) {
        return new ConnectionSettings(endpoints[0], timeoutMillis, FRAMING, Optional.empty()).to(List.of(endpoints));
    }

    private static Endpoint here(int port) {
        return new Endpoint("127.0.0.1", port);
    }

    @Test
    void shouldTakeTheFirstEndpointWhenItAnswers() throws Exception {
        try (ScriptedPeer first = ScriptedPeer.playing(Step.staySilent());
                ScriptedPeer second = ScriptedPeer.playing(Step.staySilent())) {
            ConnectionSettings settings = settings(TestClient.PATIENCE_MILLIS, here(first.port()), here(second.port()));
            try (HostConnection connection = TestClient.dial(settings, null).open()) {
                assertThat(connection.times().endpoint()).isEqualTo(here(first.port()));
                assertThat(second.connections()).isZero();
            }
        }
    }

    /** One refuses, one does not answer, one speaks no TLS: the timeout is each one's own. */
    @Test
    void shouldTakeTheNextEndpointWhenTheOthersFail(@TempDir Path folder) throws Exception {
        Peers peers = new Peers(folder);
        TlsHandshake tls = new TlsContexts().get(peers.trust().settings()).handshake();
        try (FullBacklog full = new FullBacklog();
                ScriptedPeer plain = ScriptedPeer.playing(Step.send("220 ready\r\n".getBytes()));
                ScriptedPeer peer = peers.peer(true, Step.staySilent())) {
            Endpoint last = new Endpoint("localhost", peer.port());
            ConnectionSettings settings =
                    settings(10_000, here(Ports.free()), here(full.port()), here(plain.port()), last);
            try (HostConnection connection = TestClient.dial(settings, tls).open()) {
                assertThat(connection.times().endpoint()).isEqualTo(last);
                assertThat(connection.times().handshakeNanos()).isPositive();
            }
        }
    }

    @Test
    void shouldTellOfEachEndpointWhenAllFail() throws Exception {
        int port = Ports.free();
        ConnectionSettings settings = settings(LOOK_UP_MILLIS, here(port), new Endpoint("no-such-host.invalid", 5000));

        FailureException failure =
                failureOf(() -> TestClient.dial(settings, null).open());

        assertThat(failure.failure()).isEqualTo(Failure.UNKNOWN_HOST);
        assertThat(failure)
                .hasMessage("127.0.0.1:" + port + " CONNECTION_REFUSED (Connection refused), "
                        + "no-such-host.invalid:5000 UNKNOWN_HOST (the name has no address)");
    }

    private static ConnectionAttempt attempt(int port, String local, String... addresses) throws IOException {
        InetAddress[] found = new InetAddress[addresses.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(addresses[i]);
        }
        return new DialAttempt(
                settings(TestClient.PATIENCE_MILLIS, new Endpoint("many.example", port)),
                null,
                new NameResolver(name -> found, false),
                LocalAddresses.parse(local).stream().findFirst());
    }

    @Test
    void shouldTakeTheNextAddressWhenTheFirstRefuses() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent());
                HostConnection connection =
                        attempt(peer.port(), "", REFUSING, "127.0.0.1").open()) {
            assertThat(connection.socket().getInetAddress().getHostAddress()).isEqualTo("127.0.0.1");
            assertThat(connection.times().endpoint().host()).isEqualTo("many.example");
        }
    }

    @Test
    void shouldTellOfEachAddressWhenAllRefuse() throws Exception {
        int port = Ports.free();

        FailureException failure =
                failureOf(() -> attempt(port, "", "127.0.0.1", REFUSING).open());

        assertThat(failure.failure()).isEqualTo(Failure.CONNECTION_REFUSED);
        assertThat(failure).hasMessage("127.0.0.1: Connection refused, 127.0.0.9: Connection refused");
    }

    @Test
    void shouldComeFromTheLocalAddressWhenOneIsGiven() throws Exception {
        assumeTrue(canBind(REFUSING), "this system has one loopback address only");
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent());
                HostConnection connection =
                        attempt(peer.port(), REFUSING, "::1", "127.0.0.1").open()) {
            assertThat(connection.socket().getLocalAddress().getHostAddress()).isEqualTo(REFUSING);
        }
    }

    private static boolean canBind(String address) {
        try (Socket socket = new Socket()) {
            socket.bind(new java.net.InetSocketAddress(address, 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** 192.0.2.0/24 is for documents only (RFC 5737), as is 2001:db8::/32 (RFC 3849). */
    @Test
    void shouldTellConfigErrorWhenTheLocalAddressIsNotOurs() throws Exception {
        FailureException failure =
                failureOf(() -> attempt(5000, "192.0.2.99", "127.0.0.1").open());

        assertThat(failure.failure()).isEqualTo(Failure.CONFIG_ERROR);
        assertThat(failure).hasMessage("local address 192.0.2.99 is not of this machine");
    }

    @Test
    void shouldTellConnectFailedWhenThereIsNoWayFromTheLocalAddress() throws Exception {
        FailureException failure =
                failureOf(() -> attempt(5000, "127.0.0.1", "2001:db8::1").open());

        assertThat(failure.failure()).isEqualTo(Failure.CONNECT_FAILED);
        assertThat(failure).hasMessage("the host has no address of the kind of local address 127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', []",
        "' ', []",
        "'127.0.0.1', [/127.0.0.1]",
        "' 10.0.0.1, 10.0.0.2 ::1', '[/10.0.0.1, /10.0.0.2, /0:0:0:0:0:0:0:1]'"
    })
    void shouldReadLocalAddressesWhenTheyAreAddresses(String text, String addresses) {
        assertThat(LocalAddresses.parse(text)).hasToString(addresses);
    }

    @ParameterizedTest
    @CsvSource({"eth0", "10.0.0.256", "localhost"})
    void shouldNameWhatIsNoAddressWhenItIsALocalOne(String word) {
        assertThatThrownBy(() -> LocalAddresses.parse("127.0.0.1 " + word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("local address '" + word + "' is no IP address");
    }

    @Test
    void shouldRefuseSettingsWhenThereIsNoEndpoint() {
        assertThatThrownBy(() -> settings(1_000, here(1)).to(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("host is empty");
    }
}
