package io.github.isostress.jmeter.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.function.FunctionForm;
import io.github.isostress.jmeter.record.JtlColumns;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fits behind a dollar sign and a brace. A bar stands for the caret. */
@ExtendWith(JMeterEnvironment.class)
class ExpressionCompletionTest {
    private static final List<Suggestion> VARIABLES =
            List.of(new Suggestion("PAN", "a column"), new Suggestion("STAN_BEFORE", "written"));

    private static final List<String> VARIABLES_OF_SAMPLES = Stream.concat(
                    Stream.of("iso_outcome", "iso8583.answer.mti"), JtlColumns.ALL.stream())
            .map(name -> "${" + name + "}")
            .toList();

    private static Optional<Completion> at(String text) {
        return ExpressionCompletion.at(text.replace("|", ""), text.indexOf('|'), VARIABLES);
    }

    private static List<String> offered(String text) {
        return at(text).orElseThrow().suggestions().stream()
                .map(Suggestion::text)
                .toList();
    }

    @Test
    void shouldOfferVariablesAndThenFunctionsWhenNothingIsTyped() {
        assertThat(offered("11 ${|"))
                .startsWith("${PAN}", "${STAN_BEFORE}", "${__isoPan(bin,length)}")
                .containsSubsequence("${__Random(1,99999)}", "${__time(HHmmss,)}", "${iso_outcome}")
                .hasSize(VARIABLES.size()
                        + FunctionForm.OURS.size()
                        + FunctionForm.OF_JMETER.size()
                        + VARIABLES_OF_SAMPLES.size());
    }

    @Test
    void shouldOfferEachVariableThatASampleSetsWithWhatItHolds() {
        List<Suggestion> offered = at("${iso|").orElseThrow().suggestions();

        assertThat(offered)
                .extracting(Suggestion::text)
                .containsAll(VARIABLES_OF_SAMPLES)
                .startsWith("${__isoPan(bin,length)}");
        assertThat(offered)
                .extracting(Suggestion::summary)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        assertThat(offered("${outcome|")).containsExactly("${iso_outcome}");
    }

    @Test
    void shouldOfferWhatBeginsSoBeforeWhatHoldsIt() {
        assertThat(offered("${stan|")).containsExactly("${STAN_BEFORE}", "${__isoStan()}");
        assertThat(offered("${__isoP|"))
                .startsWith("${__isoPan(bin,length)}", "${__isoPinBlock(format,key,pin,pan)}")
                .allMatch(text -> text.startsWith("${__isoP"));
        assertThat(offered("${nothing|")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            ${|                   ! 0 ! 2
            a${__iso|             ! 1 ! 8
            a${__is|oStan}b       ! 1 ! 13
            a${PAN}${P|} c        ! 7 ! 11
            id=${P| ksn           ! 3 ! 6
            """)
    void shouldReplaceTheWholeOfTheNameAndItsBrace(String text, int from, int to) {
        Completion completion = at(text).orElseThrow();

        assertThat(List.of(completion.from(), completion.to())).containsExactly(from, to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "$|{", "abc|", "${PAN}|", "${__isoUtc(MM|", "${a b|", "{|"})
    void shouldOfferNothingOutsideOfAName(String text) {
        assertThat(at(text)).isEmpty();
    }

    @Test
    void shouldTellTheArgumentThatIsToBeWritten() {
        assertThat(new Suggestion("${__isoPan(bin,length)}", "").argument()).isEqualTo("bin");
        assertThat(new Suggestion("${__isoStan()}", "").argument()).isEmpty();
        assertThat(new Suggestion("${PAN}", "").argument()).isEmpty();
    }
}
