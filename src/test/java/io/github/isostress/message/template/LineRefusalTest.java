package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.assertThatRefusalOf;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import org.junit.jupiter.api.Test;

/** Mistakes in the lines of a template, and in the template as a whole. */
class LineRefusalTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");

    @Test
    void shouldRefuseWhenTemplateIsEmpty() {
        assertThatRefusalOf(ASCII, "").isEqualTo("the template is empty: it needs element lines or a hex line");
    }

    @Test
    void shouldRefuseWhenTemplateIsNothingButComments() {
        assertThatRefusalOf(ASCII, "# soon", "").startsWith("the template is empty");
    }

    @Test
    void shouldRefuseWhenThereIsNoMti() {
        assertThatRefusalOf(ASCII, "11 000001").isEqualTo("the template has no MTI: begin with a line such as 0 0200");
    }

    @Test
    void shouldRefuseWhenThereIsNothingButAnMti() {
        assertThatRefusalOf(ASCII, "0 0800").isEqualTo("the message has no element besides its MTI");
    }

    @Test
    void shouldRefuseWhenElementsHaveNoPackager() {
        assertThatRefusalOf(null, "# raw", "0 0800", "11 000001")
                .isEqualTo("line 2, element 0: elements need a packager, and the connection has none");
    }

    @Test
    void shouldRefuseWhenElementIsSetTwice() {
        assertThatRefusalOf(ASCII, "0 0800", "11 000001", "", "011 000002")
                .isEqualTo("line 4: element 11 is set a second time, first in line 2");
    }

    @Test
    void shouldRefuseWhenPathIsAWord() {
        assertThatRefusalOf(ASCII, "0 0800", "stan 000001")
                .isEqualTo("line 2: 'stan' is no data element: write a number such as 11, 48.1 or 55.9F02");
    }

    @Test
    void shouldRefuseWhenPathEndsWithADot() {
        assertThatRefusalOf(ASCII, "0 0800", "48. A").startsWith("line 2: '48.' is no data element");
    }

    @Test
    void shouldRefuseWhenElementIsTheBitmap() {
        assertThatRefusalOf(ASCII, "0 0800", "1 0020000000000000")
                .isEqualTo("line 2, element 1: the bitmap follows from the elements: only 8000000000000000, "
                        + "for a second bitmap even if it is empty, can be written here");
    }

    @Test
    void shouldRefuseWhenElementNumberIsTooHigh() {
        assertThatRefusalOf(ASCII, "0 0800", "193 A")
                .isEqualTo("line 2: element 193 cannot be set: data elements are 0 (the MTI) and 2 to 192, "
                        + "and the bitmap follows from them");
    }

    @Test
    void shouldRefuseWhenPackagerDoesNotDefineTheElement() {
        assertThatRefusalOf(Packagers.builtIn("cmf"), "0 0800", "91 A")
                .isEqualTo("line 2, element 91: packager cmf defines no element 91");
    }

    @Test
    void shouldRefuseWhenElementIsABitmapItself() {
        assertThatRefusalOf(OwnPackager.withEverything(), "0 0800", "65 8000000000000000")
                .isEqualTo("line 2, element 65: is a bitmap, which follows from the elements that are present");
    }

    @Test
    void shouldRefuseWhenVariableIsUnknown() {
        assertThatRefusalOf(ASCII, new Variables().with("A", "1"), "0 0800", "11 ${A}${STAN}")
                .isEqualTo("line 2, element 11: a variable or function in ${STAN} has no value");
    }

    @Test
    void shouldRefuseWhenVariableIsNotClosed() {
        assertThatRefusalOf(ASCII, "0 0800", "48 ${A")
                .isEqualTo("line 2, element 48: a variable or function in ${ has no value");
    }
}
