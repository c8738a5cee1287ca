package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.assertThatRefusalOf;
import static io.github.isostress.message.support.Messages.bytes;
import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import org.jpos.iso.ISOUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bitmap of a captured message, and one that a template asks for although it is empty. */
class CapturedBitmapTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final IsoPackager THREE = OwnPackager.withThreeBitmaps();
    private static final IsoPackager CARRIED = OwnPackager.withEverything();
    private static final IsoPackager EBCDIC = OwnPackager.withEbcdicBitmap();

    private static String mixed(IsoPackager packager, String captured, String... lines) throws Exception {
        String[] all = new String[lines.length + 1];
        all[0] = "hex " + captured;
        System.arraycopy(lines, 0, all, 1, lines.length);
        return hex(message(packager, all));
    }

    private static String ascii(String text) {
        return hex(text.getBytes(ISOUtil.CHARSET));
    }

    private static String ebcdic(String text) {
        return hex(text.getBytes(ISOUtil.EBCDIC));
    }

    private static String joined(String hex) {
        return hex.replace(" ", "");
    }

    @Test
    void shouldKeepEmptySecondBitmapWhenOneElementIsReplaced() throws Exception {
        assertThat(mixed(BINARY, "0800 8020000000000000 0000000000000000 000002", "11 000009"))
                .isEqualTo(joined("0800 8020000000000000 0000000000000000 000009"));
    }

    @Test
    void shouldKeepEmptySecondBitmapWhenAnElementComesAndAnotherGoes() throws Exception {
        assertThat(mixed(BINARY, "0800 8020000000000000 0000000000000000 000002", "11", "12 101112"))
                .isEqualTo(joined("0800 8010000000000000 0000000000000000 101112"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"302000000000000C", "302000000000000c"})
    void shouldKeepDigitsOfTheBitmapWhenTheyAreText(String bitmap) throws Exception {
        String elements = "000000" + "000000001000" + "000002" + "001A" + "002BB";

        assertThat(mixed(ASCII, ascii("0800" + bitmap + elements), "11 000009"))
                .isEqualTo(ascii("0800" + bitmap + elements.replace("000002", "000009")));
    }

    @Test
    void shouldKeepDigitsOfTheBitmapWhenTheyAreOfBothCases() throws Exception {
        String bitmap = "30a000000000000C";
        String elements = text(message(ASCII, "0 0800", "3 0", "4 1000", "9 1", "11 000002", "61 A", "62 B"))
                .substring(20);

        assertThat(mixed(ASCII, ascii("0800" + bitmap + elements), "11 000009"))
                .isEqualTo(ascii("0800" + bitmap + elements.replace("000002", "000009")));
    }

    @Test
    void shouldKeepEmptySecondBitmapWhenItIsText() throws Exception {
        String captured = "0800" + "80200000000000000000000000000000" + "000002";

        assertThat(mixed(ASCII, ascii(captured), "11 000009")).isEqualTo(ascii(captured.replace("000002", "000009")));
    }

    @Test
    void shouldWriteNewDigitsInLowerCaseWhenTheOthersAre() throws Exception {
        String captured = ascii("0800" + "002000000000000c" + "000002" + "001A" + "002BB");

        assertThat(mixed(ASCII, captured, "5 1", "7 1", "8 1")).startsWith(ascii("0800" + "0b2000000000000c"));
    }

    @Test
    void shouldKeepEbcdicDigitsWhenTheyAreLowerCase() throws Exception {
        String captured = ebcdic("0800" + "802000000000000c" + "0000000000000000" + "000002" + "AAAA" + "BBBB");

        assertThat(mixed(EBCDIC, captured, "11 000009"))
                .isEqualTo(ebcdic("0800" + "802000000000000c" + "0000000000000000" + "000009" + "AAAA" + "BBBB"));
    }

    @Test
    void shouldKeepEmptyThirdBitmapWhenThreeFollowEachOther() throws Exception {
        String captured = "0200 8020000000000000 8000000000000000 0000000000000000 000001";

        assertThat(mixed(THREE, captured, "11 000009"))
                .isEqualTo(joined(captured).replace("000001", "000009"));
        assertThat(decode(THREE, bytes(captured)).elements()).containsExactly(11);
    }

    @Test
    void shouldKeepEmptyThirdBitmapWhenAnElementCarriesIt() throws Exception {
        String captured = "30323030 8020000000000000 8000000000000000 303030303031 0000000000000000";

        assertThat(mixed(CARRIED, captured, "11 000009"))
                .isEqualTo(joined(captured).replace("303030303031", "303030303039"));
    }

    @Test
    void shouldKeepCarriedBitmapWhenItsLastElementGoes() throws Exception {
        String captured = hex(message(CARRIED, "0 0200", "129 5", "11 000001"));

        assertThat(mixed(CARRIED, captured, "129"))
                .isEqualTo(joined("30323030 8020000000000000 8000000000000000 303030303031 0000000000000000"));
    }

    @Test
    void shouldHaveSecondBitmapWhenTemplateAsksForIt() throws Exception {
        assertThat(hex(message(BINARY, "0 0800", "1 8000000000000000", "11 000002")))
                .isEqualTo(joined("0800 8020000000000000 0000000000000000 000002"));
        assertThat(text(message(ASCII, "0 0800", "1 8000000000000000", "11 000002")))
                .isEqualTo("0800" + "8020000000000000" + "0000000000000000" + "000002");
    }

    @Test
    void shouldHaveThirdBitmapWhenTemplateAsksForIt() throws Exception {
        assertThat(hex(message(THREE, "0 0200", "1 80000000000000008000000000000000", "11 000001")))
                .isEqualTo(joined("0200 8020000000000000 8000000000000000 0000000000000000 000001"));
        assertThat(hex(message(CARRIED, "0 0200", "1 80000000000000008000000000000000", "11 000001")))
                .isEqualTo(joined("30323030 8020000000000000 8000000000000000 303030303031 0000000000000000"));
    }

    @Test
    void shouldAddSecondBitmapWhenTemplateAsksForItInACapturedMessage() throws Exception {
        assertThat(mixed(BINARY, "0800 0020000000000000 000002", "1 8000000000000000"))
                .isEqualTo(joined("0800 8020000000000000 0000000000000000 000002"));
    }

    @Test
    void shouldAskForNothingMoreWhenTheSecondBitmapIsNotEmpty() throws Exception {
        assertThat(message(BINARY, "0 0800", "1 8000000000000000", "11 000002", "70 301"))
                .isEqualTo(message(BINARY, "0 0800", "11 000002", "70 301"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 0020000000000000", "1", "1 \"\"", "1 2", "1.2 8000000000000000", "1 ${BITMAP}"})
    void shouldRefuseWhenElementOneIsAnythingElse(String line) {
        assertThatRefusalOf(BINARY, new Variables().with("BITMAP", "8000000000000000"), "0 0800", "11 000001", line)
                .contains("line 3, element 1")
                .endsWith("the bitmap follows from the elements: only 8000000000000000, for a second bitmap even if "
                        + "it is empty, can be written here");
    }

    @Test
    void shouldNameBothWaysWhenPackagerHasThreeBitmaps() {
        assertThatRefusalOf(THREE, "0 0800", "1 C0", "11 000001")
                .endsWith("only 8000000000000000, for a second bitmap even if it is empty, and "
                        + "80000000000000008000000000000000, for a third one, too, can be written here");
    }
}
