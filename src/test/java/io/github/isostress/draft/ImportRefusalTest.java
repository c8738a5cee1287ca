package io.github.isostress.draft;

import static io.github.isostress.draft.Imports.ASCII;
import static io.github.isostress.draft.Imports.BINARY;
import static io.github.isostress.draft.Imports.assertThatRefusalOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be imported, and why. */
class ImportRefusalTest {
    private static final String PAN = "4761739001010119";

    @Test
    void shouldRefuseWhenThereIsNothing() {
        assertThatRefusalOf(ASCII, " \n ").isEqualTo("there is nothing to import");
    }

    @Test
    void shouldNameThePlaceWhenACharacterIsNoHexDigit() {
        assertThatRefusalOf(ASCII, "30 32\n30 3Z")
                .isEqualTo("line 2, character 5: this is no hex digit; paste a hex dump, an array or"
                        + " a text in quotes with its escapes, jPOS <isomsg> XML, or JSON");
    }

    @Test
    void shouldRefuseWhenADigitIsMissing() {
        assertThatRefusalOf(ASCII, "30 32 3").isEqualTo("the dump has an odd number of hex digits (5)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 32 ** ** 30",
                "0000  30 ** ** 30  0**0",
                "0000  30 32 30 30 30 ** ** **  00 00 00 00 00 00 00 00  ........\n0010  31  1"
            })
    void shouldRefuseWhenDumpIsMasked(String dump) {
        assertThatRefusalOf(ASCII, dump).isEqualTo("line 1: the dump is masked (**): its bytes are lost");
    }

    @Test
    void shouldRefuseWhenARowIsTooShort() {
        assertThatRefusalOf(ASCII, "0000  30 32 30\n0004  30")
                .isEqualTo("line 1: 4 bytes are expected, as the next offset tells, and 3 are there");
    }

    @Test
    void shouldRefuseWhenARowIsMissing() {
        assertThatRefusalOf(ASCII, "0000  " + "30 ".repeat(16) + "\n0050  30").startsWith("line 2: its offset");
    }

    @Test
    void shouldRefuseWhenThereAreTwoDumps() {
        assertThatRefusalOf(ASCII, "0000  30 32\n0000  30 32")
                .isEqualTo("line 2: the dump begins again at offset 0; paste one message at a time");
    }

    @Test
    void shouldRefuseWhenARowHasNoOffset() {
        assertThatRefusalOf(ASCII, "0000  30 32\n33 34\n0002  30").startsWith("line 2: these bytes have no offset");
    }

    @Test
    void shouldRefuseWhenToolSwapsBytes() {
        assertThatRefusalOf(ASCII, "0000000 3230 3030\n0000004").contains("swaps bytes");
    }

    @Test
    void shouldTellTheReasonOfTheDecoderWhenMessageCannotBeRead() {
        assertThatRefusalOf(BINARY, "0800 0020000000000000 0000")
                .isEqualTo("element 11 at byte 10 of 12 cannot be read with packager iso87binary: "
                        + "its bytes do not fit IFB_NUMERIC of length 6 (or the message ends inside it)");
    }

    @Test
    void shouldRefuseWhenBytesFollowTheMessage() {
        assertThatRefusalOf(BINARY, "0800 0020000000000000 000042 FFFF")
                .isEqualTo("2 bytes follow the last element; is iso87binary the right packager?");
    }

    @Test
    void shouldRefuseWhenMtiIsNone() {
        assertThatRefusalOf(ASCII, "41424344 30303230303030303030303030303030 303030303432")
                .startsWith("the message does not begin with four digits");
    }

    @Test
    void shouldRefuseWhenXmlIsOfAnotherKind() {
        assertThatRefusalOf(ASCII, "<iso8583/>").isEqualTo("the XML has no <isomsg> element");
    }

    @Test
    void shouldNameTheLineWhenXmlIsNotWellFormed() {
        assertThatRefusalOf(ASCII, "<log>\n<isomsg>\n<field id='2' value='" + PAN + "'>\n</isomsg>")
                .startsWith("line 4")
                .doesNotContain(PAN);
    }

