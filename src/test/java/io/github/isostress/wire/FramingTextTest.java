package io.github.isostress.wire;

import static io.github.isostress.support.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n"})
    void shouldBeBinary2WhenTextIsBlank(String text) {
        assertThat(FramingText.parse(text))
                .hasToString(FramingPreset.BINARY2.framing().toString());
    }

    @Test
    void shouldBeThePresetWhenOnlyItsNameIsGiven() {
        for (FramingPreset preset : FramingPreset.values()) {
            assertThat(FramingText.parse(" " + preset.presetName() + "\n"))
                    .hasToString(preset.framing().toString());
        }
    }

    @Test
    void shouldTakeEveryOptionWhenAllAreGiven() {
        Framing framing = FramingText.parse(
                "none length=bcd3 inclusive counts-header header=6000010002 skip=7 trailer=0D0a max=9999");

        assertThat(framing.prefix()).isEqualTo(new LengthPrefix(LengthPrefix.Encoding.BCD, 3));
        assertThat(framing.inclusive()).isTrue();
        assertThat(framing.countsHeader()).isTrue();
        assertThat(framing.header()).isEqualTo(hex("6000010002"));
        assertThat(framing.skippedHeader()).isEqualTo(7);
        assertThat(framing.trailer()).isEqualTo(hex("0D0A"));
        assertThat(framing.maxLength()).isEqualTo(9999);
    }

    @Test
    void shouldKeepThePresetsPartsWhenTheyAreNotNamed() {
        Framing framing = FramingText.parse("tpdu header=6000010002");

        assertThat(framing.prefix()).isEqualTo(new LengthPrefix(LengthPrefix.Encoding.BINARY, 2));
        assertThat(framing.countsHeader()).isTrue();
        assertThat(framing.inclusive()).isFalse();
        assertThat(framing.trailer()).isEmpty();
        assertThat(framing.maxLength()).isEqualTo(100_000);
    }

    @Test
    void shouldCountWithoutItselfWhenExclusiveIsGiven() {
        assertThat(FramingText.parse("binary2-inclusive exclusive").inclusive()).isFalse();
    }

    @Test
    void shouldSkipAsManyBytesAsAreSentWhenSkipIsNotGiven() {
        assertThat(FramingText.parse("binary2 header=0102030405").skippedHeader())
                .isEqualTo(5);
        assertThat(FramingText.parse("tpdu header=").skippedHeader()).isZero();
        assertThat(FramingText.parse("binary2 skip=4").header()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary2 max=10 inclusive", "binary2,max=10,inclusive", "binary2 , max=10\n inclusive"})
    void shouldReadTheSameWhenSeparatorsDiffer(String text) {
        assertThat(FramingText.parse(text))
                .hasToString(FramingText.parse("binary2 inclusive max=10").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binary5 | framing 'binary5' is none of none, binary2, binary2-inclusive, binary2-le, binary4, bcd2, ascii4, hex4, tpdu, visa, etx",
                "max=10 | framing 'max=10' is none of none, binary2, binary2-inclusive, binary2-le, binary4, bcd2, ascii4, hex4, tpdu, visa, etx",
                "binary2 length=ascii10 | length 'ascii10' is none of none, binary1-4, binary1-4 with -le, bcd1-4, ascii1-9, hex1-7",
                "binary2 length=bcd2-le | length 'bcd2-le' is none of none, binary1-4, binary1-4 with -le, bcd1-4, ascii1-9, hex1-7",
                "binary2 length | framing: 'length' is none of length=, inclusive, exclusive, counts-header, header=, skip=, trailer=, max=",
                "binary2 length=binary5 | a length prefix of 5 bytes is outside 1 to 4 for binary",
                "binary2 length=binary0 | a length prefix of 0 bytes is outside 1 to 4 for binary",
                "binary2 length=bcd9 | a length prefix of 9 bytes is outside 1 to 4 for bcd",
                "binary2 length=hex8 | a length prefix of 8 bytes is outside 1 to 7 for hex",
                "binary2 header=600 | framing: header=600 is not an even number of hex digits",
                "binary2 header=60XY | framing: header=60XY is not an even number of hex digits",
                "binary2 trailer=3 | framing: trailer=3 is not an even number of hex digits",
                "binary2 skip=five | framing: skip=five is no whole number",
                "binary2 skip=-1 | skip -1 is outside 0 to 1000 bytes",
                "binary2 skip=1001 | skip 1001 is outside 0 to 1000 bytes",
                "binary2 max= | framing: max= is no whole number",
                "binary2 max=0 | max 0 is outside 1 to 100000000 bytes",
                "binary2 max=100000001 | max 100000001 is outside 1 to 100000000 bytes",
                "binary2 Inclusive | framing: 'Inclusive' is none of length=, inclusive, exclusive, counts-header, header=, skip=, trailer=, max=",
                "binary2 inclusive=false | framing: 'inclusive=false' is none of length=, inclusive, exclusive, counts-header, header=, skip=, trailer=, max=",
                "binary2 counts-header=no | framing: 'counts-header=no' is none of length=, inclusive, exclusive, counts-header, header=, skip=, trailer=, max=",
                "binary2 trailer | framing: 'trailer' is none of length=, inclusive, exclusive, counts-header, header=, skip=, trailer=, max=",
                "binary2 ascii4 | framing: 'ascii4' is none of length=, inclusive, exclusive, counts-header, header=, skip=, trailer=, max=",
            })
    void shouldRefuseWithOneSentenceWhenAPartIsWrong(String text, String sentence) {
        assertThatThrownBy(() -> FramingText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
