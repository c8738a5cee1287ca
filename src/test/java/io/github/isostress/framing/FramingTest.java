package io.github.isostress.framing;

import static io.github.isostress.support.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.support.Bytes;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {
    private static final byte[] MESSAGE = hex("0102030405");

    @ParameterizedTest
    @CsvSource({
        "binary2,                                              0005 0102030405",
        "binary2 inclusive,                                    0007 0102030405",
        "binary2 header=AABB,                                  0005 AABB 0102030405",
        "binary2 header=AABB counts-header,                    0007 AABB 0102030405",
        "binary2 header=AABB counts-header inclusive,          0009 AABB 0102030405",
        "binary2 header=AABB skip=9,                           0005 AABB 0102030405",
        "binary2 trailer=0D0A,                                 0007 0102030405 0D0A",
        "binary2 trailer=03 header=AABB counts-header,         0008 AABB 0102030405 03",
        "none header=02 trailer=03,                            02 0102030405 03",
        "bcd2 length=bcd1 inclusive,                           06 0102030405",
        "binary2 lead=49534F,                                  49534F 0005 0102030405",
        "binary2 lead=02 counts-lead,                          02 0006 0102030405",
        "binary2 lead=02 counts-lead inclusive,                02 0008 0102030405",
        "ascii4 lead=49534F,                                   49534F 30303035 0102030405",
        "binary2 length=ebcdic4,                               F0F0F0F5 0102030405",
        "binary2 trailer=03 uncounted-trailer,                 0005 0102030405 03",
        "binary2 trailer=03 uncounted-trailer lrc,             0005 0102030405 03 07",
        "binary2 lead=02 trailer=03 uncounted-trailer lrc,     02 0005 0102030405 03 07",
        "binary2 lead=02 trailer=03 lrc,                       02 0006 0102030405 03 04",
        "binary2 lead=02 trailer=03 lrc counts-lrc,            02 0007 0102030405 03 05",
        "binary2 lead=02 trailer=03 uncounted-trailer lrc=whole,   02 0005 0102030405 03 05",
        "binary2 lead=02 trailer=03 uncounted-trailer lrc=message, 02 0005 0102030405 03 01",
        "etx lead=02 lrc,                                      02 0102030405 03 02",
        "etx header=02 lrc,                                    02 0102030405 03 02",
        "etx header=02 lrc=whole,                              02 0102030405 03 00",
        "etx lrc,                                              0102030405 03 02",
        "tpdu uncounted-header,                                0005 6000000000 0102030405",
        "binary2 filler=0000 header=AABB counts-header,        0007 0000 AABB 0102030405",
        "binary2 header=10LL20,                                0005 100820 0102030405",
        "binary2 header=LLLLLLLL,                              0005 00000009 0102030405",
        "visa header=0000160102LLLL,                           0005 0000 160102000A 0102030405",
        "visa-base1, 001B 0000 160102001B 0000000000000000000000000000000000 0102030405",
    })
    void shouldPutPartsInOrderWhenMessageIsWrapped(String framing, String frame) {
        assertThat(FramingReader.parse(framing).wrap(MESSAGE)).isEqualTo(hex(frame));
    }

    /** What the prefix counts besides the message leaves less room for the message. */
    @ParameterizedTest
    @CsvSource({
        "binary2 length=ascii2,                                        99",
        "binary2 length=ascii2 inclusive,                              97",
        "binary2 length=ascii2 header=0000000000,                      99",
        "binary2 length=ascii2 header=0000000000 counts-header,        94",
        "binary2 length=ascii2 trailer=03,                             98",
        "binary2 max=50,                                               50",
        "binary2 max=50 inclusive trailer=03,                          50",
        "none max=50,                                                  50",
        "binary2 header=10LL20,                                        252",
        "binary2 length=ascii2 lead=02 counts-lead lrc counts-lrc,     97",
        "binary2 length=ebcdic2 trailer=03 uncounted-trailer lrc,      99",
    })
    void shouldRefuseMessageWhenItIsOneByteTooLong(String text, int longest) {
        Framing framing = FramingReader.parse(text);

        assertThat(framing.wrap(new byte[longest])).hasSizeGreaterThanOrEqualTo(longest);
        assertThatThrownBy(() -> framing.wrap(new byte[longest + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the message has %d bytes, the framing allows at most %d", longest + 1, longest);
    }

    @Test
    void shouldKeepItsBytesWhenTheGivenArrayChanges() {
        byte[] bytes = hex("AA");
        FixedBytes copied = FixedBytes.of(bytes);
        bytes[0] = 0;
        copied.toArray()[0] = 0;

        assertThat(copied).hasToString("aa");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "binary2,           0005 0102030405,        5,    7",
                "binary2,           00,                     -,    -",
                "binary2-inclusive, 0007 01,                7,    7",
                "binary2-inclusive, 0001 01,                1,    -",
                "binary2,           0000,                   0,    2",
                "binary2 max=9,     000A 01,                10,   -",
                "tpdu,              000A 60,                10,   12",
                "visa,              0005,                   5,    9",
                "ascii4,            30313337,               137,  141",
                "ascii4,            3031333A,               -,    -",
                "etx,               0102,                   -,    -",
                "none,              0102,                   -,    -",
                "binary2 lead=02 trailer=03 uncounted-trailer lrc, 02000501, 5, 10",
                "binary2 lead=02,   030005,                 -,    -",
                "visa-base1,        00250000,               37,   41",
                "binary2 length=ebcdic4, F0F1F3F7,          137,  141",
                "binary2 skip=own,  000503,                 5,    -",
                "binary2 skip=own,  00050300,               5,    10",
                "binary2 skip=own,  00050380,               5,    -",
                "binary2 skip=own,  000503800002,           5,    12",
            })
    void shouldTellWhatTheFirstBytesAnnounce(String framing, String bytes, Long length, Long frame) {
        assertThat(FramingReader.parse(framing).announcedLength(hex(bytes))).isEqualTo(optional(length));
        assertThat(FramingReader.parse(framing).announcedFrame(hex(bytes))).isEqualTo(optional(frame));
    }

    private static OptionalLong optional(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "no frame",
            value = {
                "binary2,     0002 0A0B,              0A0B",
                "binary2,     0002 0A0B 0001,         0A0B",
                "binary2,     0000 0002 0A0B FF,      0A0B",
                "binary2,     0003 0A0B,              no frame",
                "binary2,     0000,                   no frame",
                "ascii4,      0002 0A0B,              no frame",
                "tpdu,        0007 6000000000 0A0B,   0A0B",
                "etx,         0A0B 03 0C,             0A0B",
                "etx,         0A0B,                   no frame",
                "none,        0A0B0C,                 0A0B0C",
                "none,        '',                     no frame",
            })
    void shouldFindTheFirstFrameWhenItIsWhole(String framing, String bytes, String message) {
        Optional<String> found =
                FramingReader.parse(framing).firstFrame(hex(bytes)).map(frame -> Bytes.hex(frame.message()));

        assertThat(found).isEqualTo(Optional.ofNullable(message));
    }
}
