package io.github.isostress.jmeter.rehearsal;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.request;
import static io.github.isostress.support.TestCertificates.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.isostress.connect.Direction;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.Await;
import io.github.isostress.support.ConnectingJposHost;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What "Try it" and "Test connection" do where the host connects. */
@ExtendWith(JMeterEnvironment.class)
class TrialOfHostThatConnectsTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    private final int port = Ports.free();
    private final Iso8583Connection connection = new Iso8583Connection();

    TrialOfHostThatConnectsTest() throws IOException {}

    @BeforeEach
    void listen() {
        connection.setName("switch");
        connection.set(SCHEMA.direction, Direction.HOST_CONNECTS.words());
        connection.set(SCHEMA.listenAddress, "127.0.0.1");
        connection.set(SCHEMA.listenPort, String.valueOf(port));
    }

    private PlanScope scope() {
        return new PlanScope(Optional.of(connection), Map.of());
    }

    private static CompletableFuture<List<SampleResult>> begun(Trial trial) {
        return CompletableFuture.supplyAsync(trial::run).orTimeout(60, TimeUnit.SECONDS);
    }

    private static void awaitWords(Trial trial, String words) {
        Await.until(words, () -> trial.awaited().filter(words::equals).isPresent());
    }

    @Test
    void shouldSayWhereItListensAndThenWhoCame() throws IOException {
        Trial trial = Trial.ofConnection(scope());
        CompletableFuture<List<SampleResult>> running = begun(trial);
        awaitWords(trial, "Listening on 127.0.0.1:" + port + ": waiting for a client, at most 30 s.");

        try (ConnectingJposHost host = ConnectingJposHost.approving(port)) {
            assertThat(running.join()).singleElement().satisfies(accept -> {
                assertThat(accept.getSampleLabel()).isEqualTo("switch accept");
                assertThat(accept.getResponseCode()).isEqualTo("ACCEPTED");
                assertThat(accept.getResponseDataAsString()).contains("remote address  /127.0.0.1:");
            });
            assertThat(host.requests()).isZero();
        }
        assertThat(trial.awaited()).isEmpty();
    }

    @Test
    void shouldSendTheRequestToTheHostThatCame() throws IOException {
        try (ConnectingJposHost host = ConnectingJposHost.approving(port)) {
            assertThat(Trial.of(scope(), request("echo", ECHO_TEST)).run())
                    .extracting(SampleResult::getSampleLabel, SampleResult::getResponseCode)
                    .containsExactly(tuple("switch accept", "ACCEPTED"), tuple("echo", "00"));
            assertThat(host.requests()).isOne();
        }
    }

    @Test
    void shouldCountWhoCameWhenAllThreadsAreToShareSeveral() throws IOException {
        connection.set(SCHEMA.keep, "shared 2");
        Trial trial = Trial.ofConnection(scope());
        CompletableFuture<List<SampleResult>> running = begun(trial);
        String words = "Listening on 127.0.0.1:" + port + ": waiting for 2 clients, at most 30 s.";
        awaitWords(trial, words);

        try (ConnectingJposHost one = ConnectingJposHost.approving(port)) {
            awaitWords(trial, words + " Connected so far: 1.");
            try (ConnectingJposHost other = ConnectingJposHost.approving(port)) {
                assertThat(running.join())
                        .extracting(SampleResult::getResponseCode)
                        .containsExactly("ACCEPTED", "ACCEPTED");
                assertThat(one.requests() + other.requests()).isZero();
            }
        }
    }

    @Test
    void shouldWaitForTheHostWhateverThePlaceWaitIsWhenItIsShared() {
        connection.set(SCHEMA.keep, "shared 1");
        connection.set(SCHEMA.poolWait, "1");
        connection.set(SCHEMA.acceptTimeout, "300");

        assertThat(Trial.ofConnection(scope()).run())
                .extracting(SampleResult::getResponseCode)
                .containsExactly("NOBODY_CONNECTED");
    }

    @Test
    void shouldSayWhatTheClientMustShowAndWhatItHasShown(@TempDir Path folder) throws IOException {
        TestCertificates certificates = new TestCertificates(folder);
        connection.set(SCHEMA.useTls, true);
        connection.set(SCHEMA.keyStore, certificates.server().toString());
        connection.set(SCHEMA.keyStorePassword, PASSWORD);
        connection.set(SCHEMA.trustStore, certificates.ca().toString());
        connection.set(SCHEMA.clientNames, "a client");
        Trial trial = Trial.ofConnection(scope());
        CompletableFuture<List<SampleResult>> running = begun(trial);
        awaitWords(
                trial,
                "Listening on 127.0.0.1:" + port
                        + ": waiting for a client over TLS, with a trusted certificate for a client, at most 30 s.");

        try (ConnectingJposHost host =
                ConnectingJposHost.approving(port, Optional.of(certificates.contextShowing(certificates.client())))) {
            assertThat(running.join())
                    .singleElement()
                    .satisfies(accept -> assertThat(accept.getResponseDataAsString())
                            .contains("TLSv1.3", "CN=a client")
                            .doesNotContain(PASSWORD));
            assertThat(host.requests()).isZero();
        }
    }

    @Test
    void shouldSayThatNobodyCameWhenTheTimeIsUp() {
        connection.set(SCHEMA.acceptTimeout, "50");

        assertThat(Trial.ofConnection(scope()).run())
                .extracting(SampleResult::getResponseCode)
                .containsExactly("NOBODY_CONNECTED");
    }

    @Test
    void shouldSayThatThePortIsInUseWhenAnotherProgramListens() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            connection.set(SCHEMA.listenPort, String.valueOf(other.getLocalPort()));
            Trial trial = Trial.ofConnection(scope());

            assertThat(trial.run()).extracting(SampleResult::getResponseCode).containsExactly("PORT_IN_USE");
            assertThat(trial.awaited()).isEmpty();
        }
    }

    @Test
    void shouldEndAndGiveThePortBackWhenItIsCancelledWhileItWaits() {
        for (String keep : List.of("thread", "pool of 2", "shared 2")) {
            connection.set(SCHEMA.keep, keep);
            Trial trial = Trial.ofConnection(scope());
            CompletableFuture<List<SampleResult>> running = begun(trial);
            Await.until("it listens", () -> trial.awaited().isPresent());

            trial.cancel();

            assertThat(running.join()).as(keep).noneMatch(SampleResult::isSuccessful);
            Await.until("the port is free", this::isFree);
        }
    }

    private boolean isFree() {
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return other.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
