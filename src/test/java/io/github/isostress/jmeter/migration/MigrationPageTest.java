package io.github.isostress.jmeter.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page tells what the code does. */
class MigrationPageTest {
    private static final Path PAGE = Path.of(System.getProperty("project.basedir", "."), "src", "docs", "migration.md");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(PAGE);
    }

    @Test
    void shouldListEachChannelWithItsFramingWhenThePageTellsOfThem() throws Exception {
        List<String> rows = Arrays.stream(OldChannel.values())
                .map(channel -> "| " + channel.className() + " | "
                        + (channel.isFramed() ? "`" + channel.framing() + "`" : "none, since " + channel.reason())
                        + " |")
                .toList();

        assertThat(lines()).containsSequence(rows);
    }

    @Test
    void shouldNameTheFunctionsWhenTheyBecomeOurs() throws Exception {
        assertThat(OldFunctions.rewritten("${__calculateCVV( ${__calculateDESKeyCheckValue("))
                .isEqualTo("${__isoCvv( ${__isoKcv(3DES,");
        assertThat(lines()).contains("| `__calculateCVV`, `__calculateDESKeyCheckValue` | `__isoCvv`, `__isoKcv` |");
    }
}
