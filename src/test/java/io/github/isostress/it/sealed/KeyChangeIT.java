package io.github.isostress.it.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.it.Jtl;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example plan whose working keys change under load, on links that many threads use at once. */
class KeyChangeIT {
    private static final Path EXAMPLE = JMeterProcess.PROJECT.resolve("jmx-examples/key-change.jmx");

    @TempDir
    Path folder;

    @Test
    void shouldHaveNoWrongMacAndNoWrongPinWhenKeysChangeUnderLoad() throws Exception {
        Run run = new JMeterProcess(folder, EXAMPLE)
                .with("rps", 300)
                .with("key_change_secs", 1)
                .runUntil(soFar -> soFar.count("purchase") > 300
                        && soFar.count("host sign-on") + soFar.count("host echo") > 3
                        && soFar.count("host echo") > 0);

        assertThat(run.samples()).allMatch(Jtl.Sample::successful);
        assertThat(run.samples())
                .filteredOn(sample -> sample.label().equals("purchase"))
                .hasSizeGreaterThan(300);
        List<Jtl.Sample> changes = run.samples().stream()
                .filter(sample -> sample.label().matches("host (sign-on|echo)"))
                .toList();
        assertThat(changes)
                .hasSizeGreaterThan(3)
                .allMatch(sample -> sample.response().contains("\nDE 48 ")
                        || sample.response().contains("\nDE 62 "));
        assertThat(changes).anyMatch(sample -> sample.label().endsWith("echo"));
        assertThat(run.log()).doesNotContain("refused:", "not signed:");
    }
}
