package io.github.isostress.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A page in Markdown.
 *
 * @param file relative to the project
 */
record Page(Path file, String text) {
    private static final Path PROJECT =
            Path.of(System.getProperty("project.basedir", "")).toAbsolutePath();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The front page. */
    static Page readme() {
        return of(Path.of("README.md"));
    }

    /** A page of {@code src/docs}, by its name without {@code .md}. */
    static Page named(String name) {
        return of(Path.of("src/docs", name + ".md"));
    }

    /** The pages of {@code src/docs}. */
    static List<Page> chapters() {
        try (Stream<Path> files = Files.list(PROJECT.resolve("src/docs"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(PROJECT::relativize)
                    .map(Page::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page of the project. */
    static Stream<Page> all() {
        Stream<Page> others = Stream.of(
                        "README.md",
                        "CHANGELOG.md",
                        "lib-ext/README.md",
                        "certs/README.md",
                        "src/jmeter/bin/templates/README-iso8583.md")
                .map(Path::of)
                .map(Page::of);
        return Stream.concat(others, chapters().stream());
    }

    /** The pictures for the pages. */
    static List<Path> pictures() {
        try (Stream<Path> files = Files.list(PROJECT.resolve("src/docs/images"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page of(Path file) {
        try {
            return new Page(file, Files.readString(PROJECT.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the project, whether it is there or not. */
    static Path inProject(String file) {
        return PROJECT.resolve(file).normalize();
    }

    /** Where the page points to: addresses, files and places within pages. */
    List<String> links() {
        return LINK.matcher(proseAndTables())
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .toList();
    }

    /** The file that a link of this page names. */
    Path target(String link) {
        String name = link.replaceFirst("#.*", "");
        return inProject(
                name.isEmpty() ? file.toString() : file.resolveSibling(name).toString());
    }

    /** The places that a link may name behind its {@code #}, as GitHub makes them of headings. */
    Set<String> anchors() {
        return HEADING.matcher(proseAndTables())
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\]\\([^)]*\\)", "")
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** The anchors of a page by its file. */
    static Set<String> anchorsOf(Path file) {
        return of(PROJECT.relativize(file)).anchors();
    }

    private String proseAndTables() {
        return CODE_BLOCK.matcher(text).replaceAll("");
    }

    /** The rows of all tables with this header line, each as its cells. */
    List<List<String>> table(String header) {
        List<List<String>> rows = tablesThatBegin(header);
        if (rows.isEmpty()) {
            throw new AssertionError(file + " has no table '" + header + "'");
        }
        return rows;
    }

    /** The rows of all tables whose header line begins with one of these; there may be none. */
    List<List<String>> tablesThatBegin(String... headers) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(at -> Stream.of(headers).anyMatch(lines.get(at)::startsWith))
                .boxed()
                .flatMap(at -> lines.stream().skip(at + 2L).takeWhile(line -> line.startsWith("|")))
                .map(Page::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        return Stream.of(row.substring(1, row.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** The pieces of code in a text, without their quotes. */
    static List<String> code(String text) {
        return CODE.matcher(text)
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
