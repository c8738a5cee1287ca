package io.github.isostress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the examples lists every plan, and each plan's comment every property that it reads. */
class ExamplesPageTest {
    private static final Pattern COMMENT =
            Pattern.compile("(?s)<stringProp name=\"TestPlan.comments\">(.*?)</stringProp>");
    private static final Pattern LISTED = Pattern.compile("(?m)^([a-z][a-z_]+) {2,}\\S");
    private static final Pattern READ = Pattern.compile("__(?:P|isoProperty|isoIfBlank)\\(([a-z_]+),");
    private static final Pattern DEFAULT = Pattern.compile("__(?:P|isoProperty)\\(([a-z_]+),([\\w.-]+),");

    static List<Path> plans() throws IOException {
        try (Stream<Path> files = Files.list(Page.inProject("jmx-examples"))) {
            return files.filter(file -> file.toString().endsWith(".jmx")).toList();
        }
    }

    @Test
    void shouldListEveryPlanWhenItIsAnExample() throws IOException {
        Page page = Page.named("examples");
        List<Path> listed = page.table("| plan | what it shows |").stream()
                .map(row -> page.target(row.get(0).replaceFirst(".*\\((.*)\\)", "$1")))
                .toList();

        assertThat(listed)
                .extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(plans().stream()
                        .map(path -> path.getFileName().toString())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void shouldTellOfEveryPropertyWhenThePlanReadsIt(Path plan) throws IOException {
        String text = Files.readString(plan);

        assertThat(names(LISTED, comment(text))).isEqualTo(names(READ, text));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void shouldTellTheDefaultWhenAPropertyHasOne(Path plan) throws IOException {
        String text = Files.readString(plan);
        List<String> lines = comment(text).lines().toList();

        assertThat(DEFAULT.matcher(text.replaceAll("(?s)<io.github.isostress.jmeter.element.Iso8583Host .*?</io", ""))
                        .results()
                        .filter(read -> !read.group(1).equals("host")))
                .allSatisfy(read -> assertThat(lines)
                        .anyMatch(line ->
                                line.startsWith(read.group(1) + " ") && line.contains("(" + read.group(2) + ")")));
    }

    private static String comment(String plan) {
        return COMMENT.matcher(plan).results().findFirst().orElseThrow().group(1);
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
