package io.github.isostress.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a packager says it defines, in the standard's notation. */
class DefinedElementTest {

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
