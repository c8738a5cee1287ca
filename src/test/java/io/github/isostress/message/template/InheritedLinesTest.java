package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A request that inherits lines from other texts. */
class InheritedLinesTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");
    private static final IsoPackager OWN = OwnPackager.withEverything();
    private static final TemplateSource TERMINAL =
            new TemplateSource("Terminal", "# one terminal\n41 TERM0001\n42 MERCHANT0000001\n49 978");
    private static final TemplateSource BANK = new TemplateSource("Bank", "0 0200\n49 840\n32 123456");

    private static TemplateSource own(String... lines) {
        return new TemplateSource("Purchase", String.join("\n", lines));
    }

    private static MessageTemplate template(IsoPackager packager, Variables variables, TemplateSource... sources)
            throws FailureException {
        return MessageTemplate.compile(
                List.of(sources), Optional.ofNullable(packager), variables, RequestCheck.READ_BACK);
    }

    private static String filled(IsoPackager packager, TemplateSource... sources) throws FailureException {
        return hex(template(packager, new Variables(), sources).fill().bytes());
    }

    private static List<TemplateProblem> problems(IsoPackager packager, TemplateSource... sources) {
        return MessageTemplate.problems(
                List.of(sources), Optional.ofNullable(packager), new Variables(), RequestCheck.READ_BACK);
    }

    @Test
    void shouldHaveTheElementsOfAllTextsWhenNoneIsGivenTwice() throws Exception {
        assertThat(filled(ASCII, own("0 0200", "11 000001"), TERMINAL))
                .isEqualTo(hex(message(ASCII, "0 0200", "11 000001", "41 TERM0001", "42 MERCHANT0000001", "49 978")));
    }

    @Test
    void shouldTakeTheNearestLineWhenSeveralTextsGiveAnElement() throws Exception {
        assertThat(filled(ASCII, own("11 000001", "41 TERM0002"), TERMINAL, BANK))
                .isEqualTo(hex(message(
                        ASCII, "0 0200", "11 000001", "32 123456", "41 TERM0002", "42 MERCHANT0000001", "49 978")));
    }

    @Test
    void shouldLeaveOutAnInheritedElementWhenANearerLineHasNoValue() throws Exception {
        assertThat(filled(ASCII, own("11 000001", "41", "42=", "49  "), TERMINAL, BANK))
                .isEqualTo(hex(message(ASCII, "0 0200", "11 000001", "32 123456")));
    }

    @Test
    void shouldLeaveOutAnInheritedElementWhenANearerVariableComesOutEmpty() throws Exception {
        MessageTemplate template = template(
                ASCII, new Variables().with("T", ""), own("0 0200", "11 000001", "41 ${T}", "42", "49"), TERMINAL);

        assertThat(hex(template.fill().bytes())).isEqualTo(hex(message(ASCII, "0 0200", "11 000001")));
    }

    @Test
    void shouldHaveThePartsOfAllTextsWhenTheyGiveOneElementInParts() throws Exception {
        TemplateSource defaults =
                new TemplateSource("Chip", "48.1 AB\n55.9F02 000000000100\n55.9F1A 0276\n55.5F2A 0978");

        assertThat(filled(OWN, own("0 0200", "48.2 ref", "55.9F02 000000000999", "55.9F1A"), defaults))
                .isEqualTo(hex(message(OWN, "0 0200", "48.1 AB", "48.2 ref", "55.9F02 000000000999", "55.5F2A 0978")));
    }

    @Test
    void shouldReplaceAllInheritedPartsWhenANearerLineGivesTheWholeElement() throws Exception {
        TemplateSource defaults = new TemplateSource("Chip", "48.1 AB\n55.9F02 000000000100");

        assertThat(filled(OWN, own("0 0200", "11 000001", "55 9F3602 0001", "48"), defaults))
                .isEqualTo(hex(message(OWN, "0 0200", "11 000001", "55 9F36020001")));
    }

    @Test
    void shouldReplaceTheInheritedElementWhenNearerLinesGivePartsOfIt() throws Exception {
        TemplateSource defaults = new TemplateSource("Chip", "55 9F36020001");

        assertThat(filled(OWN, own("0 0200", "11 000001", "55.9F1A 0276", "55.5F2A 0978"), defaults))
                .isEqualTo(hex(message(OWN, "0 0200", "11 000001", "55.9F1A 0276", "55.5F2A 0978")));
    }

    @Test
    void shouldSaySoWhenAPartIsLeftOutOfAnElementThatIsInheritedAsAWhole() {
        assertThat(problems(OWN, own("0 0200", "55.9F36"), new TemplateSource("Chip", "# chip\n55 9F36020001")))
                .extracting(TemplateProblem::sentence)
                .containsExactly("line 2 of \"Purchase\", element 55.9F36: element 55 is inherited as a whole, "
                        + "from line 2 of \"Chip\", so that no part of it can be left out");
    }

    @Test
    void shouldInheritNothingWhenTheRequestIsACapturedMessage() throws Exception {
        String captured = hex(message(ASCII, "0 0200", "11 000001"));

        assertThat(filled(ASCII, own("hex " + captured), TERMINAL)).isEqualTo(captured);
        assertThat(filled(ASCII, own("# captured", "hex " + captured, "11 000002"), TERMINAL))
                .isEqualTo(hex(message(ASCII, "0 0200", "11 000002")));
        assertThat(filled(null, own("hex 30"), TERMINAL)).isEqualTo("30");
    }

    @Test
    void shouldBeAMessageWhenTheRequestHasNoLineOfItsOwn() throws Exception {
        assertThat(filled(ASCII, own("# all inherited"), BANK))
                .isEqualTo(hex(message(ASCII, "0 0200", "32 123456", "49 840")));
    }

    @Test
    void shouldRunExpressionsOfInheritedLinesFirstWhenBothHaveSome() throws Exception {
        List<String> asked = new ArrayList<>();
        Variables variables = new Variables();
        List.of("1", "2", "3", "4")
                .forEach(name -> variables.with(name, () -> {
                    asked.add(name);
                    return name;
                }));

        template(
                        ASCII,
                        variables,
                        own("0 0200", "48 ${4}", "11 ${1}"),
                        new TemplateSource("Near", "62 ${3}"),
                        new TemplateSource("Far", "11 000000\n60 ${2}"))
                .fill()
                .bytes();

        assertThat(asked).containsExactly("1", "2", "3", "4");
    }

    @Test
    void shouldNameTheTextWhenOneOfSeveralHasAProblem() {
        TemplateSource wrong = new TemplateSource("Terminal 7", "\n41 TERMINAL1\n49 97A\nhex 00\nstan 1");

        assertThat(problems(ASCII, own("0 0200", "11 1x", "49 978"), wrong))
                .extracting(TemplateProblem::sentence)
                .containsExactly(
                        "line 2 of \"Purchase\", element 11: is numeric, and character 2 of its value is no digit",
                        "line 2 of \"Terminal 7\", element 41: has 9 characters, at most 8 are allowed",
                        "line 4 of \"Terminal 7\": a hex line must come before the elements that replace parts of it",
                        "line 5 of \"Terminal 7\": 'stan' is no data element: write a number such as 11, 48.1 or 55.9F02");
    }

    @Test
    void shouldRefuseACapturedMessageWhenItWouldBeInherited() {
        assertThat(problems(ASCII, own("0 0200", "11 000001"), new TemplateSource("Captured", "hex 30323030")))
                .extracting(TemplateProblem::sentence)
                .containsExactly("line 1 of \"Captured\": a captured message cannot be inherited");
    }

    @Test
    void shouldNameTheTextWhenAnInheritedVariableComesOutWrong() throws Exception {
        MessageTemplate template = template(
                ASCII,
                new Variables().with("T", "TERMINAL1"),
                own("0 0200"),
                new TemplateSource("Terminal 4761739001010119", "41 ${T}"));

        assertThatThrownBy(template::fill)
                .hasMessage(
                        "line 1 of \"Terminal ****************\", element 41: has 9 characters, at most 8 are allowed");
    }

    @Test
    void shouldMarkTheRequestWhenNoTextHasAnMti() {
        assertThat(problems(ASCII, own("", "11 000001"), TERMINAL))
                .extracting(problem -> problem.place().isOwn(), TemplateProblem::line, TemplateProblem::sentence)
                .containsExactly(tuple(true, 2, "the template has no MTI: begin with a line such as 0 0200"));
    }

    @Test
    void shouldTellWhichLinesAreInForceWhenOthersAreOverriddenOrLeftOut() {
        assertThat(InheritedLine.of(List.of(
                        own("11 000001", "41 TERM0002", "49"), TERMINAL, BANK, new TemplateSource("Far", "32 9\n41"))))
                .extracting(
                        line -> line.line().subject(),
                        InheritedLine::isInForce,
                        InheritedLine::isLeftOut,
                        line -> line.by().map(TemplateLine::subject).orElse(""))
                .containsExactly(
                        tuple("line 2 of \"Terminal\", element 41", false, false, "line 2 of \"Purchase\", element 41"),
                        tuple("line 3 of \"Terminal\", element 42", true, false, ""),
                        tuple("line 4 of \"Terminal\", element 49", false, true, "line 3 of \"Purchase\", element 49"),
                        tuple("line 1 of \"Bank\", element 0", true, false, ""),
                        tuple("line 2 of \"Bank\", element 49", false, false, "line 4 of \"Terminal\", element 49"),
                        tuple("line 3 of \"Bank\", element 32", true, false, ""),
                        tuple("line 1 of \"Far\", element 32", false, false, "line 3 of \"Bank\", element 32"));
    }

    @Test
    void shouldListNoInheritedLineWhenTheRequestIsACapturedMessage() {
        assertThat(InheritedLine.of(List.of(own("hex 30"), TERMINAL))).isEmpty();
    }

    @Test
    void shouldNotShowTheTextWhenASourceIsPrinted() {
        assertThat(new TemplateSource("Card", "2 4761739001010119")).hasToString("Card");
    }
}
