package io.github.isostress.seal;

import static io.github.isostress.seal.Filled.assertThatRefusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.dukpt.Dukpt;
import io.github.isostress.crypto.dukpt.DukptScheme;
import io.github.isostress.crypto.dukpt.WorkingKeyType;
import io.github.isostress.crypto.dukpt.WorkingKeyUse;
import io.github.isostress.crypto.pin.PinBlockFormat;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a template that give a PIN block, under a zone key or the key of a DUKPT transaction. */
class PinFormulasTest {
    private static final IsoPackager PACKAGER = Packagers.builtIn("iso87binary");
    private static final String PAN = "4012345678909";
    private static final CipherKey ZPK = CipherKey.tdes(HexFormat.of().parseHex("0123456789ABCDEFFEDCBA9876543210"));
    private static final CipherKey AES_BDK = CipherKey.aes(HexFormat.of().parseHex("FEDCBA9876543210F1F1F1F1F1F1F1F1"));
    private static final String TDES_KSN = "62 FFFF9876543210E00001";
    private static final String AES_KSN = "62 123456789012345600000001";

    private static String[] lines(String... more) {
        List<String> all = new ArrayList<>(List.of("0 0200", "3 000000"));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    private static byte[] block(String path, String... more) throws FailureException {
        return HexFormat.of().parseHex(Filled.value(PACKAGER, path, lines(more)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "3"})
    void shouldHoldThePinWhenTheKeyIsAZoneKey(String format) throws FailureException {
        byte[] block = block("52", "2 " + PAN, "52:= pinblock key=ZPK pin=1234 format=" + format);

        assertThat(PinBlockFormat.of(format).decipher(block, PAN, ZPK)).contains("1234");
    }

    @Test
    void shouldHoldThePinWhenTheKeyIsOfAes() throws FailureException {
        byte[] block = block("62", "2 " + PAN, "62:= pinblock key=AES-ZPK pin=123456 format=4");

        CipherKey key = CipherKey.aes(HexFormat.of().parseHex("00112233445566778899AABBCCDDEEFF"));
        assertThat(PinBlockFormat.ISO_4.decipher(block, PAN, key)).contains("123456");
    }

    @ParameterizedTest
    @CsvSource({
        "2 4012345678909",
        "35 4012345678909=25121011000",
        "55.5A 4012345678909F",
        "55.57 4012345678909D25121011000F"
    })
    void shouldTakeThePanOfTheMessageWhenNoneIsGiven(String line) throws FailureException {
        byte[] block = block("52", line, "52:= pinblock format=0 key=ZPK pin=1234");

        assertThat(PinBlockFormat.ISO_0.decipher(block, PAN, ZPK)).contains("1234");
    }

    @Test
    void shouldTakeThePanOfTheLineWhenOneIsGiven() throws FailureException {
        byte[] block = block("52", "2 5432101234567891", "52:= pinblock format=0 key=ZPK pin=1234 pan=" + PAN);

        assertThat(PinBlockFormat.ISO_0.decipher(block, PAN, ZPK)).contains("1234");
    }

    @Test
    void shouldGiveThePublishedBlockWhenTheBdkIsOf3Des() throws FailureException {
        assertThat(HexFormat.of()
                        .withUpperCase()
                        .formatHex(
                                block("52", "2 " + PAN, "52:= pinblock format=0 key=BDK pin=1234 ksn=@62", TDES_KSN)))
                .isEqualTo("1B9C1845EB993A7A");
    }

    @Test
    void shouldHoldThePinWhenTheBdkIsOfAes() throws FailureException {
        byte[] block = block("61", "2 " + PAN, AES_KSN, "61:= pinblock format=4 key=AES-BDK pin=1234 ksn=@62");

        CipherKey key = CipherKey.aes(HexFormat.of().parseHex("AF8CB133A78F8DC2D1359F18527593FB"));
        assertThat(PinBlockFormat.ISO_4.decipher(block, PAN, key)).contains("1234");
    }

    @Test
    void shouldTakeA3DesKeyOfTheAesBdkWhenTheFormatNeedsOne() throws FailureException {
        byte[] block = block("52", "2 " + PAN, AES_KSN, "52:= pinblock format=0 key=AES-BDK pin=1234 ksn=@62");

        CipherKey key = new Dukpt(AES_BDK)
                .key(DukptScheme.AES.initial("1234567890123456").at(1), WorkingKeyUse.PIN, WorkingKeyType.TDES_128);
        assertThat(PinBlockFormat.ISO_0.decipher(block, PAN, key)).contains("1234");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pinblock key=ZPK pin=987           | a PIN has 4 to 12 digits (ISO 9564-1), this one has 3
            pinblock key=ZPK pin=9876543219876 | a PIN has 4 to 12 digits (ISO 9564-1), this one has 13
            pinblock key=ZPK pin=98x6          | a PIN has digits alone (ISO 9564-1), this one has another character
            pinblock key=ZPK pin=9876 pan=98765 | a PIN block needs a PAN of 8 to 19 digits (ISO/IEC 7812-1), this one has 5
            pinblock key=ZPK pin=9876 format=4 | PIN block format 4 needs a key of AES, not of 3DES
            pinblock key=AES-ZPK pin=9876      | PIN block format 0 needs a key of 3DES, not of AES
            pinblock key=ZPK pin=9876 format=2 | format is none of 0, 1, 3, 4
            pinblock key=ZPK                   | pinblock needs pin, or to verify a block pvk
            pinblock key=ZPK pvk=PVK           | pinblock needs pin to make a block; pvk serves to verify one
            pinblock key=MAK pin=9876          | key 'MAK' has the use MAC, but needed is PIN or BDK-3DES or BDK-AES
            pinblock key=BDK pin=9876          | ksn comes from element 53, which the message does not have
            pinblock key=BDK pin=9876 ksn=FFFF9876543210E000 | the KSN of 3DES DUKPT (ANSI X9.24-1) has 20 hex digits, this one has 18
            pinblock key=BDK pin=9876 ksn=FFFF9876543210E00000 | the counter 000000 has no key in 3DES DUKPT (ANSI X9.24-1): the first one is 1
            pinblock key=BDK pin=9876 ksn=FFFF9876543210EFFFFF | the counter 0FFFFF has no key in 3DES DUKPT (ANSI X9.24-1): it has more than 10 one bits
            pinblock key=AES-BDK pin=9876 format=4 ksn=1234567890123456FFFF0001 | the counter FFFF0001 has no key in AES DUKPT (ANSI X9.24-3): the last one is FFFF0000
            """)
    void shouldNameLineElementAndRuleWhenItCannotBeMade(String formula, String sentence) {
        assertThatRefusalOf(PACKAGER, lines("2 " + PAN, "52:= " + formula))
                .isEqualTo("line 4, element 52: " + sentence)
                .doesNotContain("987");
    }

    @Test
    void shouldSayWhichElementsMayGiveThePanWhenNoneDoes() {
        assertThatRefusalOf(PACKAGER, lines("52:= pinblock key=ZPK pin=1234"))
                .isEqualTo(
                        "line 3, element 52: pan comes from element 2 or 35 or 55.5A or 55.57, which the message does"
                                + " not have");
    }
}
