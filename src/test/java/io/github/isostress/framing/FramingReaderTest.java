package io.github.isostress.framing;

import static io.github.isostress.support.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\n"})
    void shouldBeBinary2WhenTextIsBlank(String text) {
        assertThat(FramingReader.parse(text))
                .hasToString(FramingPreset.BINARY2.framing().toString());
    }

    @Test
    void shouldBeThePresetWhenOnlyItsNameIsGiven() {
        for (FramingPreset preset : FramingPreset.values()) {
            assertThat(FramingReader.parse(" " + preset.presetName() + "\n"))
                    .hasToString(preset.framing().toString());
        }
    }

    @Test
    void shouldTakeEveryOptionWhenAllAreGiven() {
        Framing framing = FramingReader.parse("none length=bcd3 inclusive counts-header counts-lead"
                + " uncounted-trailer counts-lrc lead=02 filler=0000 header=60LLLL0002 skip=7 trailer=0D0a lrc=message"
                + " polls=answer quiet=250 max=9999");

        assertThat(framing)
                .isEqualTo(new Framing(
                        FixedBytes.of(hex("02")),
                        new LengthPrefix(LengthPrefix.Encoding.BCD, 3),
                        FixedBytes.of(hex("0000")),
                        new FrameHeader(FixedBytes.of(hex("6000000002")), 1, 2, 7),
                        FixedBytes.of(hex("0D0A")),
                        Lrc.MESSAGE,
                        Set.of(FramePart.LENGTH, FramePart.LEAD, FramePart.HEADER, FramePart.LRC),
                        true,
                        250,
                        9999));
    }

    @Test
    void shouldKeepThePresetsPartsWhenTheyAreNotNamed() {
        Framing framing = FramingReader.parse("tpdu header=6000010002");

        assertThat(framing.header()).hasToString("6000010002");
        assertThat(framing.counted()).containsExactlyInAnyOrder(FramePart.HEADER, FramePart.TRAILER);
        assertThat(framing).isEqualTo(FramingReader.parse("binary2 header=6000010002 counts-header"));
    }

    @Test
    void shouldCountWithoutItselfWhenExclusiveIsGiven() {
        assertThat(FramingReader.parse("binary2-inclusive exclusive").inclusive())
                .isFalse();
    }

    @Test
    void shouldSkipAsManyBytesAsAreSentWhenSkipIsNotGiven() {
        assertThat(FramingReader.parse("binary2 header=0102030405").header().skip())
                .isEqualTo(5);
        assertThat(FramingReader.parse("tpdu header=").header().skip()).isZero();
        assertThat(FramingReader.parse("binary2 skip=4 header=AA").header().skip())
                .isEqualTo(4);
        assertThat(FramingReader.parse("binary2 skip=4").header().length()).isZero();
        assertThat(FramingReader.parse("visa-base1 header=1601LLLL").header().hasOwnLength())
                .isTrue();
        assertThat(FramingReader.parse("visa-base1 skip=sent").header().skip()).isEqualTo(22);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary2 max=10 inclusive", "binary2,max=10,inclusive", "binary2 , max=10\n inclusive"})
    void shouldReadTheSameWhenSeparatorsDiffer(String text) {
        assertThat(FramingReader.parse(text))
                .hasToString(FramingReader.parse("binary2 inclusive max=10").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binary5 | framing 'binary5' is none of none, binary2, binary2-inclusive, binary2-le, binary4, bcd2, ascii4, hex4, tpdu, visa, visa-base1, etx",
                "max=10 | framing: 'max=10' follows no preset: begin with length=, or with one of none, binary2, binary2-inclusive, binary2-le, binary4, bcd2, ascii4, hex4, tpdu, visa, visa-base1, etx, such as 'binary2 max=10'",
                "lead=02 | framing: 'lead=02' follows no preset: begin with length=, or with one of none, binary2, binary2-inclusive, binary2-le, binary4, bcd2, ascii4, hex4, tpdu, visa, visa-base1, etx, such as 'binary2 lead=02'",
                "binary2 length=ascii10 | length 'ascii10' is none of none, binary1-4, binary1-4 with -le, bcd1-4, ascii1-9, ebcdic1-9, hex1-7",
                "binary2 length=bcd2-le | length 'bcd2-le' is none of none, binary1-4, binary1-4 with -le, bcd1-4, ascii1-9, ebcdic1-9, hex1-7",
                "binary2 length | framing: 'length' is none of length=, lead=, filler=, header=, skip=, trailer=, lrc, polls=, quiet=, max=, inclusive, exclusive, counts-lead, uncounted-lead, counts-header, uncounted-header, counts-trailer, uncounted-trailer, counts-lrc, uncounted-lrc",
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
                "binary2 Inclusive | framing: 'Inclusive' is none of length=, lead=, filler=, header=, skip=, trailer=, lrc, polls=, quiet=, max=, inclusive, exclusive, counts-lead, uncounted-lead, counts-header, uncounted-header, counts-trailer, uncounted-trailer, counts-lrc, uncounted-lrc",
                "binary2 inclusive=false | framing: 'inclusive=false' is none of length=, lead=, filler=, header=, skip=, trailer=, lrc, polls=, quiet=, max=, inclusive, exclusive, counts-lead, uncounted-lead, counts-header, uncounted-header, counts-trailer, uncounted-trailer, counts-lrc, uncounted-lrc",
                "binary2 counts-header=no | framing: 'counts-header=no' is none of length=, lead=, filler=, header=, skip=, trailer=, lrc, polls=, quiet=, max=, inclusive, exclusive, counts-lead, uncounted-lead, counts-header, uncounted-header, counts-trailer, uncounted-trailer, counts-lrc, uncounted-lrc",
                "binary2 trailer | framing: 'trailer' is none of length=, lead=, filler=, header=, skip=, trailer=, lrc, polls=, quiet=, max=, inclusive, exclusive, counts-lead, uncounted-lead, counts-header, uncounted-header, counts-trailer, uncounted-trailer, counts-lrc, uncounted-lrc",
                "binary2 header=160102LLL | framing: header=160102LLL is not an even number of hex digits with LL to LLLLLLLL, once, for the length of header and message",
                "binary2 header=16LL02LL | framing: header=16LL02LL is not an even number of hex digits with LL to LLLLLLLL, once, for the length of header and message",
                "binary2 header=LLLLLLLLLL | framing: header=LLLLLLLLLL is not an even number of hex digits with LL to LLLLLLLL, once, for the length of header and message",
                "binary2 lead=2 | framing: lead=2 is not an even number of hex digits",
                "binary2 filler=XY | framing: filler=XY is not an even number of hex digits",
                "binary2 lrc=crc16 | framing: lrc=crc16 is none of none, behind-lead, whole, message; it is the XOR of the bytes it covers, and lrc alone is lrc=behind-lead",
                "binary2 polls=yes | framing: polls=yes is neither answer nor ignore",
                "none quiet=0 | quiet 0 is outside 1 to 10000 ms",
                "none quiet=10001 | quiet 10001 is outside 1 to 10000 ms",
                "none quiet= | framing: quiet= is no whole number",
                "binary2 counts-message | framing: 'counts-message' is none of length=, lead=, filler=, header=, skip=, trailer=, lrc, polls=, quiet=, max=, inclusive, exclusive, counts-lead, uncounted-lead, counts-header, uncounted-header, counts-trailer, uncounted-trailer, counts-lrc, uncounted-lrc",
                "binary2 length=ascii1 counts-header header=000000000000000000 | framing: no message can be sent, since a length of ascii1 goes to 9 and what else it counts, or that in the header, leaves no room for one",
                "binary2 ascii4 | framing: 'ascii4' is none of length=, lead=, filler=, header=, skip=, trailer=, lrc, polls=, quiet=, max=, inclusive, exclusive, counts-lead, uncounted-lead, counts-header, uncounted-header, counts-trailer, uncounted-trailer, counts-lrc, uncounted-lrc",
            })
    void shouldRefuseWithOneSentenceWhenAPartIsWrong(String text, String sentence) {
        assertThatThrownBy(() -> FramingReader.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
