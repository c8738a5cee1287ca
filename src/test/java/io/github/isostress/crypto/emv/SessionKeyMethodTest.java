package io.github.isostress.crypto.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.crypto.CipherKey;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Session keys are those that pyemv has published; the tree of EMV 2000 is checked against its definition. */
class SessionKeyMethodTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final CipherKey MASTER = CipherKey.tdes(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"));
    private static final byte[] COUNTER = HEX.parseHex("001C");

    @ParameterizedTest
    @CsvSource({"none, BAB0", "common, 22C8", "mastercard, 2FD5"})
    void shouldGiveThePublishedCheckValueWhenTheCardIsKnown(String method, String published) {
        CipherKey card = CardKeyOption.A.derive(MASTER, new ChipCard("1234567890123456", "00"));

        assertThat(SessionKeyMethod.of(method)
                        .derive(card, COUNTER, HEX.parseHex("ABCDEF12"))
                        .checkValue(2))
                .isEqualTo(published);
    }

    @Test
    void shouldGiveThePublishedKeyOfOddParityWhenItIsACommonOne() {
        assertThat(HEX.formatHex(SessionKeyMethod.COMMON
                        .derive(MASTER, COUNTER, new byte[0])
                        .bytes()))
                .isEqualTo("E9FB384AF807B940FEDCEA613461B0C4");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 28, 0x1234, 0xFFFF})
    void shouldBeTheLeafOfTheTreeWhenTheMethodIsThatOfEmv2000(int counter) {
        byte[] expected = treeKey(8, counter);
        byte[] grandparent = treeKey(6, counter / 16);
        for (int i = 0; i < 16; i++) {
            expected[i] ^= grandparent[i];
        }
        byte[] atc = {(byte) (counter >> 8), (byte) counter};

        CipherKey key = SessionKeyMethod.EMV_2000.derive(MASTER, atc, new byte[0]);

        assertThat(key.checkValue()).isEqualTo(CipherKey.tdes(expected).checkValue());
        for (byte octet : key.bytes()) {
            assertThat(Integer.bitCount(octet & 0xFF) % 2).isEqualTo(1);
        }
    }

    /** The definition of EMV 2000, A1.3, as it is written: a key by its level and number in the level. */
    private static byte[] treeKey(int level, int number) {
        if (level == -1) {
            return new byte[16];
        }
        if (level == 0) {
            return MASTER.bytes();
        }
        byte[] basis = treeKey(level - 2, number / 16);
        basis[7] ^= (byte) (number % 4);
        basis[15] ^= (byte) (number % 4 ^ 0xF0);
        return CipherKey.tdes(treeKey(level - 1, number / 4)).encryptEcb(basis);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            common     | 01     | ABCDEF12 | the ATC (tag 9F36) must have 2 bytes, not 1
            emv2000    | 010203 | ABCDEF12 | the ATC (tag 9F36) must have 2 bytes, not 3
            mastercard | 0102   | ABCDEF   | the unpredictable number (tag 9F37) must have 4 bytes, not 3
            """)
    void shouldSayWhatIsTooShortWhenItHasAnotherLength(String method, String atc, String number, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionKeyMethod.of(method).derive(MASTER, HEX.parseHex(atc), HEX.parseHex(number)))
                .withMessage(sentence);
    }

    @Test
    void shouldNameWhatIsKnownWhenAMethodIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionKeyMethod.of("visa"))
                .withMessage("there is no session key method 'visa'; known are none, common, mastercard, emv2000");
    }
}
