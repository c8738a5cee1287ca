package io.github.isostress.docs;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of commands, as it stands on a page.
 *
 * @param text its lines, as a reader copies them
 */
record ShellBlock(Page page, String text) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern FIRST_WORD = Pattern.compile("^[\\s$]*([\\w./-]+)");
    private static final Set<String> LANGUAGES = Set.of("sh", "bash", "shell", "console");

    private static final String BUILD = "mvn ";

    /** What a block of commands begins with. */
    private static final Set<String> PROGRAMS = Set.of(
            "bzt",
            "cd",
            "cp",
            "curl",
            "docker",
            "export",
            "git",
            "java",
            "jmeter",
            "keytool",
            "kubectl",
            "mkdir",
            "mvn",
            "openssl",
            "sha256sum",
            "tar",
            "unzip");

    /** Those of the front page and of {@code src/docs}. */
    static Stream<ShellBlock> all() {
        return Stream.concat(Stream.of(Page.readme()), Page.chapters().stream()).flatMap(ShellBlock::of);
    }

    private static Stream<ShellBlock> of(Page page) {
        return BLOCK.matcher(page.text())
                .results()
                .filter(block -> LANGUAGES.contains(block.group(1)) || beginsWithAProgram(block.group(2)))
                .map(block -> new ShellBlock(page, block.group(2)));
    }

    private static boolean beginsWithAProgram(String text) {
        return FIRST_WORD
                .matcher(text)
                .results()
                .findFirst()
                .filter(word ->
                        PROGRAMS.contains(word.group(1)) || word.group(1).startsWith("./"))
                .isPresent();
    }

    /** Whether it builds the project, which takes minutes, and some of it runs these tests. */
    boolean builds() {
        return text.startsWith(BUILD);
    }

    @Override
    public String toString() {
        return page + ": " + text.lines().findFirst().orElse("");
    }
}
