package io.github.isostress.jmeter.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.template.TemplateSource;
import java.util.List;
import java.util.Optional;
import org.fife.ui.rsyntaxtextarea.RSyntaxTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong with inherited lines is told where they are inherited, and where they are written. */
@ExtendWith(JMeterEnvironment.class)
class InheritedProblemsTest {
    private static final Optional<IsoPackager> PACKAGER = Optional.of(Packagers.builtIn("iso87ascii"));
    private static final TemplateSource TERMINAL = new TemplateSource("terminal", "# wrong\n41 TERM00001\n");

    @Test
    void shouldMarkTheInheritedRowAndNameItsOriginWhenItsValueBreaksItsRule() {
        OpenEditor open = OpenEditor.ofRequest("0 0200\n11 000001\n");
        open.usePackager("iso87ascii");

        open.run(() -> open.editor().setInherited(List.of(TERMINAL)));

        open.awaitStatus("2 elements, 1 inherited, 1 problem: line 2 of \"terminal\", element 41: has 9 characters");
        assertThat(open.column(Column.PROBLEM))
                .startsWith("", "")
                .last()
                .asString()
                .startsWith("has 9 characters");
        assertThat(OpenEditor.onEventThread(
                        () -> open.find(RSyntaxTextArea.class, area -> true).getParserNotices()))
                .isEmpty();
        open.press(open.status());
        assertThat(open.selected()).containsExactly(2);
        assertThat(open.text()).isEqualTo("0 0200\n11 000001\n");
    }

    @Test
    void shouldMarkTheOwnRowWhenItLeavesAPartOfAWholeElementOut() {
        OpenEditor open = OpenEditor.ofRequest("0 0200\n55.9F02\n");
        open.usePackager("iso87ascii");

        open.run(() ->
                open.editor().setInherited(List.of(new TemplateSource("chip", "55 9F02060000000010009F36020007"))));

        open.awaitStatus("element 55 is inherited as a whole, from line 1 of \"chip\"");
        assertThat(open.cell(1, Column.PROBLEM)).contains("inherited as a whole");
    }

    private static List<TemplateProblem> problems(TemplateSource... sources) {
        return new DefaultsRules().problems(List.of(sources), PACKAGER, RequestCheck.READ_BACK);
    }

    @Test
    void shouldFindNothingWrongWhenDefaultsAreNoWholeMessage() {
        assertThat(problems(new TemplateSource("", "41 TERM0001\n"))).isEmpty();
        assertThat(problems(new TemplateSource("", ""))).isEmpty();
        assertThat(problems(new TemplateSource("", "0 0100"), new TemplateSource("far", "0 0200")))
                .isEmpty();
    }

    @Test
    void shouldTellOfTheirOwnLinesAsOwnWhenDefaultsAreWrong() {
        List<TemplateProblem> found = problems(new TemplateSource("", "49 978\nhex 3030\n41 TERM00001"), TERMINAL);

        assertThat(found)
                .extracting(TemplateProblem::sentence)
                .satisfiesExactly(
                        hex -> assertThat(hex).startsWith("line 2: "),
                        own -> assertThat(own).startsWith("line 3, element 41: has 9 characters"));
        assertThat(found).allMatch(problem -> problem.place().isOwn());
    }

    @Test
    void shouldNameFartherDefaultsWhenTheirLineIsWrong() {
        assertThat(problems(new TemplateSource("", "49 978"), TERMINAL))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.place().isOwn()).isFalse();
                    assertThat(problem.sentence()).startsWith("line 2 of \"terminal\", element 41: ");
                });
    }
}
