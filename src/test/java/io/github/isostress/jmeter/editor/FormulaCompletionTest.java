package io.github.isostress.jmeter.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.seal.FormulaCatalogue;
import io.github.isostress.seal.FormulaKind;
import io.github.isostress.seal.Setting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered where the caret is in a formula; a bar stands for the caret. */
@ExtendWith(JMeterEnvironment.class)
class FormulaCompletionTest {
    private static final FormulaCompletion.Names NAMES = new FormulaCompletion.Names(
            List.of(new Suggestion("MAK", "MAC"), new Suggestion("ZPK", "PIN")),
            List.of(new Suggestion("@2", "PAN"), new Suggestion("@11", "STAN")));

    static Stream<FormulaKind> kinds() {
        return FormulaCatalogue.kinds().stream();
    }

    @Test
    void shouldOfferEachFormulaWithItsSummaryWhenNothingIsTyped() {
        assertThat(at(":= |").suggestions())
                .containsExactlyElementsOf(kinds().map(kind -> new Suggestion(kind.name() + " ", kind.summary()))
                        .toList());
        assertThat(FormulaCompletion.ofEmptyCell(0).suggestions())
                .hasSameSizeAs(FormulaCatalogue.kinds())
                .allMatch(suggestion -> suggestion.text().startsWith(":= "));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldOfferAllSettingsWhenOneAfterTheOtherIsWritten(FormulaKind kind) {
        String written = ":= " + kind.name() + " ";
        Set<String> offered = new HashSet<>();
        boolean optionalSeen = false;
        for (Completion next = at(written + "|"); !next.suggestions().isEmpty(); next = at(written + "|")) {
            String first = next.suggestions().get(0).text();
            Setting setting = kind.settings().stream()
                    .filter(known -> first.equals(known.name() + "="))
                    .findFirst()
                    .orElseThrow();
            assertThat(setting.isRequired() && optionalSeen).isFalse();
            assertThat(next.isNeeded()).isEqualTo(setting.isRequired());
            optionalSeen |= !setting.isRequired();
            offered.add(setting.name());
            written += first + "1 ";
        }

        assertThat(offered)
                .containsExactlyInAnyOrderElementsOf(
                        kind.settings().stream().map(Setting::name).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldOfferItsWordsWhenASettingIsAChoice(FormulaKind kind) {
        for (Setting setting : kind.settings()) {
            List<Suggestion> offered =
                    at(":= " + kind.name() + " " + setting.name() + "=|").suggestions();

            if (!setting.choices().isEmpty()) {
                assertThat(offered)
                        .extracting(suggestion -> suggestion.text().strip())
                        .containsExactlyElementsOf(setting.choices());
            }
        }
    }

    @Test
    void shouldOfferTheKeysInScopeWhenAKeyIsNamed() {
        assertThat(texts(":= kcv key=|")).containsExactly("MAK ", "ZPK ");
        assertThat(texts(":= kcv key=z|")).containsExactly("ZPK ");
    }

    @Test
    void shouldKnowTheSettingsThatNameAKeyWhenAFormulaHasOne() {
        assertThat(kinds().flatMap(kind -> kind.settings().stream()))
                .filteredOn(setting -> setting.summary().matches("(.*: )?name of .*"))
                .extracting(Setting::name)
                .isNotEmpty()
                .allMatch(name ->
                        texts(":= " + formulaWith(name) + " " + name + "=|").contains("ZPK "));
    }

    private static String formulaWith(String setting) {
        return kinds().filter(kind ->
                        kind.settings().stream().anyMatch(known -> known.name().equals(setting)))
                .map(FormulaKind::name)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldOfferTheElementsOfTheMessageWhenAValueBeginsWithTheirSign() {
        assertThat(texts(":= mac key=MAK length=@|")).containsExactly("@2 ", "@11 ");
        assertThat(texts(":= mac key=MAK length=@1|")).containsExactly("@11 ");
    }

    @Test
    void shouldReplaceTheWordWhenTheCaretIsInIt() {
        Completion name = at(":= k|c key=MAK");
        Completion setting = at(":= kcv k|x=MAK");
        Completion value = at(":= kcv key=M|OK");

        assertThat(List.of(name.from(), name.to())).containsExactly(3, 5);
        assertThat(List.of(setting.from(), setting.to())).containsExactly(7, 10);
        assertThat(List.of(value.from(), value.to())).containsExactly(11, 14);
    }

    @Test
    void shouldOfferNothingWhenAVariableOrAnUnknownFormulaIsTyped() {
        assertThat(texts(":= kcv key=${A B|}")).isEmpty();
        assertThat(texts(":= nonsense |")).isEmpty();
        assertThat(texts(":= nonsense x=|")).isEmpty();
    }

    @Test
    void shouldExplainTheFormulaOrTheSettingAtTheCaretWhenItIsKnown() {
        assertThat(FormulaNote.of(typed(":= mac| key=MAK")))
                .startsWith("mac: The MAC over ")
                .contains("key= ");
        assertThat(FormulaNote.of(typed(":= mac ke|y=MAK")))
                .startsWith("mac, key: name of the ")
                .endsWith("(needed)");
        assertThat(FormulaNote.of(typed(":= |"))).contains("Ctrl+Space");
    }

    private static List<String> texts(String withCaret) {
        return at(withCaret).suggestions().stream().map(Suggestion::text).toList();
    }

    private static Completion at(String withCaret) {
        return FormulaCompletion.of(typed(withCaret), NAMES);
    }

    private static TypedFormula typed(String withCaret) {
        return TypedFormula.at(withCaret.replace("|", ""), 2, withCaret.indexOf('|'));
    }
}
