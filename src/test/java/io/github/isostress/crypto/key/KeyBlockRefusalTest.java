package io.github.isostress.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A key block that is not right is refused with one sentence that shows no digit of what is enciphered. */
class KeyBlockRefusalTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String BLOCK_A = "A0072P0TE00E0000F5161ED902807AF26F1D62263644BD24192FDB3193C730301CEE8701";
    private static final CipherKey KBPK_A = CipherKey.tdes(HEX.parseHex("89E88CF7931444F334BD7547FC3F380C"));
    private static final CipherKey TDES_16 = CipherKey.tdes(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"));
    private static final CipherKey AES_16 = CipherKey.aes(new byte[16]);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            A0072P0TE00E000                    | the key block has 15 characters, but its header alone has 16
            E0072P0TE00E0000                   | the key block has the version E, but known are A, B, C and D
            A00x2P0TE00E0000                   | the length of the key block is not 4 digits
            A0072P0TE00E0000F516               | the key block has 20 characters, but its header says 72
            A0020P0TE00E0000F516               | a key block of version A has a multiple of 8 characters, but this has 20
            D0024P0AE00E000001234567           | a key block of version D has a multiple of 16 characters, but this has 24
            A0016P0RE00E0000                   | the key in the block is for the algorithm R, but known are T (3DES), D (DES), A (AES) and H (HMAC)
            A0016P0TE00E0x00                   | the number of optional blocks is not 2 digits
            A0016P0TE00E0000                   | between the header and the MAC, a key block of version A has a multiple of 16 hex digits, but this has 0
            A0024P0TE00E00000123456X           | between the header and the MAC, a key block of version A has a multiple of 16 hex digits, but this has 0
            A0040P0TE00E00000123456789ABCDXF01234567 | character 31 of the key block is no hex digit
            A0024P0TE00E0100KS0x4567           | the length of optional block 1 is not 2 hex digits
            A0024P0TE00E0100KS034567           | the length of optional block 1 is 3, which is shorter than its beginning
            A0024P0TE00E0100KSFF4567           | optional block 1 ends behind the end of the key block
            A0024P0TE00E0100KS0009FF           | the length of optional block 1 has 9 digits, but may have 1 to 4
            A0024P0TE00E0200KS08ABCD           | optional block 2 ends behind the end of the key block
            A0032P0TE00E0200KS08ABCDKS08ABCD   | the key block has two optional blocks KS
            A0032P0TE00E0100KS06AB0123456789   | header and optional blocks have 22 characters, but version A needs a multiple of 8: a PB block has to fill them up
            D0032B0AX00E0100KS10001234567890   | the key block has a KS block, which is for DUKPT with 3DES, but its key is for AES DUKPT
            """)
    void shouldNameTheRuleWhenBlockIsNotWellFormed(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyBlock.read(text))
                .withMessage(sentence);
    }

    @Test
    void shouldNameThePlaceWhenACharacterIsNotPrintable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyBlock.read("A0072P0TE00E0000\u00e9"))
                .withMessage("character 17 of the key block is none of printable ASCII");
    }

    @Test
    void shouldRefuseEveryBlockWhenOneCharacterIsAnother() {
        for (int i = 0; i < BLOCK_A.length(); i++) {
            char other = BLOCK_A.charAt(i) == '1' ? '2' : '1';
            String changed = BLOCK_A.substring(0, i) + other + BLOCK_A.substring(i + 1);

            assertThatIllegalArgumentException()
                    .as("character %d", i + 1)
                    .isThrownBy(() -> KeyBlock.read(changed).open(KBPK_A, KeyUse.PIN))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(BLOCK_A.substring(20, 30)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayThatTheMacIsWrongWhenBlockWasChanged(KeyBlockVersion version) {
        CipherKey kbpk = version == KeyBlockVersion.D ? AES_16 : TDES_16;
        String text = KeyBlock.write(KeyBlockHeader.of(version, KeyUse.PIN, kbpk.algorithm()), kbpk, kbpk);
        String otherMode = text.substring(0, 8) + "E" + text.substring(9);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyBlock.read(otherMode).open(kbpk, KeyUse.PIN))
                .withMessage("the MAC of the key block is wrong: "
                        + "the block was changed, or made under another key than the " + kbpk);
    }

    @Test
    void shouldNameTheCheckValueOfTheRightKeyWhenBlockSaysIt() {
        String text = written(new OptionalBlock("KP", "0008D7B4"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyBlock.read(text).open(KBPK_A, KeyUse.PIN))
                .withMessage("the MAC of the key block is wrong: it was made under a key with check value 08D7B4, "
                        + "but the one named is a 128-bit 3DES key with check value " + KBPK_A.checkValue());
    }

    @Test
    void shouldRefuseTheKeyWhenBlockSaysAnotherCheckValue() {
        String text = written(new OptionalBlock("KC", "00123456"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyBlock.read(text).open(TDES_16, KeyUse.PIN))
                .withMessage("the key block says the check value 123456, "
                        + "but its key is a 128-bit 3DES key with check value 08D7B4");
    }

    private static String written(OptionalBlock optional) {
        KeyBlockHeader header = new KeyBlockHeader(KeyBlockVersion.B, "P0", 'T', 'E', "00", 'E', List.of(optional));
        return KeyBlock.write(header, TDES_16, TDES_16);
    }

    @ParameterizedTest
    @CsvSource({"A, TDES, 8", "B, AES, 16", "C, AES, 32"})
    void shouldNeedA3DesKeyWhenVersionIsOneOf3Des(KeyBlockVersion version, CipherAlgorithm algorithm, int length) {
        CipherKey kbpk = algorithm.key(new byte[length]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> version.under(kbpk))
                .withMessage("a key block of version " + version
                        + " is protected by a 3DES key of 16 or 24 bytes, but the one named is a " + kbpk);
    }

    @Test
    void shouldNeedAnAesKeyWhenVersionIsD() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyBlockVersion.D.under(TDES_16))
                .withMessage("a key block of version D is protected by an AES key, "
                        + "but the one named is a 128-bit 3DES key with check value 08D7B4");
    }

    @ParameterizedTest
    @EnumSource(names = "PIN", mode = EnumSource.Mode.EXCLUDE)
    void shouldNameTheUsagesWhenBlockIsForAnotherUse(KeyUse use) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyBlock.read(BLOCK_A).open(KBPK_A, use))
                .withMessageStartingWith("the key block is for the usage P0, but the use " + use + " needs ");
    }

    @ParameterizedTest
    @CsvSource({
        "PIN, P0",
        "MAC, M0",
        "MAC, M1",
        "MAC, M2",
        "MAC, M3",
        "MAC, M4",
        "MAC, M5",
        "MAC, M6",
        "MAC, M7",
        "MAC, M8",
        "DATA, D0",
        "BDK_TDES, B0",
        "BDK_AES, B0",
        "IMK_AC, E0",
        "IMK_AC, E4",
        "CVK, C0",
        "PVK, V0",
        "PVK, V1",
        "PVK, V2",
        "PVK, V3",
        "PVK, V4",
        "PVK, V5",
        "KEK, K0",
        "KEK, K1"
    })
    void shouldTakeTheKeyWhenUsageFitsTheUse(KeyUse use, String usage) {
        KeyBlockHeader header = new KeyBlockHeader(KeyBlockVersion.B, usage, 'T', 'N', "00", 'E', List.of());

        CipherKey read = KeyBlock.read(KeyBlock.write(header, TDES_16, TDES_16)).open(TDES_16, use);

        assertThat(read.checkValue()).isEqualTo("08D7B4");
    }
}