    @Test
    void shouldNameTheLineWhenFieldHasNoNumber() {
        assertThatRefusalOf(ASCII, "<isomsg>\n<field id='x' value='1'/></isomsg>")
                .isEqualTo("line 2: <field> has no number in its attribute id");
    }

    @Test
    void shouldRefuseWhenXmlEndsTooEarly() {
        assertThatRefusalOf(ASCII, "<isomsg><field id='0' value='0200'/>").startsWith("line 1");
    }

    @Test
    void shouldRefuseSoonWhenXmlIsNestedWithoutEnd() {
        assertThatRefusalOf(ASCII, "<isomsg id='2'>".repeat(60_000))
                .isEqualTo("line 1: elements are nested deeper than 16");
    }

    @Test
    void shouldReadNoFileWhenXmlNamesOne() {
        assertThatRefusalOf(
                        ASCII,
                        "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><isomsg><field id='48'>&f;</field></isomsg>")
                .startsWith("line 1")
                .doesNotContain("root");
    }

    @Test
    void shouldNameTheElementWhenItsValueBreaksARule() {
        assertThatRefusalOf(ASCII, "{\"0\":\"0800\",\"41\":\"TERMINAL1\"}")
                .isEqualTo("element 41: has 9 characters, at most 8 are allowed");
    }

    @Test
    void shouldRefuseWhenValueLooksLikeAnExpression() {
        assertThatRefusalOf(ASCII, "{\"0\":\"0800\",\"48\":\"${__groovy(1)}\"}")
                .startsWith("element 48: its value holds ${");
    }

    @Test
    void shouldRefuseWhenElementsHaveNoPackager() {
        assertThatRefusalOf(null, "{\"0\":\"0800\"}").contains("need a packager");
    }

    @Test
    void shouldNameTheLineWhenJsonIsNotWellFormed() {
        assertThatRefusalOf(ASCII, "{\"0\":\"0800\",\n\"2\":\"" + PAN + "\",\n}")
                .isEqualTo("line 3: the JSON is not well-formed here")
                .doesNotContain(PAN);
    }

    @Test
    void shouldRefuseWhenAnElementComesTwice() {
        assertThatRefusalOf(ASCII, "{\"0\":\"0800\",\"2\":\"1\",\"002\":\"1\"}")
                .isEqualTo("element 2 comes a second time");
        assertThatRefusalOf(ASCII, "{\"0\":\"0800\",\"2\":\"1\",\"2\":\"1\"}")
                .endsWith("an element comes a second time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"0\":\"0800\",\"" + PAN + "\":\"1\"}",
                "{\"0\":\"0800\",\"2\":\"" + PAN + "x\"}",
                "<isomsg><field id='0' value='0200'/><field id='2' value='" + PAN + "x'/></isomsg>",
                PAN + "x",
                PAN
            })
    void shouldNotRepeatTheCardNumberWhenTextIsRefused(String text) {
        assertThatRefusalOf(ASCII, text).doesNotContain(PAN, PAN.substring(0, 9), PAN.substring(6));
    }

    @Test
    void shouldRefuseWhenSeveralRunsOfHexDigitsStandAmongWords() {
        String run = "0800822000000000000004000000000000";

        assertThatRefusalOf(null, "Sent " + run + "\nReceived " + run).contains("no hex digit");
        assertThatRefusalOf(null, "Sent " + run + "\n  0722\n").contains("no hex digit");
    }

    @Test
    void shouldTellThatTheLogIsMaskedWhenValuesAreWiped() {
        assertThatRefusalOf(
                        ASCII,
                        "<isomsg><field id=\"0\" value=\"0200\"/><field id=\"2\" value=\"411111______1111\"/></isomsg>")
                .contains("element 2 is masked");
    }

    @Test
    void shouldRefuseWhenTextRepeatsWordsOfSourceCode() {
        assertThatRefusalOf(null, "public static final ".repeat(50_000)).contains("no hex digit");
    }
}
