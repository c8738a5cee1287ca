package io.github.isostress.jmeter.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command that takes over plans of the plugin jmeter-iso8583: what it prints, and its exit code. */
class MigrateCommandTest {
    private static final Path PLANS =
            Path.of(System.getProperty("project.basedir", "."), "src", "test", "resources", "migration");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return new CommandLine(new MigrateCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler(MistakeSentence::inArguments)
                .setExecutionExceptionHandler(MistakeSentence::inWork)
                .execute(texts);
    }

    @Test
    void shouldEndWithZeroWhenAllIsConverted() {
        Path made = folder.resolve("new.jmx");

        int code = run(PLANS.resolve("one-shot.jmx"), made);

        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("Converted:")
                .contains("1 ISO8583Sampler to ISO 8583 Request")
                .doesNotContain("Not converted")
                .endsWith(made + " is the new plan." + System.lineSeparator());
        assertThat(made).exists();
    }

    @Test
    void shouldEndWithOneWhenSomethingIsNotConverted() {
        assertThat(run(PLANS.resolve("not-converted.jmx"), folder.resolve("new.jmx")))
                .isEqualTo(1);
        assertThat(out.toString()).contains("Not converted, see to it before you run the plan:");
        assertThat(folder.resolve("new.jmx")).exists();
    }

    @Test
    void shouldEndWithTwoAndOneSentenceWhenTheInputCannotBeUsed() throws Exception {
        Path noPlan = Files.writeString(folder.resolve("old.jmx"), "<a/>");

        assertThat(run(noPlan, folder.resolve("new.jmx"))).isEqualTo(2);
        assertThat(run(folder.resolve("nowhere.jmx"), folder.resolve("new.jmx")))
                .isEqualTo(2);
        assertThat(run(PLANS.resolve("bare.jmx"), folder.resolve("no folder").resolve("new.jmx")))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        noPlan + " is no test plan of JMeter: it begins with <a>, not <jmeterTestPlan>",
                        "There is no file " + folder.resolve("nowhere.jmx"),
                        "There is no folder " + folder.resolve("no folder"));
    }

    @Test
    void shouldReplaceAPlanOnlyWhenForced() throws Exception {
        Path made = Files.writeString(folder.resolve("new.jmx"), "another plan");

        assertThat(run(PLANS.resolve("bare.jmx"), made)).isEqualTo(2);
        assertThat(made).hasContent("another plan");
        assertThat(err.toString()).startsWith(made + " is there already; --force replaces it");
        assertThat(run(PLANS.resolve("bare.jmx"), made, "--force")).isZero();
        assertThat(made).content().contains("Iso8583Request");
    }
}
