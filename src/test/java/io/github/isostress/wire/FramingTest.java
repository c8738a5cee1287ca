package io.github.isostress.wire;

import static io.github.isostress.support.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
