package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.isostress.host.rule.HostRules;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.message.packager.Packagers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The help on the rules says what the rules language knows, and nothing else. */
@ExtendWith(JMeterEnvironment.class)
class RulesHelpTest {
    private static void assertParses(String rule) {
        assertThatCode(() -> HostRules.parse(rule, Optional.of(Packagers.builtIn("iso87ascii"))))
                .as(rule)
                .doesNotThrowAnyException();
    }

    @Test
    void shouldExplainEveryWordWhenTheLanguageKnowsIt() {
        assertThat(RulesHelp.behaviours())
                .extracting(RulesHelp.Entry::word)
                .containsExactlyElementsOf(HostRules.behaviourWords());
        assertThat(RulesHelp.conditions())
                .extracting(RulesHelp.Entry::word)
                .containsExactlyElementsOf(HostRules.conditionWords());
        assertThat(RulesHelp.all()).allSatisfy(entry -> {
            assertThat(entry.explanation()).isNotBlank();
            assertThat(entry.examples()).isNotEmpty().anyMatch(example -> example.contains(entry.word()));
        });
    }

    @Test
    void shouldBeRulesWhenTheExamplesAreWritten() {
        RulesHelp.conditions()
                .forEach(entry -> entry.examples()
                        .forEach(example -> assertParses(example
                                + (example.startsWith("after") || example.matches("every \\d+ (s|min)")
                                        ? " : drop all connections"
                                        : " : close"))));
        RulesHelp.behaviours()
                .forEach(entry -> entry.examples().forEach(example -> assertParses("always : " + example)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    mti 0200 amount 5000-5999 : decline 51    | mti; amount; decline
                    every 60 s : stop accepting 5 s           | every 60 s; stop accepting
                    every 2 min : stop accepting 5 s          | every 60 s; stop accepting
                    every 100 : garbage without frame         | every; garbage without frame
                    on connect every 50 : reset  # no answer  | on connect; every; reset
                    de 41 "delay" : delay 5 then no answer    | de; delay; no answer
                    """)
    void shouldExplainTheWordsWhenTheyStandInALine(String line, String words) {
        assertThat(RulesHelp.explain(line).lines().map(each -> each.replaceFirst(":.*", "")))
                .containsExactly(words.split("; "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# every 100 : close", "seed 42"})
    void shouldSayNothingWhenALineHoldsNoWordOfTheLanguage(String line) {
        assertThat(RulesHelp.explain(line)).isEmpty();
    }

    @Test
    void shouldFillTheTableWhenItIsOpened() {
        RulesHelpView view = new RulesHelpView(example -> {});

        assertThat(view.examples().getRowCount()).isEqualTo((int)
                RulesHelp.all().mapToLong(entry -> entry.examples().size()).sum());
    }

    @Test
    void shouldInsertAnExampleWhenItIsChosen() {
        StringBuilder text = new StringBuilder();
        RulesHelpView view = new RulesHelpView(text::append);
        view.examples().setRowSelectionInterval(0, 0);

        Parts.press(view, PanelLabels.get("host.help.insert"));

        assertThat(text).hasToString("mti 0200");
    }
}
