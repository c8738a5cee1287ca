package io.github.isostress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The front page is short, and what it promises is what there is. */
class ReadmeTest {
    private static final int MOST_LINES = 250;
    private static final Pattern PROPERTY_OF_PLAN =
            Pattern.compile("__(?:P|isoProperty|isoIfBlank)\\(([a-z_]+),([^,)]*)");
    private static final Pattern SENTENCE_OF_PACKAGE =
            Pattern.compile("(?s)/\\*\\*(.*?)(?:\\n \\*\\n|\\*/).*package io\\.github\\.isostress\\.([\\w.]+);");
    private static final Page README = Page.readme();

    @Test
    void shouldBeReadInOneGoWhenItIsTheFrontPage() {
        assertThat(README.text().lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void shouldLeadToAFileWhenItIsALink() {
        assertThat(README.links())
                .filteredOn(link -> !link.contains("://"))
                .hasSizeGreaterThan(50)
                .allSatisfy(link -> assertThat(README.target(link)).exists());
    }

    @Test
    void shouldPointToEveryPageWhenThereIsOne() {
        List<Path> targets = README.links().stream().map(README::target).toList();

        assertThat(Page.chapters())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(targets).contains(Page.inProject(page.toString())));
    }

    @Test
    void shouldListEveryPropertyWhenTheExamplePlanReadsIt() throws IOException {
        Map<String, String> ofTable = README.table("| property | default | meaning |").stream()
                .collect(Collectors.toMap(row -> Page.code(row.get(0)).get(0), row -> row.get(1)));

        Map<String, String> ofPlan = propertiesOfPlan();
        assertThat(ofTable).containsOnlyKeys(ofPlan.keySet());
        ofPlan.forEach((name, fallback) ->
                assertThat(ofTable.get(name)).as(name).isEqualTo(fallback.isEmpty() ? "blank" : "`" + fallback + "`"));
    }

    /** A default that is another property or one of the embedded host's is none that a user would know: blank. */
    private static Map<String, String> propertiesOfPlan() throws IOException {
        String plan = Files.readString(Page.inProject("jmx-examples/stress.jmx"));
        String connection = plan.replaceAll("(?s)<Iso8583Host .*?</Iso8583Host>", "");
        return PROPERTY_OF_PLAN
                .matcher(connection)
                .results()
                .collect(Collectors.toMap(
                        match -> match.group(1), ReadmeTest::fallback, (first, second) -> second, TreeMap::new));
    }

    private static String fallback(MatchResult property) {
        boolean ofEmbeddedHost =
                property.group(1).equals("host") || property.group(0).startsWith("__isoIfBlank");
        return ofEmbeddedHost || property.group(2).startsWith("$") ? "" : property.group(2);
    }

    @Test
    void shouldNameEveryElementWhenItIsInTheMenu() {
        ResourceBundle labels = ResourceBundle.getBundle("io.github.isostress.jmeter.gui.labels");
        List<String> elements = Collections.list(labels.getKeys()).stream()
                .filter(key -> key.matches("[a-z]+\\.title") && !key.equals("help.title"))
                .map(labels::getString)
                .filter(title -> title.startsWith("ISO 8583 "))
                .map(title -> "**" + title + "**")
                .toList();

        assertThat(elements).hasSizeGreaterThan(5);
        assertThat(README.table("| element of a plan | menu | what it does | page |"))
                .extracting(row -> row.get(0))
                .containsAll(elements);
    }

    @Test
    void shouldMapEveryPackageInItsOwnWordsWhenItHasASentence() throws IOException {
        Map<String, String> map = README.table("| package | what it holds |").stream()
                .collect(Collectors.toMap(row -> Page.code(row.get(0)).get(0), row -> row.get(1) + "."));

        assertThat(map).isEqualTo(sentencesOfPackages());
    }

    private static Map<String, String> sentencesOfPackages() throws IOException {
        Map<String, String> sentences = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Page.inProject("src/main/java"))) {
            for (Path info : new TreeSet<>(
                    files.filter(file -> file.endsWith("package-info.java")).toList())) {
                SENTENCE_OF_PACKAGE
                        .matcher(Files.readString(info))
                        .results()
                        .forEach(found -> sentences.put(
                                found.group(2),
                                found.group(1)
                                        .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                                        .strip()));
            }
        }
        return sentences;
    }
}
