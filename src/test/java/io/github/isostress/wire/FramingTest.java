package io.github.isostress.wire;

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
    })
    void shouldPutPartsInOrderWhenMessageIsWrapped(String framing, String frame) {
        assertThat(FramingText.parse(framing).wrap(MESSAGE)).isEqualTo(hex(frame));
    }

    /** What the prefix counts besides the message leaves the less for the message. */
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
    })
    void shouldRefuseMessageWhenItIsOneByteTooLong(String text, int longest) {
        Framing framing = FramingText.parse(text);

        assertThat(framing.wrap(new byte[longest])).hasSizeGreaterThanOrEqualTo(longest);
        assertThatThrownBy(() -> framing.wrap(new byte[longest + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the message has %d bytes, the framing allows at most %d", longest + 1, longest);
    }

    @Test
    void shouldKeepItsBytesWhenTheGivenArraysChange() {
        byte[] header = hex("AA");
        byte[] trailer = hex("BB");
        Framing framing = new Framing(LengthPrefix.NONE, false, false, header, 1, trailer, 10);
        header[0] = 0;
        trailer[0] = 0;

        assertThat(framing.wrap(hex("01"))).isEqualTo(hex("AA01BB"));
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
            })
    void shouldTellWhatTheFirstBytesAnnounce(String framing, String bytes, Long length, Long frame) {
        assertThat(FramingText.parse(framing).announcedLength(hex(bytes))).isEqualTo(optional(length));
        assertThat(FramingText.parse(framing).announcedFrame(hex(bytes))).isEqualTo(optional(frame));
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
                FramingText.parse(framing).firstFrame(hex(bytes)).map(frame -> Bytes.hex(frame.message()));

        assertThat(found).isEqualTo(Optional.ofNullable(message));
    }
}
