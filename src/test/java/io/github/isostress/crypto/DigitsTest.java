package io.github.isostress.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigitsTest {
    private static final byte[] BYTES = HexFormat.of().parseHex("ABCDEF1ABCDEFABC");

    @Test
    void shouldTakeLettersWhenDigitsAreTooFew() {
        assertThat(Digits.selected(BYTES, 1)).isEqualTo("1");
        assertThat(Digits.selected(BYTES, 16)).isEqualTo("1012345012345012");
    }

    @Test
    void shouldGiveWhatTheTableHasWhenThereIsOne() {
        assertThat(Digits.tabled(BYTES, "0123456789987654")).isEqualTo("9876541987654987");
    }

    @Test
    void shouldHaveTwoDigitsAByteWhenPacked() {
        assertThat(Digits.packed("0123456789")).isEqualTo(HexFormat.of().parseHex("0123456789"));
    }

    @Test
    void shouldSayWhichLengthIsWantedWhenItIsAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Digits.require("the PVKI", "12", 1, 1))
                .withMessage("the PVKI must have 1 digit, not 2");
        assertThat(Digits.require("the PVKI", "1", 1, 1)).isEqualTo("1");
    }
}
