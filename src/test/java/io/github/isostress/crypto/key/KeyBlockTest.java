package io.github.isostress.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.isostress.crypto.CipherKey;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published key blocks give their keys; what we write can be read. */
class KeyBlockTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final CipherKey TDES_KBPK = CipherKey.tdes(HEX.parseHex("89E88CF7931444F334BD7547FC3F380C"));
    private static final CipherKey AES_KBPK =
            CipherKey.aes(HEX.parseHex("88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6"));

    /** TR-31:2018, A.7, and blocks made by a hardware security module, some of which do not hide the key's length. */
    @ParameterizedTest
    @CsvSource({
        "89E88CF7931444F334BD7547FC3F380C, PIN, A0072P0TE00E0000F5161ED902807AF26F1D62263644BD24192FDB3193C730301CEE8701, F039121BEC83D26B169BDCD5B22AAF8F",
        "DD7515F2BFC17F85CE48F3CA25CB21F6, PIN, B0080P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E, 3F419E1CB7079442AA37474C2EFBF8B8",
        "B8ED59E0A279A295E9F5ED7944FD06B9, BDK_TDES, C0096B0TX12S0100KS1800604B120F9292800000BFB9B689CB567E66FC3FEE5AD5F52161FC6545B9D60989015D02155C, EDB380DD340BC2620247D445F5B8D678",
        "1D22BF32387C600AD97F9B97A51311AC, BDK_TDES, B0104B0TX12S0100KS1800604B120F9292800000BB68BE8680A400D9191AD4ECE45B6E6C0D21C4738A52190E248719E24B433627, E8BC63E5479455E26577F715D587FE68",
        "88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6, PIN, D0112P0AE00E0000B82679114F470F540165EDFBF7E250FCEA43F810D215F8D207E2E417C07156A27E8E31DA05F7425509593D03A457DC34, 3F419E1CB7079442AA37474C2EFBF8B8",
        "EFE0853B256B583D868F251CE99EA1D9, KEK, A0072K0TN00N0000F40D5672C6D0EC86F860BA88D44D00F0CA9A8CE8CD2F640287A9A9EB, 5DB50B454F8389ADCE573BE50861F2BF",
        "EFE0853B256B583D868F251CE99EA1D9, KEK, B0080K0TN00N00001C414014375212C24995E405B5EE052CB92B67F455EA2680F6751088F9F1C228, 5DB50B454F8389ADCE573BE50861F2BF",
        "EFE0853B256B583D868F251CE99EA1D9, KEK, C0072K0TN00N0000C9B875FF7A5316BF221C09ED52080DE0B45632A4EA9CE87699CB565E, 5DB50B454F8389ADCE573BE50861F2BF",
        "4141414141414141414141414141414141414141414141414141414141414141, BDK_TDES, D0112B0TN00N000037DB9B046B7B0048785690759580ABC3B9842AB4BB7717B49E92528E575785D8123559376A2553B27BE94F054F4E971C, 1FA1F7CEC798D91545DA8AE0C7796BD9",
        "4141414141414141414141414141414141414141414141414141414141414141, DATA, D0144D0AN00N0000127862F945C2DED04530FAF7CDBC8B0BA10C7AA79BD5E0C2C5D6AC173BF588E4B19ACF1357178D50EA0AB193228E13958304FC6149632DFDCADF3A5B3D57E814, BE19E6A07A760F10EF8E83A226B63AAD141F463FDDD4F47DB244B4023EC3CACC",
    })
    void shouldGiveTheKeyWhenBlockIsAPublishedOne(String kbpk, KeyUse use, String text, String key) {
        byte[] protecting = HEX.parseHex(kbpk);

        CipherKey read = KeyBlock.read(text)
                .open(text.startsWith("D") ? CipherKey.aes(protecting) : CipherKey.tdes(protecting), use);

        assertThat(HEX.formatHex(read.bytes())).isEqualTo(key);
    }

    @Test
    void shouldKeepTheHeaderWhenItHasOptionalBlocks() {
        KeyBlockHeader header = KeyBlock.read("C0096B0TX12S0100KS1800604B120F9292800000"
                        + "BFB9B689CB567E66FC3FEE5AD5F52161FC6545B9D60989015D02155C")
                .header();

        assertThat(header)
                .isEqualTo(new KeyBlockHeader(
                        KeyBlockVersion.C,
                        "B0",
                        'T',
                        'X',
                        "12",
                        'S',
                        List.of(new OptionalBlock("KS", "00604B120F9292800000"))));
    }

    @ParameterizedTest
    @CsvSource({
        "A, 16, PIN",
        "A, 24, MAC",
        "B, 8, DATA",
        "B, 16, KEK",
        "B, 24, IMK_AC",
        "C, 16, CVK",
        "C, 24, PVK",
        "D, 16, BDK_AES",
        "D, 24, PIN",
        "D, 32, KEK"
    })
    void shouldGiveTheKeyBackWhenWeWroteTheBlock(KeyBlockVersion version, int length, KeyUse use) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 37 + 1);
        }
        CipherKey kbpk = kbpk(version);
        CipherKey key = version == KeyBlockVersion.D ? CipherKey.aes(bytes) : CipherKey.tdes(bytes);

        String text = KeyBlock.write(KeyBlockHeader.of(version, use, key.algorithm()), key, kbpk);

        KeyBlock block = KeyBlock.read(text);
        assertThat(block.open(kbpk, use).bytes()).isEqualTo(bytes);
        assertThat(block.header()).isEqualTo(KeyBlockHeader.of(version, use, key.algorithm()));
        assertThat(text).doesNotContain(HEX.formatHex(bytes));
        assertThat(KeyBlock.write(KeyBlockHeader.of(version, use, key.algorithm()), key, kbpk))
                .as("its filling is another one each time")
                .isNotEqualTo(text);
    }

    private static CipherKey kbpk(KeyBlockVersion version) {
        return version == KeyBlockVersion.D ? AES_KBPK : TDES_KBPK;
    }

    @Test
    void shouldHideTheLengthWhenWeWriteABlock() {
        int shorter = written(new byte[16]).length();
        int longer = written(new byte[32]).length();

        assertThat(shorter).isEqualTo(longer).isEqualTo(144);
    }

    private static String written(byte[] key) {
        CipherKey aes = CipherKey.aes(key);
        return KeyBlock.write(KeyBlockHeader.of(KeyBlockVersion.D, KeyUse.PIN, aes.algorithm()), aes, AES_KBPK);
    }

    @ParameterizedTest
    @CsvSource({"A, 1", "B, 20", "B, 24", "C, 252", "C, 300", "D, 7", "D, 4"})
    void shouldKeepOptionalBlocksWhenTheyHaveAnyLength(KeyBlockVersion version, int length) {
        CipherKey kbpk = kbpk(version);
        KeyBlockHeader plain = KeyBlockHeader.of(version, KeyUse.KEK, kbpk.algorithm());
        KeyBlockHeader header = new KeyBlockHeader(
                version,
                plain.usage(),
                plain.algorithm(),
                'E',
                "c1",
                'N',
                List.of(new OptionalBlock("LB", "x".repeat(length)), new OptionalBlock("HM", "21")));

        KeyBlock block = KeyBlock.read(KeyBlock.write(header, kbpk, kbpk));

        assertThat(block.header()).isEqualTo(header);
        assertThatCode(() -> block.open(kbpk, KeyUse.KEK)).doesNotThrowAnyException();
    }

    @Test
    void shouldCompareCheckValuesWhenBlockHasThem() {
        KeyBlockHeader plain = KeyBlockHeader.of(KeyBlockVersion.B, KeyUse.PIN, TDES_KBPK.algorithm());
        CipherKey key = CipherKey.tdes(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"));
        KeyBlockHeader header = new KeyBlockHeader(
                plain.version(),
                plain.usage(),
                plain.algorithm(),
                plain.mode(),
                plain.keyVersion(),
                plain.exportability(),
                List.of(new OptionalBlock("KC", "0008D7B4"), new OptionalBlock("KP", "00" + TDES_KBPK.checkValue())));

        CipherKey read = KeyBlock.read(KeyBlock.write(header, key, TDES_KBPK)).open(TDES_KBPK, KeyUse.PIN);

        assertThat(read.checkValue()).isEqualTo("08D7B4");
    }

    @Test
    void shouldTellItsHeaderAloneWhenItIsText() {
        assertThat(KeyBlock.read("A0072P0TE00E0000F5161ED902807AF26F1D62263644BD24192FDB3193C730301CEE8701"))
                .hasToString("key block of version A, usage P0, algorithm T");
    }
}
