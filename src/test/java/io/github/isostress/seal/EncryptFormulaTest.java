package io.github.isostress.seal;

import static io.github.isostress.seal.Filled.assertThatRefusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.dukpt.Dukpt;
import io.github.isostress.crypto.dukpt.DukptScheme;
import io.github.isostress.crypto.dukpt.WorkingKeyUse;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a template that encipher data. */
class EncryptFormulaTest {
    private static final IsoPackager PACKAGER = Packagers.builtIn("iso87binary");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final CipherKey KEY = CipherKey.tdes(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"));
    private static final String TRACK = "4012345678909=25121011000";

    private static String enciphered(String settings) throws FailureException {
        return Filled.value(
                PACKAGER, "48", "0 0200", "35 " + TRACK, "48:= encrypt " + settings, "62 FFFF9876543210E00001");
    }

    @ParameterizedTest
    @CsvSource({
        "data=00112233445566778899AABBCCDDEEFF,                          00112233445566778899AABBCCDDEEFF",
        "data=0011223344 padding=1,                                      0011223344000000",
        "data=0011223344556677 padding=1,                                0011223344556677",
        "data=0011223344 padding=2,                                      0011223344800000",
        "data=0011223344556677 padding=2,                                00112233445566778000000000000000"
    })
    void shouldEncipherEachBlockByItselfWhenNoModeIsGiven(String settings, String clear) throws FailureException {
        assertThat(enciphered("key=DEK " + settings)).isEqualTo(HEX.formatHex(KEY.encryptEcb(HEX.parseHex(clear))));
    }

    @ParameterizedTest
    @CsvSource({"'', 0000000000000000", "iv=0123456789ABCDEF, 0123456789ABCDEF"})
    void shouldChainTheBlocksWhenTheModeIsCbc(String setting, String iv) throws FailureException {
        byte[] clear = Arrays.copyOf(TRACK.getBytes(StandardCharsets.US_ASCII), 32);

        assertThat(enciphered("key=DEK data=@35 form=text mode=cbc padding=1 " + setting))
                .isEqualTo(HEX.formatHex(KEY.encryptCbc(clear, HEX.parseHex(iv))));
    }

    @ParameterizedTest
    @CsvSource({"'', DATA_REQUEST", "direction=request, DATA_REQUEST", "direction=response, DATA_RESPONSE"})
    void shouldTakeTheKeyOfTheTransactionWhenTheKeyIsABdk(String setting, WorkingKeyUse use) throws FailureException {
        CipherKey key = new Dukpt(KEY).key(DukptScheme.TDES.read("FFFF9876543210E00001"), use);

        assertThat(enciphered("key=BDK data=0011223344556677 ksn=@62 " + setting))
                .isEqualTo(HEX.formatHex(key.encryptEcb(HEX.parseHex("0011223344556677"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key=DEK data=001122               | 3DES works on whole blocks of 8 bytes, but there are 3 bytes
            key=DEK data=00112                | data must be whole bytes in hex digits
            key=DEK data=@35                  | data must be whole bytes in hex digits
            key=DEK data=@36 form=text        | data comes from element 36, which the message does not have
            key=ZPK data=0011223344556677     | key 'ZPK' has the use PIN, but needed is data or BDK-3DES or BDK-AES
            key=DEK data=0011223344556677 iv=0011223344556677 | iv counts with mode=cbc alone
            key=DEK data=0011223344556677 mode=cbc iv=0011 | the initial value of 3DES has 8 bytes, not 2
            key=DEK data=0011223344556677 mode=ctr | mode is none of ecb, cbc
            """)
    void shouldNameLineElementAndRuleWhenItCannotBeMade(String settings, String sentence) {
        assertThatRefusalOf(PACKAGER, "0 0200", "35 " + TRACK, "48:= encrypt " + settings)
                .isEqualTo("line 3, element 48: " + sentence);
    }
}
