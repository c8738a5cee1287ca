package io.github.isostress.crypto.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PIN blocks are those that others have published, and what is none is refused without being shown. */
class PinBlockFormatTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final CipherKey ZONE_KEY = CipherKey.tdes(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"));
    private static final CipherKey AES_KEY = CipherKey.aes(HEX.parseHex("00112233445566778899AABBCCDDEEFF"));

    private static CipherKey keyFor(PinBlockFormat format) {
        return format.algorithm() == CipherAlgorithm.AES ? AES_KEY : ZONE_KEY;
    }

    /** Enciphered, so that a clear block can be compared with what others have published. */
    private static byte[] enciphered(String clear) {
        return ZONE_KEY.encryptEcb(HEX.parseHex(clear));
    }

    @ParameterizedTest
    @CsvSource({
        "1234,         5555555551234567,    041261AAAAEDCBA9",
        "1234,         5432101234567891,    041215FEDCBA9876",
        "1234,         4012345678909,       041274EDCBA9876F",
        "123456789012, 5432101234567891,    0C1215575BD57576",
        "1234,         12345678,            041234FFFEDCBA98",
        "1234,         1234567890123456789, 04124C6FEDCBA987",
    })
    void shouldHoldPinAndPanWhenFormatIs0(String pin, String pan, String clear) {
        byte[] block = PinBlockFormat.ISO_0.encipher(pin, pan, ZONE_KEY);

        assertThat(HEX.formatHex(ZONE_KEY.decryptEcb(block))).isEqualTo(clear);
        assertThat(PinBlockFormat.ISO_0.decipher(block, pan, ZONE_KEY)).contains(pin);
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_1, 1234, '',               141234FFFFFFFFFF",
        "ISO_3, 1234, 5555555551234567, 341261AAAAEDCBA9",
    })
    void shouldReadTheBlocksOfOthersWhenFillIsRandom(PinBlockFormat format, String pin, String pan, String clear) {
        assertThat(format.decipher(enciphered(clear), pan, ZONE_KEY)).contains(pin);
    }

    @Test
    void shouldGiveThePublishedBlockWhenFormatIs4() {
        byte[] block = PinBlockFormat.ISO_4.encipher("1234", "1234567890123456789", AES_KEY, () -> -1L);

        assertThat(HEX.formatHex(block)).isEqualTo("28B41FDDD29B743E93124BD8E32D921E");
        assertThat(PinBlockFormat.ISO_4.decipher(block, "1234567890123456789", AES_KEY))
                .contains("1234");
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012,        0123456789012000",
        "1234567890123456789, 7123456789012345",
        "123456789012345,     3123456789012345",
        "12345678,            0000012345678000",
    })
    void shouldTellItsLengthWhenAPanIsJoinedWhole(String pan, String first) {
        byte[] zeros = new byte[16];

        AccountField.joinWhole(ByteBuffer.wrap(zeros), pan);

        assertThat(HEX.formatHex(zeros)).startsWith(first);
    }

    @ParameterizedTest
    @EnumSource(value = PinBlockFormat.class, names = "ISO_0", mode = EnumSource.Mode.EXCLUDE)
    void shouldBeAnotherBlockEachTimeWhenFillIsRandom(PinBlockFormat format) {
        byte[] block = format.encipher("1234", "5432101234567891", keyFor(format));

        assertThat(format.encipher("1234", "5432101234567891", keyFor(format))).isNotEqualTo(block);
    }

    @ParameterizedTest
    @CsvSource({
        "141234FFFFFFFFFF, format 1",
        "031234FFFFFFFFFF, three digits",
        "0D12345678901234, 13 digits",
        "04123AFFFFFFFFFF, a letter in the PIN",
        "041234FFFFFFFFF0, another fill",
    })
    void shouldFindNoPinWhenAReceivedBlockIsNone(String field, String what) {
        byte[] block = enciphered(field);

        assertThat(PinBlockFormat.ISO_0.decipher(block, "0000000000000", ZONE_KEY))
                .as(what)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PinBlockFormat.class)
    void shouldNotShowThePinWhenItIsNone(PinBlockFormat format) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.encipher("987", "5432101234567891", keyFor(format)))
                .withMessage("a PIN has 4 to 12 digits (ISO 9564-1), this one has 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.encipher("9876543219876", "5432101234567891", keyFor(format)))
                .withMessage("a PIN has 4 to 12 digits (ISO 9564-1), this one has 13");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.encipher("98x6", "5432101234567891", keyFor(format)))
                .withMessage("a PIN has digits alone (ISO 9564-1), this one has another character");
    }

    @ParameterizedTest
    @EnumSource(value = PinBlockFormat.class, names = "ISO_1", mode = EnumSource.Mode.EXCLUDE)
    void shouldNotShowThePanWhenItIsNone(PinBlockFormat format) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.encipher("1234", "5432101", keyFor(format)))
                .withMessage("a PIN block needs a PAN of 8 to 19 digits (ISO/IEC 7812-1), this one has 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.encipher("1234", "54321012345678915432", keyFor(format)))
                .withMessage("a PIN block needs a PAN of 8 to 19 digits (ISO/IEC 7812-1), this one has 20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.encipher("1234", "5432 1012345", keyFor(format)))
                .withMessage("a PAN has digits alone, this one has another character");
    }

    @Test
    void shouldSayWhatIsNeededWhenKeyOrBlockDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PinBlockFormat.ISO_4.encipher("1234", "5432101234567891", ZONE_KEY))
                .withMessage("PIN block format 4 needs a key of AES, not of 3DES");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PinBlockFormat.ISO_0.decipher(new byte[8], "5432101234567891", AES_KEY))
                .withMessage("PIN block format 0 needs a key of 3DES, not of AES");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PinBlockFormat.ISO_0.decipher(new byte[7], "5432101234567891", ZONE_KEY))
                .withMessage("a PIN block of format 0 has 8 bytes (ISO 9564-1), this one has 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "", "00", "ISO-0"})
    void shouldNameTheFormatsWhenThereIsNoneOfANumber(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PinBlockFormat.of(number))
                .withMessage("there is no PIN block format '" + number + "'; known are 0, 1, 3, 4");
    }
}
