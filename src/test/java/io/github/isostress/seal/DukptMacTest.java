package io.github.isostress.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.dukpt.Dukpt;
import io.github.isostress.crypto.dukpt.DukptScheme;
import io.github.isostress.crypto.dukpt.Ksn;
import io.github.isostress.crypto.dukpt.WorkingKeyType;
import io.github.isostress.crypto.dukpt.WorkingKeyUse;
import io.github.isostress.crypto.mac.MacAlgorithm;
import io.github.isostress.crypto.mac.MacPadding;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MACs under the keys of DUKPT transactions: each algorithm has a key of its own type. */
class DukptMacTest {
    private static final IsoPackager PACKAGER = Packagers.builtIn("iso87binary");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String TEXT = "4012345678909D987";
    private static final Ksn AES_KSN =
            DukptScheme.AES.initial("1234567890123456").at(1);
    private static final Dukpt AES_BDK = new Dukpt(CipherKey.aes(HEX.parseHex("FEDCBA9876543210F1F1F1F1F1F1F1F1")));

    private static String mac(String settings) throws FailureException {
        return Filled.value(PACKAGER, "62", "0 0200", "48 " + TEXT, "62:= mac elements=48 form=text " + settings);
    }

    @ParameterizedTest
    @CsvSource({
        "key=BDK ksn=FFFF9876543210E00001 length=4,                                              9CCC7817",
        "key=BDK ksn=FFFF9876543210E00001 length=4 direction=response,                           20364223",
        "key=AES-BDK ksn=123456789012345600000001 algorithm=aes-cmac length=16,                  A2EB5C1C35809E58404E873C3C411E31",
        "key=AES-BDK ksn=123456789012345600000001 algorithm=aes-cmac length=16 direction=response, DD4E1895FD9BF53D8DAF25568ABF551D"
    })
    void shouldGiveThePublishedMacWhenTheKeyIsABdk(String settings, String published) throws FailureException {
        assertThat(mac(settings)).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({"RETAIL, TDES_128", "TDES_CMAC, TDES_128", "HMAC_SHA256, HMAC_128"})
    void shouldTakeAKeyOfItsTypeWhenTheBdkIsOfAes(MacAlgorithm algorithm, WorkingKeyType type) throws FailureException {
        byte[] key = AES_BDK.bytes(AES_KSN, WorkingKeyUse.MAC_REQUEST, type);
        byte[] text = TEXT.getBytes(StandardCharsets.US_ASCII);
        CipherKey ready = algorithm == MacAlgorithm.HMAC_SHA256 ? CipherKey.aes(key) : CipherKey.tdes(key);
        byte[] expected = algorithm.with(ready, MacPadding.ZEROS, 8).of(text, 0, text.length);

        assertThat(mac("key=AES-BDK length=8 ksn=" + AES_KSN + " algorithm=" + algorithm))
                .isEqualTo(HEX.formatHex(expected));
    }
}
