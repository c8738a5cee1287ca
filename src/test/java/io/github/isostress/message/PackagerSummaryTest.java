package io.github.isostress.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import org.junit.jupiter.api.Test;

/** A packager at a glance. */
class PackagerSummaryTest {

    @Test
    void shouldTellThatAllIsPackedWhenPackagerIsBinary() {
        assertThat(PackagerSummary.of(Packagers.builtIn("iso87binary")))
                .isEqualTo(String.join(
                        "\n",
                        "iso87binary: 127 data elements, 2 to 128",
                        "MTI: n 4, packed BCD (2 bytes)",
                        "Bitmap: binary, for elements up to 128",
                        "Lengths in front of values: BCD digits",
                        "DE 2 n..19, DE 4 n 12, DE 48 ans..999, DE 55 b..999, DE 60 ans..999, DE 127 ans..999"));
    }

    @Test
    void shouldTellThatAllIsDigitsWhenPackagerIsAscii() {
        assertThat(PackagerSummary.of(Packagers.builtIn("iso87ascii")))
                .contains(
                        "MTI: n 4, ASCII digits (4 bytes)",
                        "Bitmap: hex digits in ASCII, for elements up to 128",
                        "Lengths in front of values: ASCII digits\n");
    }

    @Test
    void shouldTellPartsAndMixedLengthsWhenPackagerIsAUsersOwn() {
        assertThat(PackagerSummary.of(OwnPackager.withEverything()))
                .contains(
                        "Lengths in front of values: ASCII digits (5 DEs), a binary number (2 DEs), "
                                + "EBCDIC digits (1 DE)",
                        "Made of parts: DE 48 3 parts, DE 55 BER-TLV, DE 62 3 parts, DE 127 2 parts");
    }

    @Test
    void shouldTellTheHeaderWhenPackagerHasOne() {
        assertThat(PackagerSummary.of(OwnPackager.withHeader())).contains("Header in front of the MTI: 5 bytes");
    }
}
