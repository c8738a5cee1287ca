package io.github.isostress.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.support.AnyFraming;
import java.util.HexFormat;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FramingPartsTest {
    @Provide
    Arbitrary<Framing> framings() {
        return AnyFraming.ofTheLanguage();
    }

    @Property
    void shouldBecomeTheSameFramingWhenItsPartsAreWrittenFromAnyPreset(
            @ForAll("framings") Framing framing, @ForAll FramingPreset preset) {
        assertThat(FramingReader.parse(FramingParts.of(framing).text(preset))).isEqualTo(framing);
    }

    @Property
    void shouldBecomeTheSameFramingWhenItIsTypedAsItIsShown(@ForAll("framings") Framing framing) {
        assertThat(FramingReader.parse(framing.toString())).isEqualTo(framing);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeThePresetAloneWhenThePartsAreThose(FramingPreset preset) {
        assertThat(FramingParts.of(preset.framing()).text(FramingPreset.HEX4)).isEqualTo(preset.presetName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tpdu header=6000010002         | tpdu header=6000010002
                    tpdu header=6000010002 skip=5  | tpdu header=6000010002
                    binary2 length=ascii4          | ascii4
                    ascii4 inclusive max=9999      | ascii4 inclusive max=9999
                    etx trailer=                   | none
                    binary2-inclusive exclusive    | binary2-inclusive exclusive
                    binary2-inclusive exclusive polls=ignore | binary2
                    binary2 inclusive polls=answer | binary2-inclusive
                    visa header= skip=3            | visa header= skip=3
                    visa polls=ignore              | visa polls=ignore
                    tpdu uncounted-header          | tpdu uncounted-header
                    etx lead=02 lrc                | etx lead=02 lrc
                    etx lrc=whole                  | etx lrc=whole
                    etx lrc=none                   | etx
                    none quiet=200                 | none quiet=200
                    none quiet=20                  | none
                    visa-base1 skip=sent           | visa-base1 skip=sent
                    visa-base1 skip=22             | visa-base1 skip=sent
                    visa header=0000160102llll     | visa header=0000160102LLLL
                    binary2 length=ebcdic4         | binary2 length=ebcdic4
                    binary2 lead=02 trailer=03 uncounted-trailer lrc | binary2 uncounted-trailer lead=02 trailer=03 lrc
                    binary2 length=binary2 filler=0000 counts-header header=160102LLLL0000000000000000000000000000000000 skip=own polls=answer | visa-base1
                    """)
    void shouldBeginWithThePresetThatWasWrittenWhenThereIsNoOther(String written, String expected) {
        FramingPreset preset = FramingPreset.named(written.split(" ")[0]);

        assertThat(FramingParts.of(FramingReader.parse(written)).text(preset)).isEqualTo(expected);
    }

    @Test
    void shouldBeRefusedAsATextWhenAPartIsWrong() {
        FramingParts parts =
                new FramingParts("ascii4", Set.of(FramePart.TRAILER), "", "", "60 0", "", "", "", false, "", "");

        assertThat(parts.text(FramingPreset.ASCII4)).isEqualTo("ascii4 header=600");
        assertThatThrownBy(() -> FramingReader.parse("ascii4 header=600"))
                .hasMessage("framing: header=600 is not an even number of hex digits");
    }

    @Property
    void shouldShowTheBytesThatAreSentWhenAnExampleIsMade(@ForAll("framings") Framing framing) {
        FramedExample example = FramedExample.of(framing, 40);

        StringBuilder digits = new StringBuilder();
        example.parts().forEach(part -> digits.append(part.hex()).append(' '));
        byte[] message =
                java.util.Arrays.copyOf(new byte[] {'0', '2', '0', '0'}, (int) Math.min(40, framing.longestMessage()));
        String sent = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(framing.wrap(message));
        assertThat(sent).startsWith(digits.toString().split(" \\.\\.\\.")[0].strip());
        assertThat(example.messageLength()).isEqualTo(message.length);
    }

    @Test
    void shouldNameThePartsWhenTheFramingHasAll() {
        FramedExample example = FramedExample.of(FramingReader.parse("tpdu trailer=03"), 87);

        assertThat(example.parts())
                .containsExactly(
                        new FramedExample.Part(FramePart.LENGTH, "00 5D"),
                        new FramedExample.Part(FramePart.HEADER, "60 00 00 00 00"),
                        new FramedExample.Part(FramePart.MESSAGE, "30 32 30 30 ..."),
                        new FramedExample.Part(FramePart.TRAILER, "03"));
    }
}
