package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.assertThatRefusalOf;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that do not fit their element: the line, the element and the rule are named. */
class ElementRefusalTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final IsoPackager OWN = OwnPackager.withEverything();

    @ParameterizedTest
    @ValueSource(strings = {"200", "02000", "020A", "\"\""})
    void shouldRefuseWhenMtiHasNotFourDigits(String mti) {
        assertThatRefusalOf(ASCII, "0 " + mti, "11 000001").startsWith("line 1, element 0: ");
    }

    @Test
    void shouldSayTheRuleWhenMtiIsTooShort() {
        assertThatRefusalOf(ASCII, "0 200", "11 000001").isEqualTo("line 1, element 0: the MTI must have four digits");
    }

    @Test
    void shouldRefuseWhenTextIsTooLong() {
        assertThatRefusalOf(ASCII, "0 0200", "41 TERMINAL1")
                .isEqualTo("line 2, element 41: has 9 characters, at most 8 are allowed");
    }

    @Test
    void shouldRefuseWhenNumberIsTooLong() {
        assertThatRefusalOf(BINARY, "0 0200", "4 1000000001000")
                .isEqualTo("line 2, element 4: has 13 characters, at most 12 are allowed");
    }

    @Test
    void shouldRefuseWhenFilledIfVariableComesOutTooLong() throws Exception {
        assertThatRefusalOf(ASCII, new Variables().with("STAN", "1234567"), "0 0200", "11 ${STAN}")
                .isEqualTo("line 2, element 11: has 7 characters, at most 6 are allowed");
    }

    @Test
    void shouldRefuseWhenBinaryValueIsTooLong() {
        assertThatRefusalOf(BINARY, "0 0200", "52 0123456789ABCDEF00")
                .isEqualTo("line 2, element 52: has 9 bytes, at most 8 are allowed");
    }

    @Test
    void shouldRefuseWhenBinaryValueIsTooLongForItsLengthPrefix() {
        assertThatRefusalOf(Packagers.builtIn("iso93binary"), "0 1200", "53 " + "AB".repeat(120))
                .isEqualTo("line 2, element 53: has 120 bytes, at most 48 are allowed");
    }

    @Test
    void shouldRefuseWhenBinaryValueOfFixedLengthIsTooShort() {
        assertThatRefusalOf(BINARY, "0 0200", "52 0123")
                .isEqualTo("line 2, element 52: has 2 bytes, which do not fit IFB_BINARY of length 8");
    }

    @Test
    void shouldRefuseWhenTagsTogetherAreTooLong() {
        assertThatRefusalOf(
                        Packagers.builtIn("iso93binary"),
                        "0 1200",
                        "55.9F10 " + "AB".repeat(200),
                        "55.71 " + "00".repeat(60))
                .isEqualTo("line 2, element 55: has 266 bytes, at most 255 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso87ascii", "iso87binary", "iso93ascii", "iso93binary", "cmf"})
    void shouldRefuseWhenNumericValueHasALetter(String packager) {
        assertThatRefusalOf(Packagers.builtIn(packager), "0 0200", "11 12A4")
                .isEqualTo("line 2, element 11: is numeric, and character 3 of its value is no digit");
    }

    @Test
    void shouldRefuseWhenAmountWithCurrencyHasALetter() {
        assertThatRefusalOf(Packagers.builtIn("cmf"), "0 0200", "4 840200000000100O")
                .isEqualTo("line 2, element 4: is numeric, and character 16 of its value is no digit");
    }

    @Test
    void shouldRefuseWhenAmountHasALetterBehindItsSign() {
        assertThatRefusalOf(BINARY, "0 0200", "28 D0000,150")
                .isEqualTo("line 2, element 28: is numeric, and character 6 of its value is no digit");
    }

    @Test
    void shouldSayWhatToWriteWhenTrackHasTheLetterDForItsSeparator() {
        assertThatRefusalOf(BINARY, "0 0200", "35 4761739001010119D2812")
                .endsWith("character 17 of its value is no digit (in a track, write = for D)");
    }

    @Test
    void shouldRefuseWhenTextHasACharacterThatIsNotInLatin1() {
        assertThatRefusalOf(ASCII, "0 0200", "48 10 \u20ac")
                .isEqualTo("line 2, element 48: character 4 of its value is outside ISO 8859-1");
    }

    @Test
    void shouldRefuseWhenHexDigitIsMissing() {
        assertThatRefusalOf(BINARY, "0 0200", "52 0123456789ABCDE")
                .isEqualTo("line 2, element 52: is binary, and its value has an odd number of hex digits (15)");
    }

    @Test
    void shouldRefuseWhenBinaryValueIsNotHex() {
        assertThatRefusalOf(BINARY, "0 0200", "52 0123456789ABCDXX")
                .isEqualTo("line 2, element 52: is binary, and character 15 of its value is no hex digit");
    }

    @Test
    void shouldRefuseWhenPackagerHasNoSuchPart() {
        assertThatRefusalOf(OWN, "0 0200", "48.4 A")
                .isEqualTo("line 2, element 48.4: packager own.xml has no sub-element 48.4; it has 1, 2, 3");
    }

    @Test
    void shouldRefuseWhenPartOfANumberedElementIsATag() {
        assertThatRefusalOf(OWN, "0 0200", "48.9F02 A")
                .isEqualTo("line 2, element 48.9F02: packager own.xml has no sub-element 48.9F02; it has 1, 2, 3");
    }

    @Test
    void shouldNameTheLineOfThePartWhenItsValueDoesNotFit() {
        assertThatRefusalOf(OWN, "0 0200", "62.2 1234", "62.3 01")
                .isEqualTo("line 3, element 62.3: has 1 byte, which does not fit IFB_BINARY of length 2");
    }

    @Test
    void shouldRefuseWhenElementIsSetAsAWholeAndInParts() {
        assertThatRefusalOf(OWN, "0 0200", "48.1 AB", "48 AB03ref0007")
                .isEqualTo("line 2, element 48.1: element 48 is already set as a whole in line 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1F", "9F", "9F8", "00", "FF00"})
    void shouldRefuseWhenTagIsNone(String tag) {
        assertThatRefusalOf(BINARY, "0 0200", "55." + tag + " 00")
                .startsWith("line 2, element 55." + tag + ": ")
                .contains("is no BER-TLV tag");
    }

    @Test
    void shouldRefuseWhenElementHasNoPartsOfThatNumber() {
        assertThatRefusalOf(ASCII, "0 0200", "48.1 AB")
                .isEqualTo("line 2, element 48.1: has no numbered sub-elements in this packager, "
                        + "and 1 is no BER-TLV tag of 1 to 4 bytes");
    }

    @Test
    void shouldRefuseWhenTagIsInsideOneThatHoldsAPlainValue() {
        assertThatRefusalOf(BINARY, "0 0200", "55.9F02.86 00")
                .isEqualTo("line 2, element 55.9F02.86: 9F02 holds a plain value, no tags: "
                        + "only a template such as E1 or 70 does");
    }

    @Test
    void shouldRefuseWhenValueOfATagIsNotHex() {
        assertThatRefusalOf(BINARY, "0 0200", "55.9F02 10.00")
                .isEqualTo("line 2, element 55.9F02: is binary, and character 3 of its value is no hex digit");
    }
}
