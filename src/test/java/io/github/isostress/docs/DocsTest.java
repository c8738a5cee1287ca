package io.github.isostress.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.isostress.support.PlainWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages hang together: each link leads somewhere, each begins by saying what it holds. */
class DocsTest {
    private static final Pattern CLASS = Pattern.compile("io\\.github\\.isostress(?:\\.[a-z]+)*\\.[A-Z]\\w+");

    @ParameterizedTest
    @MethodSource("io.github.isostress.docs.Page#all")
    void shouldLeadSomewhereWhenItIsALink(Page page) {
        List<String> ownLinks =
                page.links().stream().filter(link -> !link.contains("://")).toList();

        assertThat(ownLinks).allSatisfy(link -> {
            Path target = page.target(link);
            assertThat(target).exists();
            if (link.contains("#")) {
                assertThat(Page.anchorsOf(target)).contains(link.replaceFirst(".*#", ""));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("io.github.isostress.docs.Page#chapters")
    void shouldSayWhatOneFindsWhenAPageBegins(Page page) {
        String[] paragraphs = page.text().split("\n\n", 3);

        assertThat(paragraphs[0]).startsWith("# ").doesNotContain("\n");
        assertThat(paragraphs[1].replace('\n', ' ')).matches("[A-Z][^|#<]{60,600}[.]");
    }

    @ParameterizedTest
    @MethodSource("io.github.isostress.docs.Page#all")
    void shouldNameAClassThatThereIsWhenACommandHasOne(Page page) {
        assertThat(CLASS.matcher(page.text()).results())
                .allSatisfy(name ->
                        assertThatCode(() -> Class.forName(name.group())).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("io.github.isostress.docs.Page#all")
    void shouldUseTheFieldsWordsWhenItIsRead(Page page) {
        assertThat(PlainWords.otherThan(page.text())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.github.isostress.docs.Page#pictures")
    void shouldBeShownWhenItIsAPicture(Path picture) {
        assertThat(Page.all().flatMap(page -> page.links().stream().map(page::target)))
                .contains(picture);
        assertThat(Files.isRegularFile(picture)).isTrue();
    }
}
