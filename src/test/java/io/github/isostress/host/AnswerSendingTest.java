package io.github.isostress.host;

import static io.github.isostress.host.RawClient.PACKAGER;
import static io.github.isostress.host.RawClient.approval;
import static io.github.isostress.host.RawClient.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestHosts;
import io.github.isostress.wire.HostConnection;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How the bytes of an answer come if a rule decides it. */
class AnswerSendingTest {
    private static EmbeddedHost host(String rules) {
        return TestHosts.ruled("binary2", PACKAGER, rules);
    }

    /** What came from a silent host that got another request and was closed. */
    private static byte[] allThatComes(EmbeddedHost host, RawClient client) throws Exception {
        client.send(purchase("000007"));
        return allThatComes(host, client, 2);
    }

    private static byte[] allThatComes(EmbeddedHost host, RawClient client, int requests) throws Exception {
        client.send(purchase("000008"));
        Await.until("the requests are heard", () -> host.record().requestsReceived() == requests);
        host.close();
        return client.readToEnd();
    }

    @ParameterizedTest
    @CsvSource({"1 bytes, 1", "2 bytes, 2", "10 bytes, 10", "50%, 45", "0.1%, 1", "99.9%, 89", "5000 bytes, 89"})
    void shouldSendAStrictPrefixAndNothingMoreWhenTheFrameIsCut(String extent, int length) throws Exception {
        byte[] right = approval("000007");
        assertThat(right).hasSize(90);
        try (EmbeddedHost host = host("always : cut " + extent);
                RawClient client = new RawClient(host)) {
            assertThat(allThatComes(host, client)).isEqualTo(Arrays.copyOf(right, length));
            assertThat(host.record().played()).containsExactly(Map.entry("cut", 1L));
            assertThat(host.record().requestsAnswered()).isZero();
        }
    }

    @Test
    void shouldCloseBehindThePrefixWhenTheFrameIsCutThenClosed() throws Exception {
        try (EmbeddedHost host = host("always : cut 10 bytes then close");
                RawClient client = new RawClient(host)) {
            client.send(purchase("000007"));

            assertThat(client.readToEnd()).isEqualTo(Arrays.copyOf(approval("000007"), 10));
            assertThat(host.record().played()).containsExactly(Map.entry("cut then close", 1L));
        }
    }

