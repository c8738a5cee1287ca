package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.assertThatRefusalOf;
import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.template;
import static io.github.isostress.message.support.Messages.text;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a line of a template, read off the ASCII message it gives. */
class TemplateLanguageTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");

    @Test
    void shouldJoinMtiBitmapAndElementsWhenLinesGiveThem() throws Exception {
        assertThat(text(message(ASCII, "0 0800", "11 000001"))).isEqualTo("0800" + "0020000000000000" + "000001");
    }

    @Test
    void shouldPutElementsInOrderOfTheirNumbersWhenLinesAreNot() throws Exception {
        assertThat(message(ASCII, "12 101112", "0 0800", "11 000001"))
                .isEqualTo(message(ASCII, "0 0800", "11 000001", "12 101112"));
    }

    @Test
    void shouldSkipCommentsAndEmptyLinesWhenTemplateHasThem() throws Exception {
        assertThat(message(ASCII, "# a sign-on", "", "  0 0800", "   # its number", "11 000001", ""))
                .isEqualTo(message(ASCII, "0 0800", "11 000001"));
    }

    @Test
    void shouldKeepNumberSignWhenItStandsInAValue() throws Exception {
        assertThat(text(message(ASCII, "0 0800", "48 A # B"))).endsWith("005A # B");
    }

    @Test
    void shouldTakeLinesApartWhenTheyEndAsOnWindows() throws Exception {
        assertThat(message(ASCII, "0 0800\r\n11 000001\r\n")).isEqualTo(message(ASCII, "0 0800", "11 000001"));
    }

    @Test
    void shouldTakeEqualsSignForTheSeparatorWhenItFollowsThePath() throws Exception {
        assertThat(message(ASCII, "0=0800", "11 = 000001", "70\t301"))
                .isEqualTo(message(ASCII, "0 0800", "11 000001", "70 301"));
    }

    @Test
    void shouldKeepEqualsSignOfTrack2WhenBlankSeparates() throws Exception {
        byte[] message = message(ASCII, "0 0200", "35 4761739001010119=28122010000000000000");

        assertThat(value(decode(ASCII, message), "35")).isEqualTo("4761739001010119=28122010000000000000");
    }

    @Test
    void shouldKeepOuterBlanksWhenValueIsQuoted() throws Exception {
        assertThat(text(message(ASCII, "0 0800", "48 \"  A \""))).endsWith("004" + "  A ");
    }

    @Test
    void shouldDropOuterBlanksWhenValueIsNotQuoted() throws Exception {
        assertThat(text(message(ASCII, "0 0800", "48    A   "))).endsWith("001" + "A");
    }

    /** First the ones that were reported; what a line is, and what is sent. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "48 =ABC             | =ABC",
                "48 = =ABC           | =ABC",
                "48 #1               | #1",
                "48 \"a\":\"b\"       | \"a\":\"b\"",
                "48==ABC             | =ABC",
                "48 ==               | ==",
                "48 = ABC            | ABC",
                "48=ABC              | ABC",
                "48= ABC             | ABC",
                "48 A=B              | A=B",
                "48 A = B            | A = B",
                "48 A #1             | A #1",
                "48 \"=\"             | =",
                "48 \"= A\"           | = A",
                "48 \"a\",\"b\"       | \"a\",\"b\"",
                "48 \"a\":\"\"        | \"a\":\"\"",
                "48 \"a\"b            | \"a\"b",
                "48 \"                | \"",
                "48 \"a               | \"a",
                "48 a\"               | a\"",
                "48 a\"b              | a\"b",
                "48 \"a\"             | a",
                "48 \"\"\"a\"\"\"     | \"a\"",
                "48 \"say \"\"A\"\"\" | say \"A\"",
                "48 \"' \"            | `' `",
                "48 'a'              | 'a'",
                "48 \\x41\\n           | \\x41\\n",
                "48 {\"k\":[1,2]}     | {\"k\":[1,2]}",
            })
    void shouldSendAValueAsItIsTypedWhenItHoldsSignsOfTheLanguage(String line, String sent) throws Exception {
        assertThat(value(decode(ASCII, message(ASCII, "0 0800", line)), "48")).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"a\":\"b\"\"", "\"a\"b\"", "\"\"\""})
    void shouldRefuseAValueWhenItsQuotesDoNotTellWhatIsMeant(String value) {
        assertThatRefusalOf(ASCII, "0 0800", "48 " + value)
                .isEqualTo("line 2: the value is in quotes and has quotes of its own: write each of those twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"48 =", "48 = ", "48\t="})
    void shouldRefuseAnEqualsSignWhenItMayBeSeparatorOrValue(String line) {
        assertThatRefusalOf(ASCII, "0 0800", line)
                .isEqualTo("line 2: write a value that is an equals sign alone as \"=\"");
    }

    @Test
    void shouldPadAsThePackagerDoesWhenValueIsShort() throws Exception {
        assertThat(text(message(ASCII, "0 0200", "4 1000", "41 T1"))).endsWith("000000001000" + "T1      ");
    }

    @Test
    void shouldTakeHexDigitsWhenElementIsBinary() throws Exception {
        IsoPackager binary = Packagers.builtIn("iso87binary");

        assertThat(value(decode(binary, message(binary, "0 0200", "52 01 23 45 67 89 ab cd ef")), "52"))
                .isEqualTo("0123456789ABCDEF");
    }

    @Test
    void shouldLeaveElementOutWhenItsValueComesOutEmpty() throws Exception {
        MessageTemplate template = template(
                ASCII, new Variables().with("STAN", "000001").with("EXTRA", ""), "0 0800", "11 ${STAN}", "60 ${EXTRA}");

        assertThat(template.fill().bytes()).isEqualTo(message(ASCII, "0 0800", "11 000001"));
    }

    @Test
    void shouldLeaveSecondBitmapOutWhenNoElementIsLeftInIt() throws Exception {
        MessageTemplate template =
                template(ASCII, new Variables().with("CODE", ""), "0 0800", "11 000001", "70 ${CODE}");

        assertThat(text(template.fill().bytes())).isEqualTo("0800" + "0020000000000000" + "000001");
    }

    @Test
    void shouldLeaveElementOutWhenItHasNoValueAtAll() throws Exception {
        assertThat(message(ASCII, "0 0800", "11 000001", "60", "61 ")).isEqualTo(message(ASCII, "0 0800", "11 000001"));
    }

    @Test
    void shouldJoinTextAndVariablesWhenValueHasBoth() throws Exception {
        MessageTemplate template =
                template(ASCII, new Variables().with("A", "12").with("B", "34"), "0 0800", "48 x${A}y${B}z");

        assertThat(text(template.fill().bytes())).endsWith("007x12y34z");
    }
}
