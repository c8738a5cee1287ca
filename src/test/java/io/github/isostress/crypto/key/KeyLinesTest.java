package io.github.isostress.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines of keys give keys, whatever their form and order. */
class KeyLinesTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String TMK = "TMK kek 3des clear=0123456789ABCDEFFEDCBA9876543210 kcv=08D7B4";
    private static final String KEY = "F138131AEC83D36B169BDCD5B32AAE8F";

    private static Keys read(String... lines) {
        return KeyLines.read(String.join("\n", lines), KeyParity.ADJUSTED, Keys.NONE);
    }

    private static String digits(Keys keys, String name) {
        return HEX.formatHex(keys.get(name).key().bytes());
    }

    @Test
    void shouldGiveTheKeysWhenLinesAreOfEveryForm() {
        byte[] key = HEX.parseHex(KEY);
        CipherKey tmk = CipherKey.tdes(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"));
        String block = KeyBlock.write(
                KeyBlockHeader.of(KeyBlockVersion.B, KeyUse.PIN, tmk.algorithm()), CipherKey.tdes(key), tmk);

        Keys keys = read(
                "# keys of the test system",
                TMK,
                "",
                "CLEAR  mac 3des clear=" + KEY.toLowerCase(Locale.ROOT) + "   # of 2026",
                "PARTS  MAC 3DES components=00000000000000000000000000000001+" + KEY.substring(0, 31) + "E",
                "ECB    mac 3des ecb=" + HEX.formatHex(tmk.encryptEcb(key)) + " under=TMK kcv=cb9dea",
                "CBC    mac 3des cbc=" + HEX.formatHex(tmk.encryptCbc(key, new byte[8])) + " under=TMK kcv=CB9D",
                "BLOCK  pin tr31=" + block + " under=TMK kcv=CB9DEA");

        assertThat(keys.all())
                .extracting(NamedKey::name)
                .containsExactly("TMK", "CLEAR", "PARTS", "ECB", "CBC", "BLOCK");
        for (String name : new String[] {"CLEAR", "PARTS", "ECB", "CBC", "BLOCK"}) {
            assertThat(digits(keys, name)).as(name).isEqualTo(KEY);
        }
        assertThat(keys.get("BLOCK").use()).isEqualTo(KeyUse.PIN);
    }

    @Test
    void shouldCombineThreeComponentsWhenThereAreThree() {
        Keys keys = read("K kek aes components=0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F+F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0"
                + "+000102030405060708090A0B0C0D0E0F");

        assertThat(digits(keys, "K")).isEqualTo("FFFEFDFCFBFAF9F8F7F6F5F4F3F2F1F0");
    }

    @Test
    void shouldNotMindTheOrderWhenAKeyIsUnderALaterOne() {
        CipherKey tmk = CipherKey.tdes(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"));
        CipherKey inner = CipherKey.tdes(HEX.parseHex(KEY));

        Keys keys = read(
                "ZPK pin 3des under=INNER ecb=" + HEX.formatHex(inner.encryptEcb(HEX.parseHex(KEY))),
                "INNER kek 3des under=TMK ecb=" + HEX.formatHex(tmk.encryptEcb(HEX.parseHex(KEY))),
                TMK);

        assertThat(digits(keys, "ZPK")).isEqualTo(KEY);
        assertThat(keys.all()).extracting(NamedKey::name).containsExactly("ZPK", "INNER", "TMK");
    }

    @Test
    void shouldTakeAKeyFromOutsideWhenAKeyIsUnderIt() {
        Keys outer = read(TMK);
        CipherKey tmk = outer.get("TMK").key();

        Keys keys = KeyLines.read(
                "ZPK pin 3des under=TMK ecb=" + HEX.formatHex(tmk.encryptEcb(HEX.parseHex(KEY))),
                KeyParity.ADJUSTED,
                outer);

        assertThat(digits(keys, "ZPK")).isEqualTo(KEY);
        assertThat(keys.has("TMK")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void shouldNeedNoAlgorithmWhenItFollowsFromTheUse(KeyUse use) {
        String algorithm = use.algorithm().isPresent() ? "" : " aes";

        Keys keys = read("K " + use.word() + algorithm + " clear=" + KEY);

        assertThat(keys.get("K", use).key().algorithm())
                .isEqualTo(use.algorithm().orElse(CipherAlgorithm.AES));
    }

    @ParameterizedTest
    @CsvSource({
        "3des, 0022446688AACCEE0022446688AACCEE, 0123456789ABCDEF0123456789ABCDEF",
        "aes, 0022446688AACCEE0022446688AACCEE, 0022446688AACCEE0022446688AACCEE",
    })
    void shouldSetTheParityOf3DesAloneWhenItIsAdjusted(String algorithm, String written, String key) {
        Keys keys = read("K pin " + algorithm + " clear=" + written);

        assertThat(digits(keys, "K")).isEqualTo(key);
    }

    @Test
    void shouldTakeAKeyOfRightParityWhenItIsChecked() {
        Keys keys = KeyLines.read("K pin 3des clear=0123456789ABCDEF0123456789ABCDEF", KeyParity.CHECKED, Keys.NONE);

        assertThat(digits(keys, "K")).isEqualTo("0123456789ABCDEF0123456789ABCDEF");
    }

    @Test
    void shouldCutNoReferenceWhenItHasBlanks() {
        assertThat(KeyLineWords.of("ZPK pin\t3des clear=${__P(zpk, a b ${c d})}x  kcv=1 #under=X"))
                .containsExactly("ZPK", "pin", "3des", "clear=${__P(zpk, a b ${c d})}x", "kcv=1");
    }
}
