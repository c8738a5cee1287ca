package io.github.isostress.crypto.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Issuer application data are as a card of each version gives them, so that their part can be cut out again. */
class IssuerApplicationDataTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @ParameterizedTest
    @CsvSource({
        "10,  06010A03A00000",
        "14,  06010E03A00000",
        "18,  06011203A00000",
        "22,  1F220100A0000000000000000000000000000000000000000000000000000000",
        "M16, 0110A000000000000000000000000000 00FF",
        "M17, 0111A000000000000000000000000000 00FF",
        "M20, 0114A000000000000000000000000000 00FF",
        "M21, 0115A000000000000000000000000000 00FF",
    })
    void shouldHaveTheFormOfTheVersionWhenResultsAreTheUsualOnes(String cvn, String expected) {
        CryptogramVersion version = CryptogramVersion.of(cvn);

        assertThat(HEX.formatHex(IssuerApplicationData.of(version, 1, IssuerApplicationData.usualResults(version))))
                .isEqualTo(expected.replace(" ", ""));
    }

    @Test
    void shouldBePublishedOnesWhenResultsAreGiven() {
        assertThat(HEX.formatHex(IssuerApplicationData.of(CryptogramVersion.VISA_18, 1, HEX.parseHex("03A0B800"))))
                .isEqualTo("06011203A0B800");
        assertThat(HEX.formatHex(
                        IssuerApplicationData.of(CryptogramVersion.MASTERCARD_16, 1, HEX.parseHex("A00003220000"))))
                .isEqualTo("0110A00003220000000000000000000000FF");
    }

    @ParameterizedTest
    @EnumSource(CryptogramVersion.class)
    void shouldGiveTheResultsBackWhenThePartOfTheVersionIsCutOut(CryptogramVersion version) {
        byte[] results = IssuerApplicationData.usualResults(version);

        byte[] part = version.issuerDataPart().from(IssuerApplicationData.of(version, 0xFE, results));

        assertThat(HEX.formatHex(part)).contains(HEX.formatHex(results));
    }

    @Test
    void shouldSayHowLongResultsAreWhenTheyHaveAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IssuerApplicationData.of(CryptogramVersion.VISA_10, 1, new byte[5]))
                .withMessage("the card verification results of CVN 10 must have 4 bytes, not 5");
    }
}
