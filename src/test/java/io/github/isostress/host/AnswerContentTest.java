package io.github.isostress.host;

import static io.github.isostress.host.RawClient.PACKAGER;
import static io.github.isostress.host.RawClient.approval;
import static io.github.isostress.host.RawClient.approvalFields;
import static io.github.isostress.host.RawClient.frame;
import static io.github.isostress.host.RawClient.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import io.github.isostress.wire.HostConnection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of frames that rules decide, byte by byte. */
class AnswerContentTest {
    private static EmbeddedHost host(String rules) {
        return TestHosts.ruled("binary2", PACKAGER, rules);
    }

    @Test
    void shouldSendTheRightAnswerWhenItApproves() throws Exception {
        try (EmbeddedHost host = host("always: approve");
                RawClient client = new RawClient(host)) {
            client.send(purchase("000007"));

            byte[] right = approval("000007");
            assertThat(client.read(right.length)).isEqualTo(right);
            assertThat(host.record().played()).containsExactly(Map.entry("approve", 1L));
        }
    }

    @Test
    void shouldSendTheCodeAndNoAuthorisationCodeWhenItDeclines() throws Exception {
        ISOMsg refusal = approvalFields("000007");
        refusal.unset(38);
        refusal.set(39, "51");
        try (EmbeddedHost host = host("always : decline 51");
                RawClient client = new RawClient(host)) {
            client.send(purchase("000007"));

            byte[] expected = frame(refusal);
            assertThat(client.read(expected.length)).isEqualTo(expected);
            assertThat(host.record().played()).containsExactly(Map.entry("decline 51", 1L));
        }
    }

