package io.github.isostress.crypto.mac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are those that standards and other programs have published, of any part of an array, cut to any length. */
class MacAlgorithmTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String DOUBLE_KEY = "0123456789ABCDEFFEDCBA9876543210";

    @ParameterizedTest(name = "{0} padding {1} of {3}")
    @CsvSource(nullValues = "nothing", textBlock = """
            retail,    2,    7962D9ECE03D1ACD4C76089DCE131543, 72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2, 5F1448EEA8AD90A7
            retail,    none, 7CA110454A1A6E570131D9619DC1376E, 48656C6C6F20576F726C642021212121, F09B856213BAB83B
            retail,    1,    AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBB, 68656C6C6F20776F726C64, 78DA3D3DEB48FD4D
            retail,    2,    AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBB, 68656C6C6F20776F726C64, 2BC2D9EDE0CF31F6
            x9.19,     1,    AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBB, 68656C6C6F20776F726C64, 78DA3D3DEB48FD4D
            aes-cmac,  1,    2B7E151628AED2A6ABF7158809CF4F3C, nothing, BB1D6929E95937287FA37D129B756746
            aes-cmac,  1,    2B7E151628AED2A6ABF7158809CF4F3C, 6BC1BEE22E409F96E93D7E117393172A, 070A16B46B4D4144F79BDD9DD04A287C
            """)
    void shouldGiveThePublishedCodeWhenKeyAndDataAreKnown(
            String algorithm, String padding, String key, String data, String published) {
        MessageMac mac = mac(algorithm, padding, key, published.length() / 2);

        assertThat(mac.of(HEX.parseHex(data == null ? "" : data))).isEqualTo(HEX.parseHex(published));
    }

    @Test
    void shouldGiveThePublishedCodeOfFips113WhenTheKeyIsSingleDes() {
        byte[] data = "7654321 Now is the time for ".getBytes(StandardCharsets.US_ASCII);

        assertThat(mac("x9.9", "1", "0123456789ABCDEF", 4).of(data)).isEqualTo(HEX.parseHex("F1D30F68"));
        assertThat(mac("alg1", "1", "0123456789ABCDEF", 4).of(data)).isEqualTo(HEX.parseHex("F1D30F68"));
    }

    @Test
    void shouldGiveThePublishedCodesOfSp80038bWhenCmacIsOf3Des() {
        String key = "8AA83BF8CBDA10620BC1BF19FBB6CD58BC313D4A371CA8B5";

        assertThat(mac("3des-cmac", "1", key, 8).of(new byte[0])).isEqualTo(HEX.parseHex("B7A688E122FFAF95"));
        assertThat(mac("3des-cmac", "1", key, 8).of(HEX.parseHex("6BC1BEE22E409F96E93D7E117393172AAE2D8A57")))
                .isEqualTo(HEX.parseHex("743DDBE0CE2DC2ED"));
    }

    @Test
    void shouldGiveThePublishedCodeOfRfc4231WhenHmacIsAsked() {
        byte[] key = new byte[20];
        Arrays.fill(key, (byte) 0x0B);

        assertThat(new HmacSha256(key, 32).of("Hi There".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(HEX.parseHex("B0344C61D8DB38535CA8AFCEAF0BF12B881DC200C9833DA726E9376C2E32CFF7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"retail", "alg1", "3des-cmac", "hmac-sha256"})
    void shouldBeThatOfTheWholeArrayWhenDataAreAPartOfOne(String algorithm) {
        byte[] data = new byte[60];
        new Random(1).nextBytes(data);
        MessageMac mac = mac(algorithm, "2", DOUBLE_KEY, 8);

        for (int from = 0; from < 20; from++) {
            for (int to = from; to < 60; to++) {
                assertThat(mac.of(data, from, to)).isEqualTo(mac.of(Arrays.copyOfRange(data, from, to)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"retail, 8", "alg1, 8", "x9.19, 8", "3des-cmac, 8", "hmac-sha256, 32"})
    void shouldKeepTheLeftBytesWhenItIsCut(String algorithm, int longest) {
        byte[] data = "0123456789".getBytes(StandardCharsets.US_ASCII);
        byte[] whole = mac(algorithm, "1", DOUBLE_KEY, longest).of(data);

        for (int length = 4; length <= longest; length++) {
            MessageMac cut = mac(algorithm, "1", DOUBLE_KEY, length);
            assertThat(cut.of(data)).isEqualTo(Arrays.copyOf(whole, length));
            assertThat(cut.length()).isEqualTo(length);
        }
    }

    @Test
    void shouldTakeABlockOfZerosWhenThereAreNoDataAndPaddingIs1() {
        MessageMac mac = mac("retail", "1", DOUBLE_KEY, 8);

        assertThat(mac.of(new byte[0])).isEqualTo(mac.of(new byte[8]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"retail", "aes-cmac", "hmac-sha256"})
    void shouldGiveTheSameCodesWhenThreadsUseOneAtOnce(String algorithm) {
        MessageMac mac = mac(algorithm, "1", DOUBLE_KEY, 8);
        byte[] data = new byte[200];
        byte[] expected = mac.of(data);

        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> mac.of(data)))
                .allSatisfy(code -> assertThat(code).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            retail      | 1    | 16 | 3  | the length of a MAC by retail is 4 to 8 bytes, not 3
            retail      | 1    | 16 | 9  | the length of a MAC by retail is 4 to 8 bytes, not 9
            aes-cmac    | 1    | 16 | 17 | the length of a MAC by aes-cmac is 4 to 16 bytes, not 17
            hmac-sha256 | 1    | 16 | 33 | the length of a MAC by hmac-sha256 is 4 to 32 bytes, not 33
            retail      | 1    | 8  | 8  | a MAC by retail needs a 3DES key of 16 bytes, not of 8
            retail      | 1    | 24 | 8  | a MAC by retail needs a 3DES key of 16 bytes, not of 24
            x9.9        | 1    | 16 | 4  | a MAC by x9.9 needs a 3DES key of 8 bytes, not of 16
            x9.9        | 2    | 8  | 4  | the padding of x9.9 is 1, not 2
            x9.19       | none | 16 | 4  | the padding of x9.19 is 1, not none
            """)
    void shouldSayWhichRuleIsBrokenWhenItCannotBeMade(
            String algorithm, String padding, int keyLength, int length, String sentence) {
        CipherAlgorithm cipher = algorithm.startsWith("aes") ? CipherAlgorithm.AES : CipherAlgorithm.TDES;
        CipherKey key = cipher.key(new byte[keyLength]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MacAlgorithm.of(algorithm).with(key, MacPadding.of(padding), length))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"aes-cmac, TDES, AES", "3des-cmac, AES, 3DES", "retail, AES, 3DES", "alg1, AES, 3DES"})
    void shouldRefuseTheKeyWhenItIsOfAnotherCipher(String algorithm, CipherAlgorithm given, String needed) {
        CipherKey key = given.key(new byte[16]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MacAlgorithm.of(algorithm).with(key, MacPadding.ZEROS, 8))
                .withMessage("a MAC by %s needs a key of %s, not of %s", algorithm, needed, given);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 9})
    void shouldRefuseDataWhenTheyAreNoWholeBlocksAndPaddingIsNone(int bytes) {
        MessageMac mac = mac("retail", "none", DOUBLE_KEY, 8);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> mac.of(new byte[bytes]))
                .withMessage(
                        "without padding a MAC needs whole blocks of 8 bytes, but the data have " + bytes + " bytes");
    }

    @Test
    void shouldNameWhatIsKnownWhenAWordIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MacAlgorithm.of("md5"))
                .withMessage("there is no MAC algorithm 'md5'; known are "
                        + "retail, alg1, x9.9, x9.19, 3des-cmac, aes-cmac, hmac-sha256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MacPadding.of("3"))
                .withMessage("there is no padding '3'; known are 1, 2, none");
    }

    private static MessageMac mac(String algorithm, String padding, String key, int length) {
        CipherAlgorithm cipher = algorithm.equals("aes-cmac") ? CipherAlgorithm.AES : CipherAlgorithm.TDES;
        return MacAlgorithm.of(algorithm).with(cipher.key(HEX.parseHex(key)), MacPadding.of(padding), length);
    }
}
