package io.github.isostress.diagnosis;

import static io.github.isostress.support.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingPreset;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Framings that other tools use: the doctor names them in our own language. */
class FramingsFromTheFieldTest {
    /** MTI 0810 with DE 11 and 39, in ASCII but for its bitmap. */
    private static final String MESSAGE = "30383130 0020000002000000 303030303031 3030";

    /** The message in BCD, DE 39 in EBCDIC. */
    private static final String VISA_MESSAGE = "0110 0020000002000000 000001 F0F0";

    private static List<String> examine(String bytes, String framing, String packager) {
        return FramingDoctor.examine(hex(bytes), FramingReader.parse(framing), Optional.of(packagerOf(packager)));
    }

    private static IsoPackager packagerOf(String file) {
        try {
            return Packagers.find(
                            Path.of(FramingsFromTheFieldTest.class
                                            .getResource("/cases/" + file)
                                            .toURI())
                                    .toString(),
                            Path::of)
                    .orElseThrow();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            binary2 | 02 0014 MESSAGE 03 3D        | binary2 lead=02 trailer=03 uncounted-trailer lrc
            etx     | 02 0014 MESSAGE 03 3D        | binary2 lead=02 trailer=03 uncounted-trailer lrc
            binary2 | 02 0015 MESSAGE 03 3C        | binary2 lead=02 trailer=03 lrc
            etx     | 02 MESSAGE 03 29             | etx lead=02 lrc
            binary2 | 02 MESSAGE 03 29             | etx lead=02 lrc
            ascii4  | MESSAGE 03 29                | etx lrc
            binary2 | 02 0019 6000010002 MESSAGE 03 53 | binary2 lead=02 trailer=03 uncounted-trailer lrc counts-header skip=5
            binary2 | 49534F 30303230 MESSAGE      | ascii4 lead=49534F
            ascii4  | F0F0F2F0 MESSAGE             | ascii4 length=ebcdic4
            binary2 | 49534F F0F0F2F0 MESSAGE      | ascii4 length=ebcdic4 lead=49534F
            """)
    void shouldNameTheFramingWhenMoreStandsRoundTheMessage(String configured, String bytes, String framing) {
        List<String> sentences =
                examine(bytes.replace("MESSAGE", MESSAGE), configured, "25-framings-not-sayable/p.xml");

        assertThat(sentences.get(0)).endsWith(": framing is " + framing + ", configured is " + configured);
        assertThat(sentences.get(1)).contains("MTI 0810, 2 elements, no bytes left over, as configured");
        assertThat(FramingReader.parse(framing).firstFrame(hex(bytes.replace("MESSAGE", MESSAGE))))
                .hasValueSatisfying(frame -> assertThat(frame.message()).isEqualTo(hex(MESSAGE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            binary2 | 02 0014 MESSAGE 03 21 | binary2 lead=02 trailer=03 uncounted-trailer lrc, configured is binary2 | 3D
            etx     | 02 MESSAGE 03 21      | etx lead=02 lrc, configured is etx                                      | 29
            etx lead=02 lrc | 02 MESSAGE 03 21 | etx lead=02 lrc, as configured                                       | 29
            """)
    void shouldTellWhatTheLrcShouldBeWhenOnlyItIsWrong(String configured, String bytes, String framing, String lrc) {
        List<String> sentences =
                examine(bytes.replace("MESSAGE", MESSAGE), configured, "25-framings-not-sayable/p.xml");

        assertThat(sentences.get(0)).endsWith(": framing may be " + framing);
        assertThat(sentences).last().isEqualTo("but the last byte is 21, and the LRC of that framing would be " + lrc);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0025 0000 16010200250000000000000000000000000000000000 VISA | the next 22 a header
            003F 0000 1A8102003F0000000000000000000000000000000000 00005037 16010200250000000000000000000000000000000000 VISA | the next 48 a header
            """)
    void shouldNameVisasFramingWhenTheHeaderSaysItsOwnLength(String bytes, String header) {
        List<String> sentences = examine(bytes.replace("VISA", VISA_MESSAGE), "visa", "26-visa-header/b.xml");

        assertThat(sentences.get(0))
                .contains(header)
                .endsWith(" that says its own length: framing is visa-base1, configured is visa");
        assertThat(sentences.get(1)).contains("MTI 0110, 2 elements, no bytes left over, as configured");
    }

    /**
     * All bits of the bitmap are set, and the elements behind it end too soon: read as a length the other way round,
     * the first bytes announce that more is to come, in which they would be.
     */
    @ParameterizedTest
    @CsvSource({
        "30323130 46464646464646464646464646464646 46464646464646464646464646464646, 30, 120",
        "0210 FFFFFFFFFFFFFFFF FFFFFFFFFFFFFFFF 16 3939393939393939, 30, 90",
        "0210 FFFFFFFFFFFFFFFF FFFFFFFFFFFFFFFF, 00, 100",
    })
    void shouldAdviseNoOtherFramingWhenTheConfiguredOneFitsExactly(String beginning, String filling, int count) {
        byte[] message = hex(beginning + filling.repeat(count));
        for (FramingPreset preset : FramingPreset.values()) {
            if (preset.framing().prefix().width() > 0) {
                List<String> sentences = FramingDoctor.examine(
                        preset.framing().wrap(message),
                        preset.framing(),
                        Optional.of(Packagers.builtIn("iso87binary")));

                assertThat(sentences)
                        .as(preset.presetName())
                        .singleElement()
                        .asString()
                        .startsWith("cut by the configured framing " + preset.presetName()
                                + ", the message reads with none")
                        .endsWith("and no other framing known here fits");
            }
        }
    }
}
