package io.github.isostress.it.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.it.Jtl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan of the demo, with TLS on both ends, on each Java of this machine that the other tests do not run on. */
class OtherJavaIT {
    @TempDir
    Path folder;

    @Test
    void shouldRunAsElsewhereWhenItIsAnotherJava() throws Exception {
        List<Jdk> others = Jdk.others();
        assumeFalse(others.isEmpty(), "this machine has one Java");

        for (Jdk other : others) {
            Path files = Files.createDirectory(
                    folder.resolve(String.valueOf(other.home().getFileName())));
            Run run = new JMeterProcess(files, JMeterProcess.STRESS_PLAN)
                    .on(other)
                    .with("use_tls", true)
                    .with("workers", 2)
                    .with("ramp_up_secs", 0)
                    .with("rps", 20)
                    .with("test_duration_secs", 4)
                    .run();

            assertThat(run.requests()).as("%s", other).isNotEmpty().allMatch(Jtl.Sample::successful);
            assertThat(run.connects()).hasSize(2).allMatch(Jtl.Sample::successful);
            assertThat(run.log()).contains("java.version=" + other.feature()).doesNotContain(" ERROR ");
            assertThat(run.console()).doesNotContain("isostress", "iso-stress/");
        }
    }

    /** The Groovy that JMeter 5.6.3 brings ends a run on Java 25 without a sample. */
    @ParameterizedTest
    @ValueSource(strings = {"jmx-examples", "src/jmeter/bin/templates"})
    void shouldDoWithoutGroovyWhenItIsAPlanOfOurs(String plans) throws IOException {
        try (Stream<Path> files = Files.list(JMeterProcess.PROJECT.resolve(plans))) {
            assertThat(files.filter(file -> file.toString().endsWith(".jmx")))
                    .isNotEmpty()
                    .allSatisfy(plan -> assertThat(plan).content().doesNotContainIgnoringCase("groovy"));
        }
    }
}
