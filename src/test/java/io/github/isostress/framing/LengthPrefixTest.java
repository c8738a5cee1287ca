package io.github.isostress.framing;

import static io.github.isostress.support.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.framing.LengthPrefix.Encoding;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthPrefixTest {
    private record Written(LengthPrefix prefix, int length) {}

    /** Every encoding in every width, with every length that fits it and an int. */
    @Provide
    Arbitrary<Written> lengths() {
        Arbitrary<LengthPrefix> prefixes = Arbitraries.of(Arrays.stream(Encoding.values())
                .filter(encoding -> encoding != Encoding.NONE)
                .flatMap(encoding ->
                        IntStream.rangeClosed(1, widest(encoding)).mapToObj(width -> new LengthPrefix(encoding, width)))
                .toList());
        return prefixes.flatMap(prefix -> Combinators.combine(
                        Arbitraries.just(prefix),
                        Arbitraries.integers().between(0, (int) Math.min(Integer.MAX_VALUE, prefix.largest())))
                .as(Written::new));
    }

    private static int widest(Encoding encoding) {
        return switch (encoding) {
            case NONE -> 0;
            case BINARY, BINARY_LITTLE_ENDIAN, BCD -> 4;
            case ASCII, EBCDIC -> 9;
            case HEX -> 7;
        };
    }

    @Property
    void shouldReadWhatItHasWrittenWhenLengthFits(@ForAll("lengths") Written written) {
        byte[] frame = new byte[3 + written.prefix.width() + 1];
        Arrays.fill(frame, (byte) 0x7F);
        written.prefix.write(written.length, frame, 3);

        assertThat(written.prefix.read(frame, 3)).isEqualTo(written.length);
        assertThat(Arrays.copyOf(frame, 3)).as("the bytes before").containsOnly(0x7F);
        assertThat(frame[3 + written.prefix.width()]).as("the byte behind").isEqualTo((byte) 0x7F);
    }

    @ParameterizedTest
    @CsvSource({
        "none,       2147483647",
        "binary1,    255",
        "binary2,    65535",
        "binary3-le, 16777215",
        "binary4,    4294967295",
        "bcd1,       99",
        "bcd2,       9999",
        "bcd4,       99999999",
        "ascii1,     9",
        "ascii4,     9999",
        "ascii9,     999999999",
        "ebcdic1,    9",
        "ebcdic9,    999999999",
        "hex1,       15",
        "hex4,       65535",
        "hex7,       268435455",
    })
    void shouldTellItsLargestLength(String prefix, long largest) {
        assertThat(LengthPrefix.parse(prefix).largest()).isEqualTo(largest);
    }

    @ParameterizedTest
    @CsvSource({
        "binary1,    FF,                 255",
        "binary3,    010203,             66051",
        "binary3-le, 030201,             66051",
        "binary4,    FFFFFFFF,           4294967295",
        "bcd2,       1234,               1234",
        "bcd4,       99999999,           99999999",
        "ascii4,     30303432,           42",
        "ebcdic4,    F0F0F4F2,           42",
        "ebcdic9,    F9F9F9F9F9F9F9F9F9, 999999999",
        "hex4,       30306666,           255",
        "hex4,       30304646,           255",
    })
    void shouldReadLengthWhenBytesAreOne(String prefix, String bytes, long length) {
        assertThat(LengthPrefix.parse(prefix).read(hex(bytes), 0)).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "bcd2,   00A0",
        "bcd2,   000A",
        "bcd2,   F000",
        "ascii4, 30303A30",
        "ascii4, 20203432",
        "ascii4, 2D303432",
        "ascii4, B0B0B0B0",
        "ebcdic4, 30303432",
        "ebcdic4, F0F0F4FA",
        "ebcdic4, F0F0F4EF",
        "ebcdic4, 4040F4F2",
        "hex4,   30304730",
        "hex4,   00000037",
        "none, 00",
    })
    void shouldSayThereIsNoLengthWhenBytesAreNone(String prefix, String bytes) {
        assertThat(LengthPrefix.parse(prefix).read(hex(bytes), 0)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "binary1, 255",
        "binary2, 65535",
        "bcd1, 99",
        "bcd2, 9999",
        "ascii1, 9",
        "ascii4, 9999",
        "hex1, 15",
        "hex2, 255"
    })
    void shouldRefuseMessageWhenItsLengthDoesNotFitThePrefix(String prefix, int largest) {
        Framing framing = FramingReader.parse("binary2 length=" + prefix);

        assertThat(framing.wrap(new byte[largest]))
                .hasSize(largest + framing.prefix().width());
        assertThatThrownBy(() -> framing.wrap(new byte[largest + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the message has %d bytes, the framing allows at most %d", largest + 1, largest);
    }
}
