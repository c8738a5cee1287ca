package io.github.isostress.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.host.session.HostRecord;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import io.github.isostress.wire.HostConnection;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedHostTest {
    private static final String PACKAGER = "iso87ascii";

    private static ISOMsg ask(HostConnection connection, String packager, ISOMsg request) throws FailureException {
        connection.send(connection.framing().wrap(TestMessages.pack(request)), TestClient.soon());
        return TestMessages.unpack(
                packager, connection.receive(TestClient.soon()).message());
    }

    @ParameterizedTest
    @CsvSource({
        "iso87ascii,  000123, 0210, 00,   000123", "iso87binary, 000123, 0210, 00,   000123",
        "iso93ascii,  000123, 1210, 000,  000123", "iso93binary, 000123, 1210, 000,  000123",
        "cmf,   987654321012, 2210, 0000, 321012",
    })
    void shouldApproveAPurchaseWhenAsked(
            String packager, String stan, String mti, String responseCode, String authorisationCode) throws Exception {
        ISOMsg request = TestMessages.purchase(packager, stan.substring(stan.length() - 6));
        request.set(11, stan);
        try (EmbeddedHost host = TestHosts.plain("binary2", packager);
                HostConnection connection = TestClient.connect(host.port(), "binary2")) {
            ISOMsg answer = ask(connection, packager, request);

            assertThat(answer.getMTI()).isEqualTo(mti);
            assertThat(answer.getString(38)).isEqualTo(authorisationCode);
            assertThat(answer.getString(39)).isEqualTo(responseCode);
            ISOMsg sent = TestMessages.unpack(packager, TestMessages.pack(request));
            for (int element : new int[] {2, 3, 7, 11, 37, 41}) {
                assertThat(answer.getString(element))
                        .as("element " + element)
                        .isEqualTo(sent.getString(element))
                        .isNotBlank();
            }
            assertThat(answer.getMaxField()).isEqualTo(41);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "iso87ascii, 0100, 0110, true", "iso87ascii, 0121, 0130, true", "iso87ascii, 0220, 0230, true",
        "iso87ascii, 0400, 0410, false", "iso87ascii, 0421, 0430, false", "iso87ascii, 0500, 0510, false",
        "iso87ascii, 0800, 0810, false", "iso93binary, 1804, 1814, false", "cmf, 2800, 2810, false",
    })
    void shouldGiveAnAuthorisationCodeOnlyWhenMoneyMoves(
            String packager, String request, String response, boolean expected) throws Exception {
        try (EmbeddedHost host = TestHosts.plain("binary2", packager);
                HostConnection connection = TestClient.connect(host.port(), "binary2")) {
            ISOMsg answer = ask(connection, packager, TestMessages.message(packager, request, "000001"));

            assertThat(answer.getMTI()).isEqualTo(response);
            assertThat(answer.hasField(38)).isEqualTo(expected);
            assertThat(answer.getString(39)).matches("0+");
        }
    }

    @Test
    void shouldAnswerEachFrameWhenTwoComeInOnePacket() throws Exception {
        byte[] first =
                FramingReader.parse("binary2").wrap(TestMessages.pack(TestMessages.purchase(PACKAGER, "000001")));
        byte[] second =
                FramingReader.parse("binary2").wrap(TestMessages.pack(TestMessages.purchase(PACKAGER, "000002")));
        try (EmbeddedHost host = TestHosts.plain("binary2", PACKAGER);
                HostConnection connection = TestClient.connect(host.port(), "binary2")) {
            connection.send(Bytes.join(first, second), TestClient.soon());

            for (String stan : new String[] {"000001", "000002"}) {
                byte[] answer = connection.receive(TestClient.soon()).message();
                assertThat(TestMessages.unpack(PACKAGER, answer).getString(11)).isEqualTo(stan);
            }
        }
    }

    @Test
    void shouldSendMessagesBackWhenThereIsNoPackager() throws Exception {
        try (EmbeddedHost host = TestHosts.plain("ascii4", "none");
                HostConnection connection = TestClient.connect(host.port(), "ascii4")) {
            connection.send(Bytes.hex("30303033 FF00FF"), TestClient.soon());

            assertThat(connection.receive(TestClient.soon()).bytes()).isEqualTo(Bytes.hex("30303033 FF00FF"));
        }
    }

    @Test
    void shouldNotAnswerWhenTheMessageIsAResponse() throws Exception {
        try (EmbeddedHost host = TestHosts.plain("binary2", PACKAGER);
                HostConnection connection = TestClient.connect(host.port(), "binary2")) {
            byte[] response = TestMessages.pack(TestMessages.message(PACKAGER, "0810", "000001"));
            connection.send(connection.framing().wrap(response), TestClient.soon());

            assertThat(ask(connection, PACKAGER, TestMessages.message(PACKAGER, "0800", "000002"))
                            .getString(11))
                    .isEqualTo("000002");
            assertThat(host.record().framesUnanswered()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"binary2, 0005 3032303078", "ascii4, 4142434445", "binary2, 0004 30324130"})
    void shouldCloseTheConnectionWhenTheRequestCannotBeRead(String framing, String bytes) throws Exception {
        try (EmbeddedHost host = TestHosts.plain(framing, PACKAGER);
                HostConnection connection = TestClient.connect(host.port(), framing)) {
            connection.send(Bytes.hex(bytes), TestClient.soon());

            assertThatThrownBy(() -> connection.receive(TestClient.soon()))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isIn(Failure.CLOSED_BY_HOST, Failure.CONNECTION_RESET));
            Await.until("the host has noted it", () -> host.record().framesUnanswered() == 1);
            Await.until("the host has closed it", () -> host.record().open() == 0);
            assertThat(host.record().requestsAnswered()).isZero();
        }
    }

    @Test
    void shouldCountExactlyWhenManyClientsTalkAtOnce() throws Exception {
        int clients = 20;
        int exchanges = 25;
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try (EmbeddedHost host = TestHosts.plain("binary2", PACKAGER)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                running.add(pool.submit(() -> talk(host.port(), number, exchanges)));
            }
            for (Future<?> each : running) {
                each.get(120, TimeUnit.SECONDS);
            }

            HostRecord record = host.record();
            Await.until("all connections are closed", () -> record.open() == 0 && record.connections() == clients);
            assertThat(record.requestsAnswered()).isEqualTo(clients * exchanges);
            assertThat(record.framesUnanswered()).isZero();
            assertThat(record.refusedHandshakes()).isZero();
            assertThat(record)
                    .hasToString(
                            "20 connections (0 open, 0 handshakes refused), 500 requests answered, 0 not answered");
        } finally {
            pool.shutdownNow();
        }
    }

    private static Void talk(int port, int client, int exchanges) throws FailureException {
        try (HostConnection connection = TestClient.connect(port, "binary2")) {
            for (int i = 0; i < exchanges; i++) {
                String stan = String.format("%06d", client * exchanges + i);
                assertThat(ask(connection, PACKAGER, TestMessages.purchase(PACKAGER, stan))
                                .getString(11))
                        .isEqualTo(stan);
            }
            return null;
        }
    }

    @Test
    void shouldServeOthersWhenOneClientIsSlow() throws Exception {
        try (EmbeddedHost host = TestHosts.plain("binary2", PACKAGER);
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), host.port());
                HostConnection other = TestClient.connect(host.port(), "binary2")) {
            OutputStream unfinished = slow.getOutputStream();
            unfinished.write(0);

            assertThat(ask(other, PACKAGER, TestMessages.purchase(PACKAGER, "000001"))
                            .getMTI())
                    .isEqualTo("0210");
        }
    }
}
