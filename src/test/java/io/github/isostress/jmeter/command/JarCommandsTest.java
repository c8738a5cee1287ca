package io.github.isostress.jmeter.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the jar, those that end no JVM. */
class JarCommandsTest {
    private static final String PAGE = "src/docs/command-line.md";
    private static final Pattern KEY_AND_DEFAULT = Pattern.compile("\\| `(\\w+)` \\| `?(\\w*)`? ?\\| ");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private int run(String... arguments) {
        return JarCommands.run(List.of(arguments), Optional.empty(), both, both);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldListTheCommandsWhenHelpOrNothingIsAskedFor() {
        assertThat(run("--help")).isZero();
        assertThat(printed())
                .contains("  run ", "  host ", "  summary ", "  certificates ", "  migrate ", "  keys ")
                .contains("--port 5000 is host --port 5000");

        String help = printed();
        printed.reset();
        assertThat(run()).isZero();
        assertThat(printed()).isEqualTo(help);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "certificates", "migrate"})
    void shouldTellHowItIsUsedWhenACommandIsAskedForHelp(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(printed()).contains("Usage: ", " " + command + " ", "--jmeter=FOLDER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host --help", "--port 5000 -h", "summary --help", "keys encrypt in -h"})
    void shouldTellHowItIsUsedWhenACommandOfItsOwnArgumentsIsAskedForHelp(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(printed()).startsWith("Usage: ").contains("-h, --help ");
    }

    @Test
    void shouldHaveAnOptionForEveryKeyWhenRunIsAskedForHelp() {
        run("run", "--help");

        assertThat(RunKey.values())
                .allSatisfy(key -> assertThat(printed())
                        .contains(key.option())
                        .containsPattern("\\(" + key.usual().replace("(", "\\(")));
    }

    @Test
    void shouldBeTheKeysOfThePageWhenTheyAreAllThereAre() throws IOException {
        List<String> rows = Files.readAllLines(Path.of(System.getProperty("project.basedir", ""), PAGE)).stream()
                .map(KEY_AND_DEFAULT::matcher)
                .filter(Matcher::lookingAt)
                .map(row -> row.group(1) + "=" + row.group(2))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Stream.of(RunKey.values())
                        .map(key -> key.key() + "=" + key.usual())
                        .toList());
    }

    @Test
    void shouldTellTheVersionsWhenTheyAreAskedFor() {
        assertThat(run("--version")).isZero();
        assertThat(printed()).startsWith("iso-stress ").contains("Java " + Runtime.version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hots                    | 'hots' is no command; did you mean host?
            --prot 5000             | --prot is no option
            --prot=5000             | --prot is no option
            run --hots x            | --hots is no option; did you mean --host?
            run host                | 'host' is no option, and belongs to none
            run --host              | Missing required parameter for option '--host' (VALUE)
            run --use_tls=ja        | There is no JMeter here: name the folder of JMeter 5.6.3 with --jmeter or in JMETER_HOME, or put this jar into its lib/ext
            -config=none.json       | There is no JMeter here
            --config none.json      | There is no JMeter here
            """)
    void shouldSayInOneSentenceWhatIsWrongWhenArgumentsAre(String arguments, String sentence) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(printed()).startsWith(sentence).hasLineCount(printed().contains("--help tells") ? 2 : 1);
    }

    @Test
    void shouldSayInOneSentenceWhatIsWrongWhenAFolderCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run("certificates", file.toString())).isEqualTo(2);
        assertThat(run("certificates", file.resolve("certs").toString())).isEqualTo(2);

        assertThat(printed().lines())
                .hasSize(2)
                .contains(file + " is a file, not a folder")
                .allMatch(line -> line.startsWith(file.toString()));
    }

    @Test
    void shouldMakeCertificatesWhenAFolderIsNamed() {
        assertThat(run("certificates", folder.resolve("certs").toString())).isZero();
        assertThat(folder.resolve("certs/ca.pem")).isRegularFile();
    }
}
