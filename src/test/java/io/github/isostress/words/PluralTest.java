package io.github.isostress.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts in sentences. */
class PluralTest {
    private static final Path SOURCES = Path.of(System.getProperty("project.basedir", "."), "src", "main", "java");
    private static final String NOUNS =
            "(?:more |hex |data )?(?:bytes|bits|characters|digits|connections|requests|samples|threads"
                    + "|workers|agents|machines|messages|fields|elements|parts|rows|packets|handshakes|rules|failures|transactions)\\b";
    /** A figure that is no constant, and then a plural: in a text that is put together, or that is filled. */
    private static final Pattern PUT_TOGETHER = Pattern.compile("[a-z\\d)]\\s*\\+ \" " + NOUNS);

    private static final Pattern FILLED = Pattern.compile("%,?(?:d|\\.0f) " + NOUNS);
    /** What stands before the plural in these is no single figure, or one that is never 1. */
    private static final Set<String> OTHERS = Set.of("ArpcMethod.java", "Lateness.java", "Rate.java");

    @ParameterizedTest
    @CsvSource({"0, 0 bytes, 0 bytes follow", "1, 1 byte, 1 byte follows", "2, 2 bytes, 2 bytes follow"})
    void shouldHaveThePluralWhenThereIsNotOne(long count, String noun, String words) {
        assertThat(Plural.of(count, "byte")).isEqualTo(noun);
        assertThat(Plural.of(count, "byte follows", "bytes follow")).isEqualTo(words);
        assertThat(Plural.grouped(count, "byte")).isEqualTo(noun);
    }

    @Test
    void shouldHaveItsDigitsInGroupsWhenAskedFor() {
        assertThat(Plural.grouped(12_000, "request")).isEqualTo("12,000 requests");
        assertThat(Plural.grouped(12_000, "request was", "requests were")).isEqualTo("12,000 requests were");
        assertThat(Plural.of(12_000, "request")).isEqualTo("12000 requests");
    }

    @Test
    void shouldBeWrittenHereWhenASentenceOfTheProductHasACount() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> others = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !OTHERS.contains(file.getFileName().toString()))
                    .flatMap(file -> Stream.of(PUT_TOGETHER, FILLED).flatMap(form -> found(form, file)))
                    .toList();

            assertThat(others).isEmpty();
        }
    }

    private static Stream<String> found(Pattern form, Path file) {
        try {
            return form.matcher(Files.readString(file)).results().map(each -> file.getFileName() + ": " + each.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