    @Test
    void shouldMixTheCodesByTheirSharesWhenThereAreSeveral() throws Exception {
        int requests = 1000;
        Map<String, Long> codes = new TreeMap<>();
        try (EmbeddedHost host = host("always : decline 51 60%, 05 40%");
                RawClient client = new RawClient(host)) {
            for (int i = 0; i < requests; i++) {
                codes.merge("decline " + client.ask("000001").getString(39), 1L, Long::sum);
            }

            assertThat(host.record().played()).isEqualTo(codes);
            assertThat(codes.keySet()).containsExactly("decline 05", "decline 51");
            // Six standard deviations of a binomial count are 93.
            assertThat(codes.get("decline 51")).isBetween(507L, 693L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wrong key,    11, 000008",
        "wrong key 37, 37, 000000000008",
        "wrong key 41, 41, TERM0002",
        "wrong key 2,   2, 9999990000000014"
    })
    void shouldChangeOneElementWhenTheKeyIsWrong(String behaviour, int element, String value) throws Exception {
        ISOMsg other = approvalFields("000007");
        other.set(element, value);
        try (EmbeddedHost host = host("always : " + behaviour);
                RawClient client = new RawClient(host)) {
            client.send(purchase("000007"));

            byte[] expected = frame(other);
            assertThat(client.read(expected.length)).isEqualTo(expected);
            assertThat(host.record().played()).containsExactly(Map.entry("wrong key " + element, 1L));
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM000A, TERM000B", "TERM0009, TERM0000", "TERM000Z, TERM000A", "'TERM01  ', 'TERM01 A'"})
    void shouldKeepTheFormatWhenTheKeyIsWrong(String asked, String answered) throws Exception {
        try (EmbeddedHost host = host("always : wrong key 41");
                RawClient client = new RawClient(host)) {
            ISOMsg request = TestMessages.purchase(PACKAGER, "000007");
            request.set(41, asked);
            client.send(frame(request));

            assertThat(client.readMessage().getString(41)).isEqualTo(answered);
        }
    }

    @Test
    void shouldChangeABitWhenTheWrongKeyIsBinary() throws Exception {
        try (EmbeddedHost host = host("always : wrong key 64");
                RawClient client = new RawClient(host)) {
            ISOMsg request = TestMessages.purchase(PACKAGER, "000007");
            request.set(64, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
            client.send(frame(request));

            assertThat(client.readMessage().getBytes(64)).containsExactly(1, 2, 3, 4, 5, 6, 7, 9);
        }
    }

    @Test
    void shouldAnswerRightlyWhenTheRequestHasNoSuchKey() throws Exception {
        try (EmbeddedHost host = host("always : wrong key 42");
                RawClient client = new RawClient(host)) {
            assertThat(client.ask("000007").getString(39)).isEqualTo("00");
            assertThat(host.record().played()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0200, 0230", "0220, 0210", "0800, 0830", "0421, 0410"})
    void shouldAnswerAsIfAnotherFunctionWereAskedForWhenTheMtiIsWrong(String asked, String answered) throws Exception {
        try (EmbeddedHost host = host("always : wrong mti");
                RawClient client = new RawClient(host)) {
            client.send(frame(TestMessages.message(PACKAGER, asked, "000007")));

            ISOMsg answer = client.readMessage();
            assertThat(answer.getMTI()).isEqualTo(answered);
            assertThat(answer.getString(11)).isEqualTo("000007");
            assertThat(host.record().played()).containsExactly(Map.entry("wrong mti", 1L));
        }
    }

    @Test
    void shouldSendNothingThatCouldBeTheAnswerWhenItIsGarbage() throws Exception {
        try (EmbeddedHost host = host("always : garbage");
                RawClient client = new RawClient(host)) {
            byte[] right = approval("000007");
            for (int i = 0; i < 500; i++) {
                client.send(purchase("000007"));
                byte[] frame = client.read(right.length);

                assertThat(frame).startsWith(right[0], right[1]);
                for (int at = 2; at < right.length; at++) {
                    assertThat(frame[at]).isNegative().isNotEqualTo(right[at]);
                }
            }
            Await.until("all are counted", () -> host.record().requestsAnswered() == 500);
            assertThat(host.record().played()).containsExactly(Map.entry("garbage", 500L));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso87ascii", "iso87binary", "iso93ascii", "iso93binary", "cmf"})
    void shouldBeUnreadableWhenItIsGarbage(String packager) throws Exception {
        MessageDecoder decoder = new MessageDecoder(Packagers.builtIn(packager));
        byte[] request = TestMessages.pack(TestMessages.purchase(packager, "000001"));
        try (EmbeddedHost host = TestHosts.ruled("ascii4", packager, "always : garbage");
                HostConnection client = TestClient.connect(host.port(), "ascii4")) {
            for (int i = 0; i < 200; i++) {
                client.send(client.framing().wrap(request), TestClient.soon());
                byte[] garbage = client.receive(TestClient.soon()).message();

                assertThatThrownBy(() -> decoder.decode(garbage))
                        .isInstanceOfSatisfying(
                                FailureException.class,
                                e -> assertThat(e.failure()).isEqualTo(Failure.UNPACK_ERROR));
            }
        }
    }

    @Test
    void shouldSendOtherBytesThanCameWhenItIsGarbageWithoutAPackager() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("binary2", "none", "always : garbage");
                RawClient client = new RawClient(host)) {
            client.send(new byte[] {0, 3, 'a', (byte) 0xFF, 0});

            byte[] frame = client.read(5);
            assertThat(frame).startsWith(0, 3);
            assertThat(frame[2]).isNegative();
            assertThat(frame[3]).isNegative().isNotEqualTo((byte) 0xFF);
        }
    }

    @Test
    void shouldAnswerARawProtocolWhenBytesAreChanged() throws Exception {
        String rules = "bytes 0-1 0210 bytes 4-end FF : change 1 to 11, 2-3 to 0017\nbytes 1 10 : change 1 to 11";
        try (EmbeddedHost host = TestHosts.ruled("binary2", "none", rules);
                RawClient client = new RawClient(host)) {
            client.send(HexFormat.of().parseHex("0005" + "02100000FF"));
            client.send(HexFormat.of().parseHex("0006" + "02100000FFFF"));
            client.send(HexFormat.of().parseHex("0001" + "02"));

            assertThat(HexFormat.of().formatHex(client.read(18)))
                    .isEqualTo("0005021100" + "17ff" + "000602110000ffff" + "000102");
            assertThat(host.record().played()).containsExactly(Map.entry("change", 2L));
        }
    }

    @Test
    void shouldSayWhyItHangsUpWhenTheBytesToChangeAreNotThere() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("binary2", "none", "always : change 4-5 to 0017");
                RawClient client = new RawClient(host)) {
            client.send(HexFormat.of().parseHex("00020210"));

            Await.until("the host has hung up", () -> host.record().hungUp() == 1);
            assertThat(host.record().newestTroubles())
                    .singleElement()
                    .asString()
                    .contains("no answer can be made: the answer has 2 bytes, none of them to change at 4-5");
        }
    }
}
