package io.github.isostress.message.masking;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.describe.DescribedElement;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of an element's value, and what is not. */
class MaskingTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final String PAN = "4761739001010119";

    /** The value in the one line that describes an element beside the MTI. */
    private static String shown(IsoPackager packager, String line) throws Exception {
        byte[] message = message(packager, "0 0200", line);
        List<DescribedElement> elements =
                MessageDescriber.masked(message, 0, decode(packager, message)).elements();
        return elements.get(elements.size() - 1).shown().strip();
    }

    @Test
    void shouldShowFirstSixAndLastFourWhenElementIsThePan() throws Exception {
        assertThat(shown(BINARY, "2 " + PAN)).isEqualTo("476173******0119");
    }

    @ParameterizedTest
    @CsvSource({"476173900101, 476173**0101", "4761739001, **********", "47617, *****"})
    void shouldNotShowMoreThanSixAndFourWhenPanIsShort(String pan, String shown) throws Exception {
        assertThat(shown(ASCII, "2 " + pan)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "35 " + PAN + "=28122010000000000000",
                "36 01" + PAN + "=28122010000000000000",
                "45 B" + PAN + "^DOE/JOHN^2812201",
                "52 0123456789ABCDEF",
                "53 0123456789012345",
                "96 000102030405060708090A0B0C0D0E0F"
            })
    void shouldShowOnlyTheLengthWhenElementIsATrackOrSecret(String line) throws Exception {
        assertThat(shown(ASCII, line)).isEqualTo("*".repeat(line.length() - 3));
    }

    @Test
    void shouldShowOnlyTheLengthWhenPackagerNamesAPartASecret() throws Exception {
        assertThat(shown(Packagers.builtIn("cmf"), "49.2 1234")).isEqualTo("****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CARD SECURITY CODE", "Card validation code 2", "CSC", "ENCIPHERED (PIN) BLOCK"})
    void shouldHideThePartWhenItsNameSaysThatItIsASecret(String name) {
        assertThat(Masking.ofPart(Masking.SEARCHED, name)).isEqualTo(Masking.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "57, 4761739001010119D2812201",
        "5F20, 444F452F4A4F484E",
        "99, 1234567890ABCDEF",
        "9F1F, 30313233",
        "DF812A, 30313233"
    })
    void shouldShowOnlyTheLengthWhenTagIsATrackOrSecret(String tag, String value) throws Exception {
        assertThat(shown(BINARY, "55." + tag + " " + value)).isEqualTo("*".repeat(value.length()));
    }

    @Test
    void shouldShowFirstSixAndLastFourWhenTagIsThePan() throws Exception {
        assertThat(shown(BINARY, "55.5A " + PAN)).isEqualTo("476173******0119");
    }

    @Test
    void shouldMaskThePanWhenItsTagIsInsideAnother() throws Exception {
        assertThat(shown(BINARY, "55.70 5A08" + PAN)).isEqualTo("476173******0119");
    }

    @Test
    void shouldMaskThePanWhenItsTagIsWrittenInHexDigitsInText() throws Exception {
        assertThat(shown(ASCII, "55 5A08" + PAN)).isEqualTo("476173******0119");
    }

    @Test
    void shouldMaskThePanWhenDataObjectsAreDamaged() throws Exception {
        assertThat(shown(ASCII, "55 5A09" + PAN)).startsWith("5A0").endsWith("*".repeat(16));
    }

    @ParameterizedTest
    @ValueSource(ints = {46, 47, 48, 54, 60, 61, 62, 63, 104, 112, 120, 125, 127})
    void shouldMaskThePanWhenItStandsBetweenOtherDigitsOfAPrivateElement(int element) throws Exception {
        assertThat(shown(ASCII, element + " 0016" + PAN + "281212")).matches("00\\d*\\*{16,}\\d*");
    }

    @ParameterizedTest
    @ValueSource(ints = {43, 44, 102, 103})
    void shouldMaskThePanWhenItStandsAloneInAnotherElement(int element) throws Exception {
        assertThat(shown(ASCII, element + " A " + PAN)).isEqualTo("A " + "*".repeat(16));
    }

    @Test
    void shouldMaskTheTrackWhenItFollowsThePanInAPrivateElement() throws Exception {
        assertThat(shown(ASCII, "48 T2;" + PAN + "=28122010000000000000?")).isEqualTo("T2;" + "*".repeat(37) + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4761 7390 0101 0119", "4761-7390-0101-0119", "PAN 4761739001010119001 end"})
    void shouldMaskThePanWhenItsDigitsAreGroupedOrRunOn(String value) throws Exception {
        assertThat(shown(ASCII, "63 " + value)).doesNotContain("4761", "7390").contains("*");
        assertThat(shown(ASCII, "44 " + StringUtils.left(value, 25))).doesNotContain("4761", "7390");
    }

    @Test
    void shouldMaskNameAndDiscretionaryDataWhenTrack1IsInAPrivateElement() throws Exception {
        assertThat(shown(ASCII, "62 B" + PAN + "^SMITH/JOHN^29122011143804400123"))
                .doesNotContain("SMITH", "2912", "00123")
                .startsWith("B*");
    }

    @Test
    void shouldMaskThePanWhenPrivateElementIsNotPrintable() throws Exception {
        assertThat(shown(OwnPackager.withEverything(), "60 \u00ab" + PAN + "\u00bb"))
                .isEqualTo("AB" + "**".repeat(16) + "BB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4761739001010119", "34373631373339303031303130313139", "F4F7F6F1F7F3F9F0F0F1F0F1F0F1F1F9"})
    void shouldMaskThePanWhenItIsInABinaryElement(String pan) throws Exception {
        assertThat(shown(Packagers.builtIn("cmf"), "104 FFAA" + pan + "FF"))
                .isEqualTo("FFAA" + "*".repeat(pan.length()) + "FF");
    }

    @Test
    void shouldShowDigitsWhenNoNumberAmongThemPassesForACardNumber() throws Exception {
        assertThat(shown(ASCII, "48 8952548145421247")).isEqualTo("8952548145421247");
    }

    @ParameterizedTest
    @CsvSource({
        "iso87ascii, 4, 000000012345",
        "iso87ascii, 7, 1121093042",
        "iso87ascii, 11, 000042",
        "iso87ascii, 39, 00",
        "iso87ascii, 37, 633214761733",
        "iso87ascii, 42, 123456789012345",
        "iso87ascii, 86, 0000000000000000",
        "iso87ascii, 97, C0000000000000000",
        "cmf, 4, 8402000000001000",
        "cmf, 4, 8402000000001018",
        "cmf, 12, 20261121093042",
        "cmf, 12, 20261121093043",
        "iso93ascii, 56, 020000004211281413110612345678901",
        "iso87ascii, 48, 20261128141311",
        "iso87ascii, 48, 00000000000000000000"
    })
    void shouldShowTheValueWhenElementIsAnAmountATimeOrANumber(String packager, int element, String value)
            throws Exception {
        assertThat(shown(Packagers.builtIn(packager), element + " " + value)).isEqualTo(value);
    }
}
