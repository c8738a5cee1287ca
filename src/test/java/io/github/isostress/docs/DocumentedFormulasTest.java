package io.github.isostress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.seal.FormulaCatalogue;
import io.github.isostress.seal.FormulaKind;
import io.github.isostress.seal.Setting;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on cryptography lists the formulas that there are, with their settings, in the same words. */
class DocumentedFormulasTest {
    @Test
    void shouldListEveryFormulaWithItsSettingsWhenItIsInTheCatalogue() {
        List<String> rows = Page.named("cryptography").table("| formula | what it computes | settings |").stream()
                .map(row -> String.join(" | ", row))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(FormulaCatalogue.kinds().stream()
                        .map(DocumentedFormulasTest::row)
                        .toList());
    }

    private static String row(FormulaKind kind) {
        return "`" + kind.name() + "` | " + kind.summary() + " | "
                + kind.settings().stream().map(DocumentedFormulasTest::words).collect(Collectors.joining("<br>"));
    }

    /** One that must be given is bold; what counts without another stands behind it in brackets. */
    private static String words(Setting setting) {
        String name = "`" + setting.name() + "`";
        return (setting.isRequired() ? "**" + name + "**" : name)
                + " "
                + setting.summary()
                + (setting.choices().isEmpty() ? "" : ": " + quoted(setting.choices()))
                + (setting.byDefault().isEmpty() ? "" : " (" + setting.byDefault() + ")");
    }

    private static String quoted(List<String> choices) {
        return choices.stream().map(choice -> "`" + choice + "`").collect(Collectors.joining(", "));
    }
}
