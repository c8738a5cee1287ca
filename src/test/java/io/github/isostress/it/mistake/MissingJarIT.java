package io.github.isostress.it.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.it.Jtl;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundled jar is not installed. */
class MissingJarIT {
    private static final String ALL_JARS =
            "is each of the plugin's jars in JMeter's lib/ext, lib/ext/iso-stress or lib, and there once?";

    @TempDir
    Path folder;

    @Test
    void shouldSayWhichClassIsMissingWhenAJarIsNotInstalled() throws Exception {
        Run run = WrongPlan.stress(folder, JMeterProcess.STRESS_PLAN)
                .home(homeWithout("jpos-"))
                .run();

        WrongPlan.assertFailed(run, "CONFIG_ERROR", ALL_JARS);
    }

    @Test
    void shouldSayOnceThatItKeepsNoFiguresWhenTheirJarIsNotInstalled() throws Exception {
        Run run = WrongPlan.stress(folder, JMeterProcess.STRESS_PLAN)
                .home(homeWithout("HdrHistogram-"))
                .run();

        assertThat(run.samples()).isNotEmpty().allMatch(Jtl.Sample::successful);
        assertThat(run.log().lines().filter(line -> line.contains("RunReport")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                "WARN",
                                "Runs end without their own figures here: a class is missing",
                                "HdrHistogram",
                                ALL_JARS));
    }

    private Path homeWithout(String jarPrefix) throws IOException {
        Path home = folder.resolve("jmeter");
        FileUtils.copyDirectory(JMeterProcess.HOME.toFile(), home.toFile());
        File[] jars =
                home.resolve("lib/ext/iso-stress").toFile().listFiles((folder, name) -> name.startsWith(jarPrefix));
        assertThat(jars).hasSize(1);
        FileUtils.delete(jars[0]);
        return home;
    }
}
