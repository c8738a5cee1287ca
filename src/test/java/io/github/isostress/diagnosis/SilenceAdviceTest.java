package io.github.isostress.diagnosis;

import static io.github.isostress.support.TestMessages.pack;
import static io.github.isostress.support.TestMessages.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said where a host says nothing to the first message. */
class SilenceAdviceTest {
    private static final String PAN_DIGITS = "39 39 39 39 39 39 30";

    private static List<String> advice(String framing, String packager) throws Exception {
        byte[] message = pack(purchase(packager, "000007"));
        DecodedMessage decoded = new MessageDecoder(Packagers.builtIn(packager)).decode(message);
        return advice(framing, message, decoded);
    }

    private static List<String> advice(String framing, byte[] message, DecodedMessage decoded) {
        Framing configured = FramingReader.parse(framing);
        return SilenceAdvice.on(configured.wrap(message), configured.messageStart(), decoded, configured);
    }

    @Test
    void shouldTellWhatWentOutFirstAndWhatOthersWouldHaveSent() throws Exception {
        assertThat(advice("binary2", "iso87ascii"))
                .containsExactly(
                        "the usual cause is the framing or the packager: nothing has ever come on this connection",
                        "sent was 00 50 before 80 bytes (framing binary2), MTI 30 32 30 30 (ASCII 0200), bitmap"
                                + " 36 32 32 30 30 30 30 30 30 38 38 30 30 30 30 30",
                        "other framings would have sent ascii4 30 30 38 30, bcd2 00 80, binary2-inclusive 00 52,"
                                + " tpdu 00 55 60 00 00 00 00, binary4 00 00 00 50",
                        "other packagers would have begun with F0 F2 F0 F0 (EBCDIC) or 02 00 (BCD, iso87binary)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ascii4              | iso87binary | sent was 30 30 35 30 before 50 bytes    | binary2 00 32, bcd2 00 50,     | 30 32 30 30 (ASCII, iso87ascii)
                    bcd2                | iso93ascii  | sent was 00 80 before 80 bytes          | binary2 00 50, ascii4          | 12 00 (BCD, iso93binary)
                    tpdu                | iso93binary | sent was 00 37 60 00 00 00 00 before 50 | binary2 00 32, ascii4          | 31 32 30 30 (ASCII, iso93ascii)
                    binary2-inclusive   | cmf         | before                                  | binary2 00                     | F2 F2 F0 F0 (EBCDIC)
                    etx                 | iso87ascii  | sent was nothing before 80 bytes        | binary2 00 50                  | 02 00 (BCD, iso87binary)
                    visa-base1          | iso87ascii  | sent was 00 66 00 00 16 01 02 00 66     | binary2 00 50                  | 02 00 (BCD, iso87binary)
                    binary2 trailer=03  | iso87ascii  | sent was 00 51 before 80 bytes          | binary2 00 50                  | 02 00 (BCD, iso87binary)
                    """)
    void shouldKnowEachFraming(String framing, String packager, String sent, String framings, String packagers)
            throws Exception {
        assertThat(advice(framing, packager)).hasSize(4).satisfies(sentences -> {
            assertThat(sentences.get(1)).contains(sent);
            assertThat(sentences.get(2)).contains(framings).doesNotContain(framing + " 0");
            assertThat(sentences.get(3)).contains(packagers);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary2", "ascii4", "tpdu"})
    void shouldShowNothingOfTheMessageButMtiAndBitmap(String framing) throws Exception {
        byte[] message = pack(purchase("iso87ascii", "000007"));

        assertThat(advice(framing, "iso87ascii")).noneMatch(sentence -> sentence.contains(PAN_DIGITS));
        assertThat(advice(framing, message, null))
                .noneMatch(sentence -> sentence.contains(PAN_DIGITS) || sentence.contains("bitmap"));
    }

    @Test
    void shouldShowNoByteOfAMessageWithoutMti() {
        assertThat(advice("binary2", Bytes.hex("9999990000000013"), null))
                .hasSize(3)
                .noneMatch(sentence -> sentence.contains("99 99"));
    }
}
