package io.github.isostress.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.template.TemplateLine;
import io.github.isostress.message.template.TemplateText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to rows, all other lines stay byte for byte. */
class TemplateDraftPropertyTest {
    private static final String LINE_BREAK = "\\R";

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> lines = Arbitraries.of(
                "# c",
                "",
                "  ",
                "0 0200",
                " 11\t${__isoStan()} ",
                "41 = \"A \"",
                "55.9F02  00",
                "hex 3030",
                "=5",
                "52:= pinblock format=0 key=ZPK pin=${PIN}",
                " 64:=mac key=MAK ",
                "53:=",
                "48 := x",
                "48.2 \":= x\"",
                "48.3 \"\"\":= x\"\"\"",
                "60",
                "x y");
        return lines.list()
                .ofMaxSize(8)
                .flatMap(all -> Arbitraries.of("\n", "\r\n").map(lineBreak -> String.join(lineBreak, all)));
    }

    @Property(tries = 1000)
    void shouldKeepOtherLinesWhenRowsAreChanged(@ForAll("texts") String text, @ForAll Random random) {
        TemplateDraft draft = TemplateDraft.of(text);
        for (int step = 0; step < 10; step++) {
            List<Integer> chosen = chosen(draft, random);
            TextEdit edit = change(draft, chosen, random);
            TemplateDraft after = TemplateDraft.of(edit.applyTo(draft.text()));

            assertThat(otherLines(after, List.of())).containsSubsequence(otherLines(draft, chosen));
            assertThat(edit.rows())
                    .allMatch(row -> row >= 0 && row < after.rows().size());
            draft = after;
        }
    }

    private static List<Integer> chosen(TemplateDraft draft, Random random) {
        return IntStream.range(0, draft.rows().size())
                .filter(row -> random.nextInt(3) == 0)
                .boxed()
                .toList();
    }

    private static TextEdit change(TemplateDraft draft, List<Integer> chosen, Random random) {
        if (chosen.isEmpty()) {
            return random.nextBoolean() ? draft.insert("12", " v") : draft.paste(-1, "70\t301 \n# p\n");
        }
        return switch (random.nextInt(7)) {
            case 0 -> draft.delete(chosen);
            case 1 -> draft.moveUp(chosen.subList(0, 1));
            case 2 -> draft.moveDown(chosen.subList(0, 1));
            case 3 -> draft.duplicate(chosen);
            case 4 -> draft.setPath(chosen.get(0), "48.1");
            case 5 -> draft.setValue(chosen.get(0), ":= kcv key=ZPK");
            default -> draft.setValue(chosen.get(0), "= ");
        };
    }

    /** All lines but those of some rows; sorted, since rows change places. */
    private static List<String> otherLines(TemplateDraft draft, List<Integer> rows) {
        List<String> lines = new ArrayList<>(Arrays.asList(draft.text().split(LINE_BREAK, -1)));
        rows.stream()
                .sorted((one, other) -> other - one)
                .forEach(row -> lines.remove(draft.rows().get(row).line() - 1));
        lines.add("the end");
        Collections.sort(lines);
        return lines;
    }

    @Property(tries = 1000)
    void shouldReadTheValueAgainWhenItIsSet(
            @ForAll("texts") String text, @ForAll("values") String value, @ForAll Random random) {
        TemplateDraft draft = TemplateDraft.of(text);
        for (int row = 0; row < draft.rows().size(); row++) {
            DraftRow before = draft.rows().get(row);
            if (before.kind() == DraftRow.Kind.ELEMENT && !before.path().isEmpty()) {
                TemplateDraft after =
                        TemplateDraft.of(draft.setValue(row, value).applyTo(text));

                String read = after.rows().get(row).value();
                assertThat(read)
                        .isEqualTo(CellText.isFormula(value) ? CellText.ofFormula(CellText.formula(value)) : value);
                assertThat(after.rows().get(row).path()).isEqualTo(before.path());
            }
        }
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> any =
                Arbitraries.strings().withChars("A1 :=\"#\t${}\u00a0\u2003").ofMaxLength(6);
        return Arbitraries.oneOf(any, any.map(value -> ":=" + value), any.map(value -> "\":=" + value + "\""));
    }

    @Property(tries = 1000)
    void shouldLeaveTheLineAsItIsWhenTheValueThatItsCellShowsIsSet(@ForAll("texts") String text) {
        TemplateDraft draft = TemplateDraft.of(text);
        for (int row = 0; row < draft.rows().size(); row++) {
            DraftRow shown = draft.rows().get(row);

            assertThat(draft.setValue(row, shown.value()).changesNothing())
                    .describedAs(shown.value())
                    .isTrue();
        }
    }

    @Property(tries = 1000)
    void shouldTellTheTemplateWhatTheCellSaysWhenAnyValueIsWritten(@ForAll("values") String value) {
        TemplateDraft draft = TemplateDraft.of("48 x");

        List<TemplateLine> lines =
                TemplateText.parse(draft.setValue(0, value).applyTo("48 x")).lines();

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).isFormula()).isEqualTo(value.startsWith(":="));
        assertThat(lines.get(0).path()).hasToString("48");
    }

    @Property(tries = 1000)
    void shouldReadEachTextFromItsCellWhenItIsShown(@ForAll("values") String value) {
        String cell = CellText.ofText(value);

        assertThat(CellText.isFormula(cell)).isFalse();
        assertThat(CellText.text(cell)).isEqualTo(value);
    }
}
