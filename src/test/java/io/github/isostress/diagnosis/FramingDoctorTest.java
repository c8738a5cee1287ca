package io.github.isostress.diagnosis;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Bytes.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.TestMessages;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Received bytes, and what the doctor says of them. */
class FramingDoctorTest {
    private static final byte[] RESPONSE = TestMessages.pack(TestMessages.message("iso87ascii", "0210", "000042"));

    private static List<String> examine(byte[] received, String framing, String packager) {
        return FramingDoctor.examine(
                received,
                FramingReader.parse(framing),
                Optional.of(packager).filter(name -> !name.equals("none")).map(Packagers::builtIn));
    }

    private static byte[] framed(String framing, byte[] message) {
        return FramingReader.parse(framing).wrap(message);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void shouldShowDigitsAndCountWhenLengthIsAscii() {
        assertThat(examine(framed("ascii4", RESPONSE), "binary2", "iso87binary"))
                .containsExactly(
                        "the first 4 bytes are ASCII digits 0036, and 36 bytes follow: framing is ascii4, configured is"
                                + " binary2",
                        "the message reads as iso87ascii: MTI 0210, 2 elements, no bytes left over; configured is"
                                + " iso87binary");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            binary2           | the first 2 bytes are 00 24, big-endian 36, and 36 bytes follow:
            binary2-inclusive | the first 2 bytes are 00 26, big-endian 38, themselves counted, and 36 bytes follow:
            binary2-le        | the first 2 bytes are 24 00, little-endian 36, and 36 bytes follow:
            bcd2              | the first 2 bytes are BCD digits 0036, and 36 bytes follow:
            hex4              | the first 4 bytes are hex digits 0024 (36), and 36 bytes follow:
            tpdu              | the first 2 bytes are 00 29, big-endian 41, and 41 bytes follow, the first 5 a header:
            visa              | and 38 bytes follow, the first 2 a header that is not counted:
            visa-base1        | 58, and 60 bytes follow, the first 2 a filler, the next 22 a header that says its own length:
            binary2 lead=02 trailer=03 uncounted-trailer lrc | the first byte is the lead 02, the next 2 bytes are 00 24, big-endian 36, and 38 bytes follow, with the trailer 03 before an LRC:
            binary2 lead=02 trailer=03 lrc | the next 2 bytes are 00 25, big-endian 37, and 38 bytes follow, with the trailer 03 before an LRC:
            bcd2 lead=02 trailer=03 uncounted-trailer lrc | the next 2 bytes are BCD digits 0036, and 38 bytes follow
            ascii4 lead=02 trailer=03 uncounted-trailer lrc | the next 4 bytes are ASCII digits 0036, and 38 bytes follow
            binary2 trailer=03 uncounted-trailer | big-endian 36, and 37 bytes follow, with the trailer 03 at the end:
            etx lead=02       | the first byte is the lead 02, and no length stands before the message, with the trailer 03 at the end:
            etx lead=02 lrc   | the first byte is the lead 02, and no length stands before the message, with the trailer 03 before an LRC:
            etx lrc           | no length stands before the message, with the trailer 03 before an LRC:
            ascii4 length=ebcdic4 | the first 4 bytes are EBCDIC digits 0036, and 36 bytes follow:
            ascii4 lead=49534F | the first 3 bytes are the lead 49 53 4F, the next 4 bytes are ASCII digits 0036, and 36 bytes follow:
            binary2 lead=AA55 | the first 2 bytes are the lead AA 55, the next 2 bytes are 00 24, big-endian 36, and 36 bytes follow:
            bcd2 counts-lead lead=AA55 | the next 2 bytes are BCD digits 0038, and 36 bytes follow:
            ascii4 length=ebcdic4 lead=C9E2D6 | the first 3 bytes are the lead C9 E2 D6, the next 4 bytes are EBCDIC digits 0036
            etx               | no length stands before the message, with the trailer 03 at the end:
            none              | no length stands before the message:
            ascii4 inclusive  | the first 4 bytes are ASCII digits 0040, themselves counted, and 36 bytes follow:
            binary2 trailer=03 | and 37 bytes follow, with the trailer 03 at the end:
            tpdu length=ascii4 | the first 4 bytes are ASCII digits 0041, and 41 bytes follow, the first 5 a header:
            """)
    void shouldPutTheFramingIntoWordsWhenItIsAnother(String framing, String words) {
        assertThat(examine(framed(framing, RESPONSE), "binary4", "iso87ascii").get(0))
                .contains(words)
                .endsWith("framing is " + framing + ", configured is binary4");
    }

    @Test
    void shouldNameOnlyThePackagerWhenTheFramingIsRight() {
        assertThat(examine(framed("binary2", RESPONSE), "binary2", "iso87binary"))
                .containsExactly("the message reads as iso87ascii: MTI 0210, 2 elements, no bytes left over;"
                        + " configured is iso87binary");
    }

    @Test
    void shouldNameThePackagerWhenMessagesWereNotToBeRead() {
        assertThat(examine(framed("ascii4", RESPONSE), "binary2", "none"))
                .last()
                .asString()
                .endsWith("no bytes left over; configured is none");
    }

    @Test
    void shouldSayHowMuchIsMissingWhenAFrameIsNotWhole() {
        byte[] purchase = TestMessages.pack(TestMessages.purchase("iso87ascii", "000042"));
        byte[] part = Arrays.copyOf(framed("binary2", purchase), 60);

        assertThat(examine(part, "binary2", "iso87ascii").subList(0, 2))
                .containsExactly(
                        "the first 2 bytes are 00 50, big-endian 80, and of the 80 bytes behind them 58 have come:"
                                + " framing may be binary2, as configured",
                        "the message, as far as it has come, reads as iso87ascii: MTI 0200, as configured");
    }

    @Test
    void shouldSaySoWhenAnotherPresetFitsTheSameBytes() {
        byte[] response = Arrays.copyOf(RESPONSE, 0x0101);
        Arrays.fill(response, RESPONSE.length, response.length, (byte) ' ');
        byte[] palindrome = framed("binary2", response);

        assertThat(examine(palindrome, "ascii4", "iso87ascii")).contains("the same bytes would fit binary2-le");
    }

    @Test
    void shouldFindTheMessageWhenAHeaderOfAnotherKindStandsBeforeIt() {
        byte[] received = framed("binary2", join(text("ISO016000070"), RESPONSE));

        assertThat(examine(received, "binary2", "iso87ascii"))
                .first()
                .asString()
                .endsWith("the first 12 a header: framing is binary2 counts-header skip=12, configured is binary2");
    }

    @Test
    void shouldSayThatNoPackagerReadsItWhenOnlyTheLengthFits() {
        byte[] received = framed("ascii4", hex("F0F2F1F0 0102030405060708090A0B0C0D0E0F"));

        assertThat(examine(received, "binary2", "iso87ascii"))
                .containsExactly(
                        "the first 4 bytes are ASCII digits 0019, and 19 bytes follow: framing may be ascii4, configured"
                                + " is binary2",
                        "the message reads with none of the packagers iso87ascii, iso87binary, iso93ascii, iso93binary,"
                                + " cmf");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15 03 03 0002 0246     | a TLS alert (fatal, protocol_version)
            15 03 01 0002 022F     | a TLS alert (fatal, illegal_parameter)
            16 03 03 004A 02000046 | a TLS handshake
            """)
    void shouldNameTlsWhenTheHostSpeaksIt(String received, String words) {
        assertThat(examine(hex(received), "binary2", "iso87ascii"))
                .containsExactly("the bytes are " + words + ", no frame: the host speaks TLS and expects it here");
    }

    @Test
    void shouldNameHttpWhenAWebServerAnswers() {
        byte[] answer = text("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");

        assertThat(examine(answer, "binary2", "iso87ascii"))
                .containsExactly("the bytes are an HTTP answer with status 400, no frame: a web server or a proxy"
                        + " listens at this port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ERROR 17: card 4761739001010119 unknown\r\n", "<html>4761739001010119</html>", "SSH-2.0-X"})
    void shouldNotRepeatTheTextWhenItIsReadable(String text) {
        assertThat(examine(text(text), "binary2", "iso87ascii"))
                .hasSize(1)
                .first()
                .asString()
                .contains("are readable text")
                .doesNotContain("4761", "17");
    }

    @Test
    void shouldSayWhatWasTriedWhenNothingFits() {
        byte[] garbage = HexFormat.of().parseHex("FFFEFDFCFBFAF9F8F7F6");

        assertThat(examine(garbage, "binary2", "iso87ascii"))
                .singleElement()
                .asString()
                .startsWith("what came fits none of the framings none, binary2, ")
                .contains("iso93binary");
        assertThat(examine(hex("FFFE"), "binary2", "iso87ascii"))
                .containsExactly("only 2 bytes came, too few to tell a framing by");
        assertThat(examine(new byte[0], "binary2", "iso87ascii")).isEmpty();
    }

    @Test
    void shouldShowNoCardNumberWhenAPurchaseIsExamined() {
        byte[] purchase = TestMessages.pack(TestMessages.purchase("iso87ascii", "000042"));
        for (int end = 1; end <= purchase.length; end++) {
            assertThat(String.join(" ", examine(Arrays.copyOf(purchase, end), "binary2", "iso87binary")))
                    .doesNotContain("999999", "000042");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 200, 2_000, 100_000, 3_000_000})
    void shouldEndWithAnAnswerWhenBytesAreGarbage(int length) {
        Random random = new Random(length);
        for (int i = 0; i < 5; i++) {
            byte[] garbage = new byte[length];
            random.nextBytes(garbage);
            Framing configured = FramingReader.parse("binary4");

            assertThat(FramingDoctor.examine(garbage, configured, Optional.empty()))
                    .hasSizeBetween(1, 3);
        }
    }
}
