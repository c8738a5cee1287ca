package io.github.isostress.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.template.TemplateLine;
import io.github.isostress.message.template.TemplateText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The rows of a draft are the lines that are compiled. */
class DraftRowsTest {
    @Property(tries = 2000)
    void shouldBeTheLinesOfTheTemplateWhenItIsValid(@ForAll("texts") String text) {
        TemplateText parsed = parsed(text);
        List<DraftRow> rows = TemplateDraft.of(text).rows();

        assertThat(rows.stream().filter(row -> row.kind() == DraftRow.Kind.ELEMENT))
                .extracting(row -> row.line() + " " + ElementPath.parseInTemplate(row.path()) + " " + row.value())
                .containsExactlyElementsOf(parsed.lines().stream()
                        .map(line -> line.place().line() + " " + line.path() + " " + written(line))
                        .toList());
        assertThat(rows.stream().filter(row -> row.kind() == DraftRow.Kind.HEX))
                .extracting(row -> row.line() + " " + row.value())
                .containsExactlyElementsOf(parsed.hex().stream()
                        .map(line -> line.place().line() + " " + line.value())
                        .toList());
    }

    private static String written(TemplateLine line) {
        return line.presence() == TemplateLine.Presence.ALWAYS ? "\"\"" : line.value();
    }

    private static TemplateText parsed(String text) {
        TemplateText parsed = TemplateText.parse(text);
        Assume.that(parsed.problems().isEmpty());
        return parsed;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> blanks = Arbitraries.of("", "", " ", "\t", "  ", "\u2003");
        Arbitrary<String> begin = Arbitraries.of("0", "11", "48.1", "55.9f02", "hex", "HEX", "#", "# 12", "");
        Arbitrary<String> separator = Arbitraries.of(" ", "=", " = ", "\t", "  ", "==", "");
        Arbitrary<String> value = Arbitraries.of("", "1", "\"A \"", "\"", "=", "${a = b}", "30 31", "a # b", "\"\"");
        Arbitrary<String> lineBreak = Arbitraries.of("\n", "\r\n", "\r", "\u2028", "\n\n");
        return net.jqwik.api.Combinators.combine(blanks, begin, separator, value, blanks, lineBreak)
                .as((indent, path, between, given, rest, end) -> indent + path + between + given + rest + end)
                .list()
                .ofMaxSize(4)
                .map(lines -> String.join("", lines));
    }
}
