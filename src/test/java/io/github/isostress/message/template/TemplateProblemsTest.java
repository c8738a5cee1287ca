package io.github.isostress.message.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import io.github.isostress.message.value.Expression;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything that is wrong with a template that is being written. */
class TemplateProblemsTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final IsoPackager OWN = OwnPackager.withEverything();

    private static List<TemplateProblem> problems(IsoPackager packager, String... lines) {
        return MessageTemplate.problems(String.join("\n", lines), Optional.ofNullable(packager), new Variables());
    }

    @Test
    void shouldFindNothingWhenTemplateIsRight() {
        assertThat(problems(
                        ASCII, "# purchase", "0 0200", "2 ${PAN}", "41 \"TERM01  \"", "128 00 01 02 03 04 05 06 07"))
                .isEmpty();
    }

    @Test
    void shouldFindEveryProblemWhenThereAreSeveral() {
        assertThat(problems(
                        BINARY,
                        "0 0200",
                        "stan 1",
                        "4 12A4",
                        "41 TERMINAL1",
                        "52 012",
                        "11 000001",
                        "11 000002",
                        "hex 30",
                        "55.9F02 1x",
                        "55.1F 00",
                        "60 ${LATER}"))
                .extracting(TemplateProblem::line, TemplateProblem::rule)
                .containsExactly(
                        tuple(2, "'stan' is no data element: write a number such as 11, 48.1 or 55.9F02"),
                        tuple(3, "is numeric, and character 3 of its value is no digit"),
                        tuple(4, "has 9 characters, at most 8 are allowed"),
                        tuple(5, "is binary, and its value has an odd number of hex digits (3)"),
                        tuple(7, "element 11 is set a second time, first in line 6"),
                        tuple(8, "a hex line must come before the elements that replace parts of it"),
                        tuple(9, "is binary, and character 2 of its value is no hex digit"),
                        tuple(10, "1F is no BER-TLV tag (ISO/IEC 7816-4)"));
    }

    @Test
    void shouldNameEveryLineWhenPackagerDoesNotDefineTheElement() {
        assertThat(problems(Packagers.builtIn("cmf"), "0 0800", "91.1 A", "91.2 B"))
                .extracting(TemplateProblem::line)
                .containsExactly(2, 3);
    }

    @Test
    void shouldFindTheProblemsOfPartsWhenAnotherPartIsAVariable() {
        assertThat(problems(OWN, "0 0200", "48.1 ${KIND}", "48.2 " + "x".repeat(21), "48.3 A", "48.4 B", "48.A C"))
                .extracting(TemplateProblem::line)
                .containsExactly(3, 4, 5, 6);
    }

    @Test
    void shouldNameEveryPartWhenElementIsSetAsAWholeToo() {
        assertThat(problems(OWN, "0 0200", "48 AB03ref0007", "48.1 AB", "48.2 ref"))
                .extracting(TemplateProblem::line, TemplateProblem::rule)
                .containsExactly(
                        tuple(3, "element 48 is already set as a whole in line 2"),
                        tuple(4, "element 48 is already set as a whole in line 2"));
    }

    @Test
    void shouldShowTheMissingMtiAtTheFirstElement() {
        assertThat(problems(ASCII, "# no MTI", "", "11 000001", "12 101010"))
                .extracting(TemplateProblem::line, TemplateProblem::rule)
                .containsExactly(tuple(3, "the template has no MTI: begin with a line such as 0 0200"));
    }

    @Test
    void shouldNotMissTheMtiWhenItsLineIsWrong() {
        assertThat(problems(ASCII, "0 02A0", "11 000001"))
                .extracting(TemplateProblem::line, TemplateProblem::rule)
                .containsExactly(tuple(1, "is numeric, and character 3 of its value is no digit"));
    }

    @Test
    void shouldMarkEveryElementWhenThereIsNoPackager() {
        assertThat(problems(null, "0 0800", "# raw", "11 000001"))
                .extracting(TemplateProblem::line, TemplateProblem::rule)
                .containsExactly(
                        tuple(1, "elements need a packager, and the connection has none"),
                        tuple(3, "elements need a packager, and the connection has none"));
    }

    @Test
    void shouldNameTheVeryLineWhenAHexLineIsWrong() {
        assertThat(problems(null, "hex 30 32", "hex 30 3Z", "hex ${REST}", "hex x"))
                .extracting(TemplateProblem::line, TemplateProblem::rule)
                .containsExactly(
                        tuple(2, "is binary, and character 5 of its value is no hex digit"),
                        tuple(4, "is binary, and character 1 of its value is no hex digit"));
    }

    @Test
    void shouldTakeHexLinesTogetherWhenOneEndsInsideAByte() {
        assertThat(problems(null, "hex 303", "hex 2")).isEmpty();
        assertThat(problems(null, "hex 303", "hex 20"))
                .extracting(TemplateProblem::line, TemplateProblem::rule)
                .containsExactly(tuple(1, "is binary, and its value has an odd number of hex digits (5)"));
    }

    @Test
    void shouldFindWhatDoesNotFitTheCapturedMessageWhenBothAreConstant() {
        assertThat(problems(BINARY, "hex 0800 0000000000000200 0003 9F3605", "55.9F36 0001", "41 TERMINAL1"))
                .extracting(TemplateProblem::line, TemplateProblem::rule)
                .containsExactly(
                        tuple(2, "element 55 of the captured message is no BER-TLV data"),
                        tuple(3, "has 9 characters, at most 8 are allowed"));
    }

    @Test
    void shouldFindAnExpressionWhenItCannotBeCompiled() {
        Expression.Compiler compiler = text -> {
            if (text.contains("${__(")) {
                throw new IllegalArgumentException(text + " cannot be compiled");
            }
            return Expression.constant(text);
        };

        assertThat(MessageTemplate.problems("0 0800\n11 ${__(\n48 4761739001010119${__(", Optional.of(ASCII), compiler))
                .extracting(TemplateProblem::line, TemplateProblem::rule)
                .containsExactly(
                        tuple(2, "${__( cannot be compiled"), tuple(3, "****************${__( cannot be compiled"));
    }

    @Test
    void shouldSaySoWhenTemplateIsEmpty() {
        assertThat(problems(ASCII, "", "# soon"))
                .extracting(TemplateProblem::line, TemplateProblem::rule)
                .containsExactly(tuple(1, "the template is empty: it needs element lines or a hex line"));
    }
}
