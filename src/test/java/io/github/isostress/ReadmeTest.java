package io.github.isostress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.message.Packagers;
import io.github.isostress.wire.FramingPreset;
import io.github.isostress.wire.FramingText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the README promises is what there is. */
class ReadmeTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.basedir", ""));
    private static final Pattern PROPERTY_OF_PLAN = Pattern.compile("__(?:P|isoProperty|isoIfBlank)\\(([a-z_]+),");

    private static String readme() throws IOException {
        return Files.readString(PROJECT.resolve("README.md"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldListFailureWithItsSentenceWhenItIsInTheCatalogue(Failure failure) throws IOException {
        assertThat(readme()).contains("| `" + failure.name() + "` | " + failure.sentence() + " |");
    }

    @ParameterizedTest
    @EnumSource
    void shouldListFramingWhenItIsAPreset(FramingPreset preset) throws IOException {
        assertThat(readme()).contains("| `" + preset.presetName() + "` | ");
    }

    /** Every word that is not listed is refused with all that are. */
    @Test
    void shouldListEveryWordOfAFraming() throws IOException {
        String refusal = Assertions.catchThrowable(() -> FramingText.parse("binary2 word"))
                .getMessage();
        String[] words = refusal.replaceFirst(".* is none of ", "").split(", ");
        String table = readme().replaceAll("(?s).*\\| word \\| meaning \\|", "").replaceAll("(?s)\\n\\n.*", "");

        assertThat(words).hasSize(20).allSatisfy(word -> assertThat(table).contains("`" + word + "`"));
    }

    @Test
    void shouldNamePackagersWhenTheyAreBuiltIn() throws IOException {
        assertThat(readme()).contains(Packagers.BUILT_IN);
    }

    @Test
    void shouldListEveryPropertyWhenTheFlagshipPlanReadsIt() throws IOException {
        String plan = Files.readString(PROJECT.resolve("jmx-examples/stress.jmx"));
        Set<String> properties = new TreeSet<>();
        PROPERTY_OF_PLAN.matcher(plan).results().forEach(match -> properties.add(match.group(1)));

        assertThat(properties).hasSizeGreaterThan(10);
        for (String property : properties) {
            assertThat(readme()).contains("| `" + property + "` | ");
        }
    }

    @Test
    void shouldMapEveryPackageWhenItHasAStage() throws IOException {
        try (var files = Files.walk(PROJECT.resolve("src/main/java/io/github/isostress"))) {
            for (Path info :
                    files.filter(file -> file.endsWith("package-info.java")).toList()) {
                String name =
                        Files.readString(info).replaceAll("(?s).*package io\\.github\\.isostress\\.([\\w.]+);.*", "$1");
                assertThat(readme()).contains("| `" + name + "` | ");
            }
        }
    }
}
