package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.assertThatRefusalOf;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Variables;
import org.junit.jupiter.api.Test;

/** Mistakes with a captured message. */
class CapturedMessageRefusalTest {
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");

    @Test
    void shouldRefuseWhenHexLineHasNoDigits() {
        assertThatRefusalOf(null, "hex").isEqualTo("line 1: there are no hex digits");
    }

    @Test
    void shouldRefuseWhenVariableForHexLineComesOutEmpty() {
        assertThatRefusalOf(null, new Variables().with("M", " "), "", "hex ${M}")
                .isEqualTo("line 2: there are no hex digits");
    }

    @Test
    void shouldRefuseWhenADigitIsMissing() {
        assertThatRefusalOf(null, "hex 3032 3").contains("line 1: ", "odd number of hex digits (5)");
    }

    @Test
    void shouldRefuseWhenACharacterIsNoHexDigit() {
        assertThatRefusalOf(null, "hex 30 3Z").contains("line 1: ", "character 5", "no hex digit");
    }

    @Test
    void shouldRefuseWhenHexLineFollowsElements() {
        assertThatRefusalOf(BINARY, "0 0200", "hex 0200")
                .isEqualTo("line 2: a hex line must come before the elements that replace parts of it");
    }

    @Test
    void shouldRefuseWhenSecondLineOfHexDoesNotSaySo() {
        assertThatRefusalOf(BINARY, "hex 02 00 00 20", "00 00 00 00 00 00")
                .isEqualTo("line 2: begin every line of a captured message with hex");
    }

    @Test
    void shouldRefuseWhenSecondLineOfHexIsARunOfDigits() {
        assertThatRefusalOf(BINARY, "hex 02000020", "00000000000000004200")
                .isEqualTo("line 2: begin every line of a captured message with hex");
    }

    @Test
    void shouldRefuseWhenWholeMessageIsPastedWithoutSayingHex() {
        assertThatRefusalOf(BINARY, "08000020000000000000000042")
                .isEqualTo("line 1: begin every line of a captured message with hex");
    }

    @Test
    void shouldRefuseWhenElementsAreReplacedWithoutPackager() {
        assertThatRefusalOf(null, "hex 3032", "11 000001")
                .isEqualTo("line 2, element 11: elements need a packager, and the connection has none");
    }

    @Test
    void shouldNameElementAndByteWhenMessageCannotBeRead() {
        assertThatRefusalOf(BINARY, "hex 0800 0020000000000000 0000", "11 000001")
                .isEqualTo("line 1: element 11 at byte 10 of 12 cannot be read with packager iso87binary: "
                        + "its bytes do not fit IFB_NUMERIC of length 6 (or the message ends inside it)");
    }

    @Test
    void shouldNameElementWhenMessageEndsBeforeIt() {
        assertThatRefusalOf(BINARY, "hex 0800 0020000000000000", "11 000001")
                .endsWith("the message of 10 bytes ends before it");
    }

    @Test
    void shouldRefuseWhenBytesFollowTheLastElement() {
        assertThatRefusalOf(BINARY, "hex 0800 0020000000000000 000042 FFFF", "11 000001")
                .isEqualTo("line 1: 2 bytes follow the last element; is iso87binary the right packager?");
    }

    @Test
    void shouldRefuseWhenElementWithTagsIsNoTlvData() {
        assertThatRefusalOf(BINARY, "hex 0800 0000000000000200 0003 9F3605", "55.9F36 0001")
                .isEqualTo("line 2, element 55.9F36: element 55 of the captured message is no BER-TLV data");
    }

    @Test
    void shouldRefuseWhenVariableInHexLineIsUnknown() {
        assertThatRefusalOf(null, "hex 3032 ${STAN}")
                .isEqualTo("line 1: a variable or function in ${STAN} has no value");
    }
}
