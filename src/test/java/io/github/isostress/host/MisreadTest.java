package io.github.isostress.host;

import static io.github.isostress.support.TestMessages.pack;
import static io.github.isostress.support.TestMessages.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.TestHosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host of binary2 and iso87ascii says why it hangs up on a client that speaks otherwise, or has no answer for it. */
class MisreadTest {
    private static final String CARD_BYTES = "39 39 39 39 39 39 30";
    private static final int MOST_LOGGED = 20;

    private final List<String> told = new CopyOnWriteArrayList<>();

    private EmbeddedHost host() {
        return host("binary2");
    }

    private EmbeddedHost host(String framing) {
        return EmbeddedHost.start(TestHosts.settings(framing, "iso87ascii"), new HostLog(told::add));
    }

    private static byte[] frame(String framing, String packager) {
        return FramingReader.parse(framing).wrap(pack(purchase(packager, "000007")));
    }

    private String sentence() {
        Await.until("it is told", () -> !told.isEmpty());
        assertThat(told).singleElement().asString().doesNotContain("999999", CARD_BYTES);
        return told.get(0).replaceAll("127.0.0.1:\\d+", "CLIENT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ascii4            | iso87ascii  | 30 30 as length is 12336, which needs 12254 more bytes; the client may use framing ascii4
                    bcd2              | iso87ascii  | 00 80 as length is 128, which needs 48 more bytes; the client may use framing bcd2
                    binary2-inclusive | iso87ascii  | 00 52 as length is 82, which needs 2 more bytes; the client may use framing binary2-inclusive
                    hex4              | iso87ascii  | 30 30 as length is 12336, which needs 12254 more bytes; the client may use framing hex4
                    none              | iso87ascii  | 30 32 as length is 12338, which needs 12260 more bytes; the client may use framing none
                    etx               | iso87ascii  | 30 32 as length is 12338, which needs 12259 more bytes; the client may use framing etx
                    ascii4            | iso87binary | 30 30 as length is 12336, which needs 12284 more bytes; the client may use framing ascii4 and packager iso87binary
                    """)
    void shouldSayWhatIsMissingWhenTheClientGivesUp(String framing, String packager, String words) {
        Await.until("a client that gives up in time", () -> isTold(frame(framing, packager), words));
    }

    /** False if the client was held up until the host said that it waits. */
    private boolean isTold(byte[] frame, String words) {
        told.clear();
        try (EmbeddedHost host = host()) {
            try (RawClient client = new RawClient(host)) {
                client.send(frame);
            }
            if (sentence().startsWith("waits for the rest")) {
                return false;
            }

            assertThat(sentence()).isEqualTo("CLIENT closed the connection inside a frame: " + words);
            assertThat(host.record()).asString().contains("unfinished frames: 1 left by the client");
            assertThat(host.record().newestTroubles()).isEqualTo(told);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ascii4          | binary2 | iso87ascii  | bad frame          | the client may use framing binary2
                    binary2 max=999 | ascii4  | iso87ascii  | bad frame          | the client may use framing ascii4
                    binary2         | tpdu    | iso87ascii  | unreadable message | the client may use framing tpdu
                    binary2         | binary2 | iso87binary | unreadable message | the client may use packager iso87binary
                    """)
    void shouldSayWhatWouldFitWhenItHangsUp(
            String configured, String framing, String packager, String reason, String words) throws Exception {
        try (EmbeddedHost host = host(configured);
                RawClient client = new RawClient(host)) {
            client.send(frame(framing, packager));

            assertThat(client.readToEnd()).isEmpty();
            assertThat(sentence())
                    .startsWith("hung up on CLIENT, " + reason + ": ")
                    .endsWith("; " + words);
        }
    }

    @Test
    void shouldSayThatItWaitsOnceForAConnection() throws Exception {
        try (EmbeddedHost host = host()) {
            try (RawClient client = new RawClient(host)) {
                client.send(Bytes.hex("1603010200010001FC0303"));
                assertThat(sentence())
                        .isEqualTo(
                                "waits for the rest of a frame from CLIENT: 16 03 as length is 5635, which needs 5626"
                                        + " more bytes; the client may speak TLS");
            }

            Await.until("the connection has ended", () -> host.record().closed() == 1);
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void shouldAnswerWhenTheRestComesLate() throws Exception {
        byte[] frame = frame("binary2", "iso87ascii");
        try (EmbeddedHost host = host();
                RawClient client = new RawClient(host)) {
            client.send(Arrays.copyOf(frame, 50));
            assertThat(sentence())
                    .isEqualTo("waits for the rest of a frame from CLIENT: 00 50 as length is 80, which needs 32 more"
                            + " bytes");

            client.send(Arrays.copyOfRange(frame, 50, frame.length));

            Await.until("it is answered", () -> host.record().requestsAnswered() == 1);
        }
    }

    @Test
    void shouldCountOnlyWhenItHasToldOften() {
        Await.until("clients that give up in time", this::isCounted);
    }

    /** False if a client was held up until the host said that it waits. */
    private boolean isCounted() {
        told.clear();
        try (EmbeddedHost host = host()) {
            for (int i = 0; i < MOST_LOGGED + 5; i++) {
                try (RawClient client = new RawClient(host)) {
                    client.send(frame("ascii4", "iso87ascii"));
                }
            }

            Await.until("all have ended", () -> host.record().closed() == MOST_LOGGED + 5);
            if (host.record().unfinishedInWords().contains("waited for")) {
                return false;
            }

            assertThat(host.record().unfinishedInWords()).isEqualTo(MOST_LOGGED + 5 + " left by the client");
            Await.until("some are told", () -> told.size() == MOST_LOGGED);
            assertThat(told)
                    .filteredOn(sentence -> sentence.contains("further ones are counted"))
                    .hasSize(1);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
