package io.github.isostress.crypto.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.crypto.CipherKey;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Card keys are those that pyemv has published, of odd parity, each derived once. */
class CardKeyOptionTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final CipherKey ISSUER = CipherKey.tdes(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"));

    @ParameterizedTest
    @CsvSource({
        "A, 1234567890123456,  00, BAB0",
        "B, 1234567890123456,  00, BAB0",
        "B, 12345678901234567, 45, 0BAF",
    })
    void shouldGiveThePublishedCheckValueWhenTheCardIsKnown(
            CardKeyOption option, String pan, String sequence, String published) {
        assertThat(option.derive(ISSUER, new ChipCard(pan, sequence)).checkValue(2))
                .isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({
        "A, 12345678901234567, 01, 73AD54688CEF2934B0979857E3C719F1",
        "A, 99012345678901234, 45, 67F8292358083E5EA7AB7FDA58D53B6B",
        "B, 12345678901234567, 01, AD406D7F6D7570916D75E5DCAB8CF737",
    })
    void shouldGiveThePublishedKeyOfOddParityWhenTheCardIsKnown(
            CardKeyOption option, String pan, String sequence, String published) {
        assertThat(HEX.formatHex(
                        option.derive(ISSUER, new ChipCard(pan, sequence)).bytes()))
                .isEqualTo(published);
    }

    @Test
    void shouldDeriveAKeyOnceWhenTheCardComesAgain() {
        CardKeys keys = new CardKeys();
        ChipCard card = new ChipCard("1234567890123456", "01");

        CipherKey first = keys.of(ISSUER, CardKeyOption.A, card);

        assertThat(keys.of(ISSUER, CardKeyOption.A, new ChipCard("1234567890123456", "01")))
                .isSameAs(first);
        assertThat(keys.of(ISSUER, CardKeyOption.A, new ChipCard("1234567890123456", "02")))
                .isNotSameAs(first);
        assertThat(keys.of(CipherKey.tdes(new byte[16]), CardKeyOption.A, card)).isNotSameAs(first);
    }

    @Test
    void shouldRememberLimitedlyManyAndThoseInUseWhenCardsAreMany() {
        CardKeys keys = new CardKeys();
        ChipCard used = new ChipCard("9999999999999999", "00");
        CipherKey first = keys.of(ISSUER, CardKeyOption.A, used);

        for (int i = 0; i < 80_000; i++) {
            keys.of(ISSUER, CardKeyOption.A, new ChipCard(String.format("%016d", i), "00"));
            if (i % 1_000 == 0) {
                assertThat(keys.of(ISSUER, CardKeyOption.A, used)).isSameAs(first);
            }
        }

        assertThat(keys.size()).isLessThanOrEqualTo(2 * 16_384);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, 00", "1, 01", "01, 01", "001, 01", "45, 45"})
    void shouldTakeTheSequenceNumberOfTwoDigitsWhenAMessageHasIt(String written, String taken) {
        assertThat(ChipCard.of("1234567890123456", written == null ? "" : written)
                        .sequence())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234567              | 00   | the PAN must have 8 to 19 digits, not 7
            12345678901234567890 | 00   | the PAN must have 8 to 19 digits, not 20
            1234567890A23456     | 00   | the PAN must have digits alone, but character 11 is none
            1234567890123456     | 100  | the PAN sequence number must be 0 to 99
            1234567890123456     | 0001 | the PAN sequence number must have 1 to 3 digits, not 4
            1234567890123456     | x    | the PAN sequence number must have digits alone, but character 1 is none
            """)
    void shouldRefuseACardInOneSentenceWithoutItsNumberWhenItIsNone(String pan, String sequence, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChipCard.of(pan, sequence))
                .withMessage(sentence);
    }

    @Test
    void shouldBeMaskedWhenACardIsWritten() {
        assertThat(new ChipCard("1234567890123456", "01")).hasToString("123456******3456");
        assertThat(new ChipCard("12345678", "01")).hasToString("********");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 24})
    void shouldRefuseAMasterKeyWhenItIsNotOfDoubleLength(int length) {
        CipherKey other = CipherKey.tdes(new byte[length]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CardKeyOption.A.derive(other, new ChipCard("1234567890123456", "01")))
                .withMessage(
                        "an issuer master key must be a 3DES key of 16 bytes, not one of 3DES with %d bytes", length);
    }

    @Test
    void shouldNameWhatIsKnownWhenAnOptionIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CardKeyOption.of("C"))
                .withMessage("there is no key derivation option 'C'; known are A, B");
    }
}
