package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What inheriting means, said in another way: a line is in force if no nearer text has a line that overlaps it. */
class InheritedLinesPropertyTest {
    private static final IsoPackager PACKAGER = OwnPackager.withEverything();

    /** A line of a text; without a value it leaves the element out. */
    record Line(String path, String value) {
        boolean overlaps(Line other) {
            return (path + ".").startsWith(other.path + ".") || (other.path + ".").startsWith(path + ".");
        }

        String text() {
            return path + " " + value;
        }
    }

    @Property(tries = 1_000)
    void shouldBeTheMessageOfTheLinesInForceWhenSeveralTextsAreLaidOverEachOther(
            @ForAll("texts") List<List<Line>> texts) throws Exception {
        List<TemplateSource> sources = sources(texts);
        List<TemplateProblem> problems =
                MessageTemplate.problems(sources, Optional.of(PACKAGER), new Variables(), RequestCheck.READ_BACK);

        if (leavesAPartOfAWholeOut(texts)) {
            assertThat(problems)
                    .isNotEmpty()
                    .allSatisfy(
                            problem -> assertThat(problem.rule()).endsWith("so that no part of it can be left out"));
        } else {
            assertThat(problems).isEmpty();
            assertThat(filled(sources)).isEqualTo(filled(TemplateSource.only(inForce(texts))));
        }
    }

    @Property(tries = 500)
    void shouldListExactlyTheLinesInForceWhenTheEditorAsksForThem(@ForAll("texts") List<List<Line>> texts) {
        List<String> expected = new ArrayList<>();
        for (int i = 1; i < texts.size(); i++) {
            for (Line line : texts.get(i)) {
                if (!line.value.isEmpty() && !isOverridden(line, texts, i)) {
                    expected.add(line.path);
                }
            }
        }

        assertThat(InheritedLine.of(sources(texts)))
                .filteredOn(InheritedLine::isInForce)
                .extracting(line -> line.line().path().toString())
                .containsExactlyElementsOf(expected);
    }

    private static boolean isOverridden(Line line, List<List<Line>> texts, int source) {
        return texts.subList(0, source).stream().flatMap(List::stream).anyMatch(line::overlaps);
    }

    private static String inForce(List<List<Line>> texts) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (Line line : texts.get(i)) {
                if (!isOverridden(line, texts, i)) {
                    lines.add(line);
                }
            }
        }
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static boolean leavesAPartOfAWholeOut(List<List<Line>> texts) {
        for (int i = 0; i < texts.size(); i++) {
            List<List<Line>> outer = texts.subList(i + 1, texts.size());
            for (Line line : texts.get(i)) {
                if (line.value.isEmpty()
                        && IntStream.range(0, outer.size())
                                .anyMatch(j -> outer.get(j).stream()
                                        .anyMatch(whole -> !whole.value.isEmpty()
                                                && line.path.startsWith(whole.path + ".")
                                                && !isOverridden(whole, outer, j)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<TemplateSource> sources(List<List<Line>> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new TemplateSource(
                        "text " + i, texts.get(i).stream().map(Line::text).collect(Collectors.joining("\n"))))
                .toList();
    }

    private static String filled(List<TemplateSource> sources) {
        try {
            return hex(MessageTemplate.compile(sources, Optional.of(PACKAGER), new Variables(), RequestCheck.READ_BACK)
                    .fill()
                    .bytes());
        } catch (FailureException e) {
            return e.getMessage();
        }
    }

    /** An own text that has an MTI, and up to three to inherit from. */
    @Provide
    Arbitrary<List<List<Line>>> texts() {
        Arbitrary<Line> line = Combinators.combine(
                        Arbitraries.of("11", "41", "62", "62.2", "62.17", "127", "127.2", "127.25.2", "127.25.3"),
                        Arbitraries.integers().between(0, 3))
                .as((path, kind) -> new Line(path, kind == 0 ? "" : value(path, kind)));
        Arbitrary<List<Line>> text =
                line.list().ofMaxSize(5).uniqueElements(Line::path).map(InheritedLinesPropertyTest::consistent);
        return text.list().ofMinSize(1).ofMaxSize(4).map(texts -> {
            List<List<Line>> all = new ArrayList<>(texts);
            List<Line> own = new ArrayList<>(List.of(new Line("0", "0200"), new Line("37", "112817450001")));
            own.addAll(texts.get(0));
            all.set(0, own);
            return all;
        });
    }

    /** One text gives no element both as a whole and in parts. */
    private static List<Line> consistent(List<Line> drawn) {
        List<Line> lines = new ArrayList<>();
        drawn.stream().filter(line -> lines.stream().noneMatch(line::overlaps)).forEach(lines::add);
        return lines;
    }

    private static String value(String path, int kind) {
        return switch (path) {
            case "11" -> "00000" + kind;
            case "41" -> "TERM000" + kind;
            case "62" -> "4000000000000000000" + kind;
            case "62.2" -> "000" + kind;
            case "62.17" -> "text " + kind;
            case "127" -> "4000000000000000" + "3031" + "3" + kind;
            case "127.2" -> "key" + kind;
            case "127.25.2" -> "00000000000" + kind;
            default -> "0" + kind;
        };
    }
}
