package io.github.isostress.crypto.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.emv.CardKeyOption;
import io.github.isostress.crypto.emv.ChipCard;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Card values are those that psec and pyemv have published; bad card data are refused without being shown. */
class CardValuesTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final CipherKey KEY = key("0123456789ABCDEFFEDCBA9876543210");
    private static final byte[] COUNTER = HEX.parseHex("005E");
    private static final byte[] UNPREDICTABLE = HEX.parseHex("00000899");

    private static CipherKey key(String hex) {
        return CipherKey.tdes(HEX.parseHex(hex));
    }

    @Test
    void shouldGiveThePublishedCvvWhenTheCardIsKnown() {
        CardVerificationValue values = new CardVerificationValue(key("99999999999999998888888888888888"));

        assertThat(values.of("2222222222222222", "3333", "111")).isEqualTo("361");
    }

    @Test
    void shouldGiveThePublishedPvvWhenThePinIsKnown() {
        assertThat(new PinVerificationValue(KEY).of("1122334455667788", "1", "4524"))
                .isEqualTo("8523");
    }

    @Test
    void shouldGiveThePublishedCvc3WhenTheTransactionIsKnown() {
        CipherKey card =
                CardKeyOption.A.derive(key("01234567899876543210012345678998"), new ChipCard("5123456789012345", "00"));

        assertThat(DynamicCvc3.of(card, HEX.parseHex("5123456789012345D35121010000000000000F"), COUNTER, UNPREDICTABLE))
                .isEqualTo("29488");
    }

    @Test
    void shouldGiveTheEncipheredDigitsAsTheTableHasThemWhenThePinIsTheNaturalOne() {
        String enciphered = HEX.formatHex(KEY.encryptEcb(HEX.parseHex("345678901234ffff")));
        StringBuilder expected = new StringBuilder();
        for (char digit : enciphered.substring(0, 6).toCharArray()) {
            expected.append(Character.digit(digit, 16) % 10);
        }

        assertThat(new PinOffset(KEY, PinOffset.USUAL_TABLE).naturalPin("345678901234FFFF", 6))
                .isEqualTo(expected.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "00000", "987654", "123456789012"})
    void shouldLeadBackToThePinWhenItsOffsetIsAdded(String pin) {
        PinOffset offsets = new PinOffset(KEY, PinOffset.USUAL_TABLE);
        String data = PinOffset.validationData("5432101234567891");

        assertThat(offsets.of(data, offsets.naturalPin(data, pin.length()))).isEqualTo("0".repeat(pin.length()));
        assertThat(offsets.pin(data, offsets.of(data, pin))).isEqualTo(pin);
    }

    @Test
    void shouldTakeTheTwelveDigitsBeforeTheCheckDigitWhenValidationDataFollowFromThePan() {
        assertThat(PinOffset.validationData("5432101234567891")).isEqualTo("210123456789FFFF");
    }

    @Test
    void shouldHaveTheFormOfIso7813WhenTracksAreMade() {
        Track track = new Track("5432101234567891", "2512", "101", "1" + "8523" + "361");

        assertThat(track.second('=')).isEqualTo("5432101234567891=251210118523361");
        assertThat(track.second('D')).isEqualTo("5432101234567891D251210118523361");
        assertThat(track.first("TEST/CARD")).isEqualTo("B5432101234567891^TEST/CARD^251210118523361");
        assertThat(track).hasToString("track");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234567          | 2512  | 101 | the PAN must have 8 to 19 digits, not 7
            543210123456789x | 2512  | 101 | the PAN must have digits alone, but character 16 is none
            5432101234567891 | 25121 | 101 | the expiry date must have 4 digits, not 5
            5432101234567891 | 2512  | 10  | the service code must have 3 digits, not 2
            """)
    void shouldRefuseCardDataInOneSentenceWithoutThemWhenTheyDoNotFit(
            String pan, String expiry, String serviceCode, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CardVerificationValue(KEY).of(pan, expiry, serviceCode))
                .withMessage(sentence);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Track(pan, expiry, serviceCode, ""))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12345678901      | 1  | 1234 | the PAN must have 12 to 19 digits, not 11
            5432101234567891 | 10 | 1234 | the PVKI must have 1 digit, not 2
            5432101234567891 | 1  | 123  | the PIN must have 4 to 12 digits, not 3
            5432101234567891 | 1  | 12x4 | the PIN must have digits alone, but character 3 is none
            """)
    void shouldRefuseAPvvInOneSentenceWhenItsDataDoNotFit(String pan, String keyIndex, String pin, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PinVerificationValue(KEY).of(pan, keyIndex, pin))
                .withMessage(sentence);
    }

    @Test
    void shouldRefuseAnOffsetInOneSentenceWhenItsDataDoNotFit() {
        PinOffset offsets = new PinOffset(KEY, PinOffset.USUAL_TABLE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> offsets.of("123", "1234"))
                .withMessage("the validation data must have 16 hex digits, not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> offsets.of("123456789012345X", "1234"))
                .withMessage("the validation data must have hex digits alone");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> offsets.of("123456789012FFFF", "1234567890123"))
                .withMessage("the PIN must have 4 to 12 digits, not 13");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PinOffset(KEY, "01234"))
                .withMessage("the decimalisation table must have 16 digits, not 5");
    }

    @Test
    void shouldRefuseATrackInOneSentenceWhenItIsTooLongOrTheNameCannotStandThere() {
        Track track = new Track("5432101234567891", "2512", "101", "0".repeat(30));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> track.second('='))
                .withMessage("track 2 must have at most 37 characters, not 54");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> track.first("A"))
                .withMessage("the name must have 2 to 26 characters, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> track.first("A^B"))
                .withMessage("the name must have capital letters, digits, blanks and / . - ' alone");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> track.first("A".repeat(26)))
                .withMessage("track 1 must have at most 76 characters, not 82");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 24})
    void shouldRefuseAKeyWhenItIsNotOfDoubleLength(int length) {
        CipherKey other = CipherKey.tdes(new byte[length]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CardVerificationValue(other))
                .withMessage("a CVK must be a 3DES key of 16 bytes, not one of 3DES with %d bytes", length);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PinVerificationValue(other))
                .withMessage("a PVK must be a 3DES key of 16 bytes, not one of 3DES with %d bytes", length);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamicCvc3.of(other, new byte[8], COUNTER, UNPREDICTABLE))
                .withMessage(
                        "a card's key for CVC3 must be a 3DES key of 16 bytes, not one of 3DES with %d bytes", length);
    }
}
