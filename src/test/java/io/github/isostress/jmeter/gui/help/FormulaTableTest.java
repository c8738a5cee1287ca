package io.github.isostress.jmeter.gui.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.seal.FormulaCatalogue;
import io.github.isostress.seal.FormulaKind;
import io.github.isostress.support.PlainWords;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The help tells of every formula that there is. */
@ExtendWith(JMeterEnvironment.class)
class FormulaTableTest {
    static Stream<FormulaKind> kinds() {
        return FormulaCatalogue.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldTellOfAFormulaAndItsSettingsWhenTheCatalogueHasIt(FormulaKind kind) throws IOException {
        String page = HelpPage.TEMPLATE.text();
        String row = page.substring(page.indexOf("<tr><td><code>" + kind.name() + "</code></td>"));

        assertThat(row.substring(0, row.indexOf("</tr>")))
                .contains(Stream.concat(
                                Stream.of(kind.summary()),
                                kind.settings().stream().map(setting -> "<code>" + setting.name() + "=</code>"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldUseTheFieldsWordsWhenAFormulaIsTold(FormulaKind kind) {
        assertThat(kind.summary()).doesNotEndWith(".");
        assertThat(PlainWords.otherThan(FormulaTable.html())).isEmpty();
    }

    @Test
    void shouldStandUnderItsOwnHeadingWhenF1LeadsToIt() throws IOException {
        assertThat(HelpPage.TEMPLATE.text())
                .containsSubsequence("<a name=\"computed\"></a>", "<table", "<h2>Captured messages</h2>")
                .doesNotContain("<!-- formulas -->");
    }
}
