package io.github.isostress.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.PackagerFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a packager says it defines, in the standard's notation. */
class DefinedElementTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "iso87ascii, 0, n 4",
        "iso87ascii, 2, n..19",
        "iso87ascii, 4, n 12",
        "iso87ascii, 28, x+n 8",
        "iso87ascii, 35, z..37",
        "iso87ascii, 41, ans 8",
        "iso87ascii, 48, ans..999",
        "iso87ascii, 52, b 8",
        "iso93binary, 35, z..37",
        "iso93binary, 55, b..255",
    })
    void shouldWriteTheFormatAsTheStandardDoes(String packager, int number, String format) {
        assertThat(format(Packagers.builtIn(packager), number)).isEqualTo(format);
    }

    private static String format(IsoPackager packager, int number) {
        return DefinedElement.allOf(packager).stream()
                .filter(element -> element.number() == number)
                .findFirst()
                .orElseThrow()
                .format();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48|ans..999, 3 parts",
                "55|b..999, BER-TLV",
                "62|b..255, 3 parts",
                "127|b..9999, 2 parts",
                "4|n 12"
            })
    void shouldNameWhatAnElementIsMadeOf(int number, String format) {
        assertThat(format(OwnPackager.withEverything(), number)).isEqualTo(format);
    }

    @Test
    void shouldNameEachPartWhenAnElementIsMadeOfSome() {
        assertThat(DefinedPart.allOf(OwnPackager.withEverything()))
                .contains(
                        new DefinedPart("48", "Parts that follow each other", "ans..999, 3 parts"),
                        new DefinedPart("48.1", "Kind", "ans 2"),
                        new DefinedPart("48.3", "Count", "n 4"),
                        new DefinedPart("127.25", "Inner parts", "b..999, 2 parts"),
                        new DefinedPart("127.25.2", "Amount", "n 12"))
                .extracting(DefinedPart::path)
                .doesNotContain("1", "62.0", "127.0", "127.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            11        | Trace number
            48        | Parts that follow each other
            48.1      | Kind
            48.9      | ''
            127.25.2  | Amount
            55        | ICC data
            55.9F02   | Amount, Authorised (Numeric)
            55.01.9F36| Application Transaction Counter (ATC)
            55.DF99   | ''
            60        | Private, EBCDIC
            99        | ''
            """)
    void shouldNameAPathAsThePackagerOrEmvDoes(String path, String name) {
        assertThat(DefinedPart.nameOf(OwnPackager.withEverything(), ElementPath.parse(path)))
                .isEqualTo(name);
    }

    @Test
    void shouldNamePartsByTheirTagsWhenTheyHaveSome() throws Exception {
        IsoPackager tagged = new PackagerFile(folder, PackagerFile.around("", """
                <isofieldpackager id="48" length="999" name="Tagged" class="org.jpos.iso.IFA_LLLCHAR" token="0000"
                    emitBitmap="false" packager="org.jpos.tlv.packager.TaggedSequencePackager">
                  <isofield id="0" length="1" name="Front" class="org.jpos.iso.IF_CHAR"/>
                  <isofield id="1" length="99" name="City" class="org.jpos.tlv.packager.IFTA_LLLCHAR" token="0023"/>
                  <isofield id="2" length="99" name="Any" class="org.jpos.tlv.packager.IFTA_LLLCHAR" token="####"/>
                </isofieldpackager>
                """)).packager();

        assertThat(DefinedPart.allOf(tagged))
                .extracting(DefinedPart::path, DefinedPart::name)
                .contains(tuple("48", "Tagged"), tuple("48.0", "Front"), tuple("48.0023", "City"))
                .doesNotContain(tuple("48.1", "City"));
        assertThat(DefinedPart.nameOf(tagged, ElementPath.parse("48.23"))).isEqualTo("City");
    }

    @Test
    void shouldNameTheTagsOfElementsThatMayHoldThem() {
        assertThat(DefinedPart.tagsOf(OwnPackager.withEverything()))
                .contains(new DefinedPart("55.9F02", "Amount, Authorised (Numeric)", ""))
                .allMatch(tag -> tag.path().startsWith("55."));
    }

    @Test
    void shouldLeaveBitmapsOutWhenPackagerDefinesThem() {
        assertThat(DefinedElement.allOf(OwnPackager.withEverything()))
                .extracting(DefinedElement::number)
                .startsWith(0, 2, 3)
                .doesNotContain(1, 65)
                .endsWith(150, 192);
    }

    @Test
    void shouldGiveThePackagersNames() {
        assertThat(DefinedElement.allOf(OwnPackager.withEverything()))
                .contains(new DefinedElement(11, "Trace number", "n 6"));
    }
}
