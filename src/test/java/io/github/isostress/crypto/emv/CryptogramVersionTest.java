package io.github.isostress.crypto.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.mac.MacPadding;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cryptograms and answers are those that pyemv has published, whose values came out of HSMs. */
class CryptogramVersionTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final CipherKey ISSUER = CipherKey.tdes(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"));
    private static final ChipCard CARD = new ChipCard("1234567890123456", "00");
    private static final String COUNTER = "001C";

    private static final Map<String, String> VISA = Map.ofEntries(
            Map.entry("9F02", "000000004000"),
            Map.entry("9F03", "000000000000"),
            Map.entry("9F1A", "0124"),
            Map.entry("95", "8000048000"),
            Map.entry("5F2A", "0124"),
            Map.entry("9A", "191105"),
            Map.entry("9C", "01"),
            Map.entry("9F37", "52BF4585"),
            Map.entry("82", "1800"),
            Map.entry("9F36", COUNTER));

    private static final Map<String, String> MASTERCARD = Map.ofEntries(
            Map.entry("9F02", "000000009999"),
            Map.entry("9F03", "000000000000"),
            Map.entry("9F1A", "0124"),
            Map.entry("95", "8000000000"),
            Map.entry("5F2A", "0124"),
            Map.entry("9A", "209906"),
            Map.entry("9C", "00"),
            Map.entry("9F37", "ABCDEF12"),
            Map.entry("82", "1800"),
            Map.entry("9F36", COUNTER));

    @ParameterizedTest(name = "CVN {0}")
    @CsvSource({
        "10,  06010A03A06010,                       29CCA15AE665FA2E, 3030,     28993816AFAE4AEB",
        "18,  06011203A0B800,                       7A788EA6B8A3E733, 00000000, 9AF514C1",
        "22,  06011203A0B800,                       7A788EA6B8A3E733, 00000000, 9AF514C1",
        "M16, 0110A00003220000000000000000000000FF, 24CCF3DEE3158C70, 0010,     73F6BBF389A6586C",
        "M17, 0111A00003220000000000000000000322FF, EAE8A620A75648D8, 0010,     29CF11FBDB9CA650",
        "M20, 0114A00003220000000000000000000000FF, CD29615D6452E70E, 0010,     DFD0956606B68D64",
        "M21, 0115A00003220000000000000000000322FF, C30E54BE496CF5E5, 0010,     4F51F9CC63CE8B3C",
    })
    void shouldGiveThePublishedCryptogramsWhenTheDataAreKnown(
            String cvn, String issuerData, String arqc, String answer, String arpc) {
        CryptogramVersion version = CryptogramVersion.of(cvn);
        Map<String, String> tags = new HashMap<>(cvn.startsWith("M") ? MASTERCARD : VISA);
        tags.put("9F10", issuerData);

        byte[] made = cryptogram(version, tags);

        assertThat(HEX.formatHex(made)).isEqualTo(arqc);
        CipherKey answerKey = key(version.answerKey(), tags);
        assertThat(HEX.formatHex(version.answerMethod().cryptogram(answerKey, made, HEX.parseHex(answer))))
                .isEqualTo(arpc);
        assertThat(HEX.formatHex(version.answerMethod().issuerAuthentication(answerKey, made, HEX.parseHex(answer))))
                .isEqualTo(arpc + answer);
    }

    /** VIS 1.4.0 says padding and that there is a session key; no example is published. */
    @Test
    void shouldTakeResultsAnd80AndASessionKeyWhenTheVersionIs14() {
        Map<String, String> tags = new HashMap<>(VISA);
        tags.put("9F10", "06010E03A06010");
        String data = String.join(
                "",
                "000000004000000000000000",
                "0124",
                "8000048000",
                "0124",
                "191105",
                "01",
                "52BF4585",
                "1800",
                COUNTER,
                "03A06010");

        byte[] made = cryptogram(CryptogramVersion.VISA_14, tags);

        assertThat(made)
                .isEqualTo(ApplicationCryptogram.of(
                        key(SessionKeyMethod.EMV_2000, tags), HEX.parseHex(data + "800000"), MacPadding.NONE));
    }

    @Test
    void shouldTakeTheListedTagsInTheirOrderWhenThereAreSuch() {
        Map<String, String> tags = new HashMap<>(VISA);
        tags.put("9F10", "06010A03A06010");

        byte[] data = CryptogramData.listed(CryptogramVersion.VISA_10, List.of("9F36", "9F10", "9F02"))
                .from(tag -> HEX.parseHex(tags.get(tag)));

        assertThat(HEX.formatHex(data)).isEqualTo("001C" + "03A06010" + "000000004000");
    }

    @Test
    void shouldNameMissingTagsAndTheVersionWhenTheMessageLacksSome() {
        Map<String, String> tags = new HashMap<>(VISA);
        tags.remove("9F1A");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cryptogram(CryptogramVersion.VISA_18, tags))
                .withMessage("the cryptogram of CVN 18 needs tags 9F1A, 9F10, which the message does not have");

        tags.put("9F1A", "0124");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cryptogram(CryptogramVersion.MASTERCARD_21, tags))
                .withMessage("the cryptogram of CVN M21 needs tag 9F10, which the message does not have");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 06010A03A060, 6, bytes 4 to 7",
        "M16, 0110A000032200, 7, bytes 3 to 8",
        "M17, 0111A000032200000000, 10, bytes 3 to 8 and 11 to 18",
    })
    void shouldSayWhichBytesItTakesWhenIssuerDataAreTooShort(String cvn, String data, int length, String taken) {
        Map<String, String> tags = new HashMap<>(VISA);
        tags.put("9F10", data);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cryptogram(CryptogramVersion.of(cvn), tags))
                .withMessage(
                        "the issuer application data (tag 9F10) have %d bytes, but the cryptogram takes %s of them",
                        length, taken);
    }

    @Test
    void shouldNameWhatIsKnownWhenAVersionIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CryptogramVersion.of("17"))
                .withMessage("there is no CVN '17'; known are 10, 14, 18, 22, M16, M17, M20, M21");
    }

    private static byte[] cryptogram(CryptogramVersion version, Map<String, String> tags) {
        byte[] data =
                CryptogramData.of(version).from(tag -> tags.containsKey(tag) ? HEX.parseHex(tags.get(tag)) : null);
        return ApplicationCryptogram.of(key(version.cryptogramKey(), tags), data, version.padding());
    }

    private static CipherKey key(SessionKeyMethod method, Map<String, String> tags) {
        return method.derive(
                CardKeyOption.A.derive(ISSUER, CARD), HEX.parseHex(COUNTER), HEX.parseHex(tags.get("9F37")));
    }
}
