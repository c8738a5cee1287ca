package io.github.isostress.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.it.Jtl;
import io.github.isostress.support.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMeter's own Plugins Manager puts the plugin into a JMeter that has never seen it, and takes it out again. */
class PluginsManagerIT {
    private static final long LONGEST_SECONDS = 300;

    @TempDir
    Path folder;

    private LaidOutHome home;
    private Set<String> jarsOfJMeter;

    @BeforeEach
    void makeHome() throws IOException {
        home = LaidOutHome.withoutPlugin(folder.resolve("jmeter"));
        home.put(manager("cmdrunner"), "lib/cmdrunner.jar")
                .put(manager("jmeter-plugins-manager"), "lib/ext/manager.jar");
        jarsOfJMeter = jars();
    }

    private static Path manager(String name) throws IOException {
        try (Stream<Path> files = Files.list(PluginsManagerEntry.FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .findAny()
                    .orElseThrow();
        }
    }

    @Test
    void shouldInstallUpgradeAndUninstallWhenTheManagerIsAsked() throws Exception {
        try (Catalogue catalogue = new Catalogue()) {
            manage(catalogue, "install", catalogue.plugin() + "=" + Catalogue.EARLIER_VERSION);
            awaitInstalled(
                    Set.of("ext/" + Catalogue.jarOfVersion(Catalogue.EARLIER_VERSION), Catalogue.EARLIER_LIBRARY));

            manage(catalogue, "install", catalogue.plugin() + "=" + catalogue.version());
            Set<String> ofPlugin = new TreeSet<>(Set.of("ext/" + Catalogue.jarOfVersion(catalogue.version())));
            LaidOutHome.libraryJars()
                    .forEach(jar -> ofPlugin.add(jar.getFileName().toString()));
            awaitInstalled(ofPlugin);

            Run run = runAPlan();
            assertThat(run.requests()).isNotEmpty().allMatch(Jtl.Sample::successful);
            assertThat(run.log()).doesNotContain("InstalledOnce");

            manage(catalogue, "uninstall", catalogue.plugin());
            awaitInstalled(Set.of());
        }
    }

    private void manage(Catalogue catalogue, String command, String plugin) throws Exception {
        Path printed = folder.resolve(command + ".txt");
        Process process = new ProcessBuilder(
                        Jdk.ofJMeter().tool("java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djpgc.repo.address=" + catalogue.address(),
                        // What it remembers and what it downloads is not for the next test.
                        "-Duser.home=" + folder,
                        "-Djava.io.tmpdir=" + folder,
                        "-jar",
                        home.folder().resolve("lib/cmdrunner.jar").toString(),
                        "--tool",
                        "org.jmeterplugins.repository.PluginManagerCMD",
                        command,
                        plugin)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(printed)).isZero();
    }

    /** The manager changes the folders when it has ended, in a process of its own. */
    private void awaitInstalled(Set<String> expected) {
        Await.until("installed is " + expected, () -> {
            try {
                Set<String> installed = jars();
                installed.removeAll(jarsOfJMeter);
                return installed.equals(expected);
            } catch (UncheckedIOException e) {
                // A jar went while it was looked at.
                return false;
            }
        });
    }

    /** Relative to JMeter's {@code lib}. */
    private Set<String> jars() {
        Set<String> names = new TreeSet<>();
        Path library = home.folder().resolve("lib");
        try (Stream<Path> files = Files.walk(library)) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .forEach(jar -> names.add(library.relativize(jar).toString().replace('\\', '/')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private Run runAPlan() throws Exception {
        return new JMeterProcess(Files.createDirectory(folder.resolve("run")), JMeterProcess.STRESS_PLAN)
                .home(home.folder())
                .with("workers", 2)
                .with("ramp_up_secs", 0)
                .with("rps", 20)
                .with("test_duration_secs", 4)
                .run();
    }
}