    @Test
    void shouldSendTheWholeFrameWhenItComesByteByByte() throws Exception {
        byte[] right = approval("000007");
        try (EmbeddedHost host = host("always : byte by byte 2");
                RawClient client = new RawClient(host)) {
            long start = System.nanoTime();
            client.send(purchase("000007"));

            assertThat(client.read(right.length)).isEqualTo(right);
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(millis(2L * (right.length - 1)));
            Await.until("it is counted", () -> host.record().requestsAnswered() == 1);
            assertThat(host.record().played()).containsExactly(Map.entry("byte by byte", 1L));
        }
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void shouldSendTheAnswerAndItselfAgainInOneWriteWhenTwoAreInOnePacket() throws Exception {
        byte[] right = approval("000007");
        try (EmbeddedHost host = host("every 2 : two in one packet");
                RawClient client = new RawClient(host)) {
            client.ask("000001");
            client.send(purchase("000007"));

            assertThat(client.readSome()).isEqualTo(Bytes.join(right, right));
            assertThat(client.ask("000001").getString(11)).isEqualTo("000001");
            assertThat(host.record().played()).containsExactly(Map.entry("two in one packet", 1L));
            Await.until("all are counted", () -> host.record().requestsAnswered() == 3);
        }
    }

    @Test
    void shouldSendTheAnswerAndItselfAgainWhenItIsSentTwice() throws Exception {
        byte[] right = approval("000007");
        try (EmbeddedHost host = host("always : twice");
                RawClient client = new RawClient(host)) {
            client.send(purchase("000007"));

            assertThat(client.read(2 * right.length)).isEqualTo(Bytes.join(right, right));
            assertThat(host.record().played()).containsExactly(Map.entry("twice", 1L));
        }
    }

    @Test
    void shouldAnswerLaterRequestsFirstWhenAnAnswerIsLate() throws Exception {
        try (EmbeddedHost host = host("de 11 000001 : late 2000");
                RawClient client = new RawClient(host)) {
            long start = System.nanoTime();
            client.send(Bytes.join(purchase("000001"), purchase("000002"), purchase("000003")));

            assertThat(client.readMessage().getString(11)).isEqualTo("000002");
            assertThat(client.readMessage().getString(11)).isEqualTo("000003");
            assertThat(client.readMessage().getString(11)).isEqualTo("000001");
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(millis(2000));
            Await.until("all are answered", () -> host.record().requestsAnswered() == 3);
            assertThat(host.record().played()).containsExactly(Map.entry("late", 1L));
        }
    }

    @Test
    void shouldWaitForTheFrameUnderWayWhenALateAnswerIsDue() throws Exception {
        try (EmbeddedHost host = host("de 11 000001 : late 2000\nalways : byte by byte 30");
                RawClient client = new RawClient(host)) {
            client.send(Bytes.join(purchase("000001"), purchase("000002")));

            assertThat(client.readMessage().getString(11)).isEqualTo("000002");
            assertThat(client.readMessage().getString(11)).isEqualTo("000001");
        }
    }

    @Test
    void shouldSendNoLateAnswerWhenTheLineHasFallenSilent() throws Exception {
        try (EmbeddedHost host = host("de 11 000007 : late 2000\nde 11 000008 : cut 2 bytes\nalways : late 2100");
                RawClient client = new RawClient(host);
                RawClient other = new RawClient(host)) {
            client.send(Bytes.join(purchase("000007"), purchase("000008")));
            Await.until("both are heard", () -> host.record().played().containsKey("cut"));
            other.ask("000001");

            assertThat(allThatComes(host, client, 4)).hasSize(2);
        }
    }

    @Test
    void shouldSendOtherBytesAndNothingMoreWhenItIsGarbageWithoutFrame() throws Exception {
        byte[] right = approval("000007");
        try (EmbeddedHost host = host("always : garbage without frame");
                RawClient client = new RawClient(host)) {
            byte[] garbage = allThatComes(host, client);

            assertThat(garbage).hasSize(64);
            for (int i = 0; i < garbage.length; i++) {
                assertThat(garbage[i]).isNegative().isNotEqualTo(right[i]);
            }
            assertThat(host.record().played()).containsExactly(Map.entry("garbage without frame", 1L));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void shouldHoldNoFrameWhenItIsGarbageWithoutFrame(FramingPreset preset) throws Exception {
        try (EmbeddedHost host =
                        TestHosts.ruled(preset.presetName(), "none", "seed 5\nalways : garbage without frame");
                HostConnection client = TestClient.connect(host.port(), preset.presetName())) {
            client.send(client.framing().wrap(Bytes.filled(300, 'a')), TestClient.soon());
            Await.until(
                    "it is sent",
                    () -> host.record().played().containsKey("garbage without frame")
                            && host.record().requestsReceived() == 1);

            assertThatThrownBy(() -> client.receive(TestClient.in(200)))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure())
                                    .isIn(
                                            Failure.RESPONSE_TIMEOUT,
                                            Failure.PARTIAL_FRAME,
                                            Failure.BAD_FRAME,
                                            Failure.FRAME_LENGTH));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "binary2 max=4096,    FFFF",
        "binary2-le max=4096, FFFF",
        "binary4,             FFFFFFFF",
        "bcd2 max=4096,       9999",
        "ascii4 max=4096,     39393939",
        "hex4 max=4096,       46464646",
        "tpdu max=4096,       FFFF",
    })
    void shouldAnnounceTheLargestLengthWhenItIsOversize(String framing, String prefix) throws Exception {
        byte[] message = Bytes.filled(20, 'a');
        try (EmbeddedHost host = TestHosts.ruled(framing, "none", "always : oversize length");
                HostConnection client = TestClient.connect(host.port(), framing);
                RawClient raw = new RawClient(host)) {
            byte[] right = client.framing().wrap(message);
            raw.send(right);
            byte[] sent = raw.read(right.length);
            int width = prefix.length() / 2;
            assertThat(Bytes.hex(Arrays.copyOf(sent, width))).isEqualTo(prefix);
            assertThat(Arrays.copyOfRange(sent, width, sent.length))
                    .isEqualTo(Arrays.copyOfRange(right, width, right.length));

            client.send(right, TestClient.soon());
            assertThatThrownBy(() -> client.receive(TestClient.soon()))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure()).isIn(Failure.BAD_FRAME, Failure.FRAME_LENGTH));
            assertThat(host.record().played()).containsExactly(Map.entry("oversize length", 2L));
        }
    }
}
