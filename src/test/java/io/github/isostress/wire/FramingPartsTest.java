package io.github.isostress.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
        Arbitrary<LengthPrefix> prefixes = Arbitraries.of(
                        "none",
                        "binary1",
                        "binary2",
                        "binary4",
                        "binary2-le",
                        "bcd1",
                        "bcd2",
                        "ascii4",
                        "ascii9",
                        "hex4")
                .map(LengthPrefix::parse);
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(6);
        return Combinators.combine(
                        prefixes,
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        bytes,
                        Arbitraries.integers().between(0, 7),
                        bytes,
                        Arbitraries.of(Framing.DEFAULT_MAX_LENGTH, 1, 9999))
                .as(Framing::new);
    }

    @Property
    void shouldBecomeTheSameFramingWhenItsPartsAreWrittenFromAnyPreset(
            @ForAll("framings") Framing framing, @ForAll FramingPreset preset) {
        assertThat(FramingText.parse(FramingParts.of(framing).text(preset))).isEqualTo(framing);
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
                    binary2-inclusive exclusive    | binary2
                    visa header= skip=3            | visa header= skip=3
                    """)
    void shouldBeginWithThePresetThatWasWrittenWhenThereIsNoOther(String written, String expected) {
        FramingPreset preset = FramingPreset.named(written.split(" ")[0]);

        assertThat(FramingParts.of(FramingText.parse(written)).text(preset)).isEqualTo(expected);
    }

    @Test
    void shouldBeRefusedAsATextWhenAPartIsWrong() {
        FramingParts parts = new FramingParts("ascii4", false, false, "60 0", "", "", "");

        assertThat(parts.text(FramingPreset.ASCII4)).isEqualTo("ascii4 header=600");
        assertThatThrownBy(() -> FramingText.parse("ascii4 header=600"))
                .hasMessage("framing: header=600 is not an even number of hex digits");
    }

    @Property
    void shouldShowTheBytesThatAreSentWhenAnExampleIsMade(@ForAll("framings") Framing framing) {
        FramedExample example = FramedExample.of(framing, 40);

        StringBuilder digits = new StringBuilder();
        example.parts().forEach(part -> digits.append(part.hex()).append(' '));
        byte[] message = java.util.Arrays.copyOf(new byte[] {'0', '2', '0', '0'}, Math.min(40, framing.maxLength()));
        String sent = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(framing.wrap(message));
        assertThat(sent).startsWith(digits.toString().split(" \\.\\.\\.")[0].strip());
        assertThat(example.messageLength()).isEqualTo(message.length);
    }

    @Test
    void shouldNameThePartsWhenTheFramingHasAll() {
        FramedExample example = FramedExample.of(FramingText.parse("tpdu trailer=03"), 87);

        assertThat(example.parts())
                .containsExactly(
                        new FramedExample.Part(FramedExample.Role.LENGTH, "00 5D"),
                        new FramedExample.Part(FramedExample.Role.HEADER, "60 00 00 00 00"),
                        new FramedExample.Part(FramedExample.Role.MESSAGE, "30 32 30 30 ..."),
                        new FramedExample.Part(FramedExample.Role.TRAILER, "03"));
    }
}
