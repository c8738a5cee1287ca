package io.github.isostress.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.crypto.CipherKey;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad line of keys is told with its number, the key's name and the rule, and without a digit of any key. */
class KeyLinesRefusalTest {
    private static final String NAME_RULE = "line 1: the first word is the name of the key: "
            + "a letter, then letters, digits, '_', '.' or '-', 40 at most, and not hex digits alone";
    private static final String USE_RULE = "line 1: key 'K': the second word is the use: "
            + "pin, mac, data, bdk-3des, bdk-aes, imk-ac, cvk, pvk, kek";
    private static final String TMK = "\nTMK kek 3des clear=0123456789ABCDEFFEDCBA9876543210"
            + "\nZPK pin 3des clear=0123456789ABCDEFFEDCBA9876543210"
            + "\nAMK kek aes clear=0123456789ABCDEFFEDCBA9876543210";

    private static void assertRefused(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyLines.read(text, KeyParity.CHECKED, Keys.NONE))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            K pin clear=0123456789ABCDEF                       | the algorithm is missing: a key for PIN may be one of 3des or aes
            K pin 3des                                         | the value is missing: one of clear=, components=, ecb=, cbc= or tr31=
            K pin 3des clear=0123456789ABCDEF ecb=00           | the value is given twice: as clear= and as ecb=
            K pin 3des clear=01 clear=02                       | clear= is given twice
            K pin 3des aes clear=01                            | the algorithm is given twice
            K pin rsa clear=01                                 | 'rsa' is neither an algorithm (3des, aes) nor a setting; values have no blanks in them
            K pin 3des clear=01234567 89ABCDEF                 | word 5 is neither an algorithm (3des, aes) nor a setting; values have no blanks in them
            K pin 3des 0123456789ABCDEF                        | word 4 is neither an algorithm (3des, aes) nor a setting; values have no blanks in them
            K pin 3des klar=0123456789ABCDEF                   | 'klar' is no setting; there are clear=, components=, ecb=, cbc=, tr31=, under= and kcv=
            K pin 3des 0123456789ABCDEF=                       | word 4 is no setting; there are clear=, components=, ecb=, cbc=, tr31=, under= and kcv=
            K pin 3des clear=                                  | clear has no value
            K pin 3des clear=${ZPK}                            | clear holds ${ZPK}, which has no value
            K pin 3des clear=${__P(zpk)}                       | clear holds a ${...}, which has no value
            K pin 3des clear=${0123456789ABCDEF}               | clear holds a ${...}, which has no value
            K pin tr31=${ZPK} under=TMK                        | tr31 holds ${ZPK}, which has no value
            K pin 3des clear=0123456789ABCDEG                  | character 16 of clear is no hex digit
            K pin 3des clear=0123456789ABCDE                   | clear has 15 hex digits, but whole bytes have an even number
            K pin 3des clear=0123456789ABCD                    | a 3DES key has 8, 16 or 24 bytes, not 7
            K pin aes clear=0123456789ABCDEF                   | an AES key has 16, 24 or 32 bytes, not 8
            K bdk-aes 3des clear=0123456789ABCDEF              | a key for BDK-AES is one of AES, not of 3DES
            K cvk aes clear=0123456789ABCDEF                   | a key for CVK is one of 3DES, not of AES
            K pin 3des clear=0123456789ABCDEF kcv=D5D44A       | the check value is D5D44F, but expected is D5D44A
            K pin 3des clear=0123456789ABCDEF kcv=D5           | a check value of 3DES has 4 to 16 hex digits, but there are 2
            K pin 3des clear=0123456789ABCDEF kcv=D5D44        | the check value has 5 hex digits, but whole bytes have an even number
            K pin 3des clear=0123456789ABCDEF kcv=D5D44X       | character 6 of the check value is no hex digit
            K pin 3des clear=0123456789ABCDEF00                | byte 9 of the 3DES key has even parity, but the parity of keys is checked
            K pin 3des clear=0123456789ABCDEE                  | byte 8 of the 3DES key has even parity, but the parity of keys is checked
            K pin 3des clear=0123456789ABCDEF under=TMK        | under= does not go with clear=, which needs no other key
            K pin 3des components=0123456789ABCDEF             | a key has 2 or 3 components, joined by +, but there are 1
            K pin 3des components=01+02+03+04                  | a key has 2 or 3 components, joined by +, but there are 4
            K pin 3des components=0123456789ABCDEF+            | component 2 has no value
            K pin 3des components=0123456789ABCDEF+0123        | component 2 has 2 bytes, but component 1 has 8
            K pin 3des components=0123456789ABCDEF+012X        | character 4 of component 2 is no hex digit
            K pin 3des ecb=0123456789ABCDEF                    | a key in the form ecb needs the key it is under, as in under=TMK
            K pin tr31=A0072P0TE00E0000                        | a key in the form tr31 needs the key it is under, as in under=TMK
            K pin 3des ecb=0123456789ABCDEF under=XMK          | there is no key 'XMK' in scope, nor any other
            K pin 3des ecb=0123456789ABCDEF under=ZPK          | key 'ZPK' has the use PIN, but needed is KEK
            K pin 3des ecb=0123456789ABCDEF under=AMK          | AES works on whole blocks of 16 bytes, but there are 8 bytes
            K pin tr31=A0071P0TE00E0000F5161ED902807AF26F1D62263644BD24192FDB3193C730301CEE8701 under=TMK | the key block has 72 characters, but its header says 71
            K pin tr31=A0072P0TE00E0000F5161ED902807AF26F1D62263644BD24192FDB3193C730301CEE8701 under=TMK | the MAC of the key block is wrong: the block was changed, or made under another key than the 128-bit 3DES key with check value 08D7B4
            K pin aes tr31=A0072P0TE00E0000F5161ED902807AF26F1D62263644BD24192FDB3193C730301CEE8701 under=TMK | the key block holds a key of 3DES, but needed is AES
            """)
    void shouldNameTheRuleWhenALineIsBad(String line, String rule) {
        assertRefused(line + TMK, "line 1: key 'K': " + rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789ABCDEFFEDCBA9876543210 pin 3des clear=00",
                "ABCDEF0123456789 pin 3des",
                "ZPK=0123456789ABCDEF pin",
                "clear=0123456789ABCDEF",
                "${NAME} pin",
                "1PK pin"
            })
    void shouldShowNoWordWhenTheNameIsNone(String line) {
        assertRefused(line, NAME_RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"K", "K 0123456789ABCDEF", "K zmk aes clear=00", "K clear=0123456789ABCDEF"})
    void shouldNameTheUsesWhenThereIsNone(String line) {
        assertRefused(line, USE_RULE);
    }

    @Test
    void shouldNameBothLinesWhenTwoHaveOneName() {
        assertRefused(
                "# two\nK pin aes clear=" + "00".repeat(16) + "\n\nK mac aes clear=" + "00".repeat(16),
                "line 4: key 'K': line 2 has a key of this name, too");
    }

    @Test
    void shouldShowTheCircleWhenKeysAreUnderEachOther() {
        String value = "00".repeat(16);
        assertRefused(
                "Z pin 3des ecb=" + value + " under=A\nA kek 3des ecb=" + value + " under=B\nB kek 3des cbc=" + value
                        + " under=A",
                "line 2: key 'A': no key can be under itself: A is under B is under A");
    }

    @Test
    void shouldNameTheOtherLineWhenTheKeyItIsUnderIsBad() {
        assertRefused(
                "Z pin 3des ecb=" + "00".repeat(16) + " under=A\nA kek 3des clear=01",
                "line 2: key 'A': a 3DES key has 8, 16 or 24 bytes, not 1");
    }

    @Test
    void shouldExplainTheOtherKindWhenCheckValueOfAesIsOneOfZeros() {
        CipherKey key = CipherKey.aes(HexFormat.of().parseHex("00112233445566778899AABBCCDDEEFF"));
        String ofZeros = HexFormat.of().withUpperCase().formatHex(key.encryptEcb(new byte[16]), 0, 3);

        assertRefused(
                "K kek aes clear=00112233445566778899AABBCCDDEEFF kcv=" + ofZeros,
                "line 1: key 'K': the check value is " + key.checkValue() + ", but expected is " + ofZeros
                        + ", which is one of enciphered zeros; for AES it is one of the CMAC");
    }

    @Test
    void shouldShowNoValueWhenALineIsText() {
        KeyLine line = new KeyLineReader(
                        3, KeyLineWords.of("K kek aes clear=00112233445566778899AABBCCDDEEFF kcv=08D7B4"))
                .read();

        assertThat(line).hasToString("line 3: K, a KEK key in the form clear");
    }
}
