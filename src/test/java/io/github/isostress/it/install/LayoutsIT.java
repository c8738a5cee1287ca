package io.github.isostress.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.HostProcess;
import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.it.Jtl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plugin works wherever its jars lie: JMeter runs a plan against the stand-alone host of the same folders. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutsIT {
    private static final int AT_ONCE = 2;
    private static final long LONGEST_SECONDS = 300;
    private static final String OLDER = "lib/ext/jmeter-iso-stress-0.1.0.jar";

    private Path folder;
    private final ExecutorService runs = Executors.newFixedThreadPool(AT_ONCE);
    private final Map<Layout, CompletableFuture<Run>> byLayout = new EnumMap<>(Layout.class);

    /** Where the jars lie. */
    private enum Layout {
        OF_THE_ZIP {
            @Override
            void fill(LaidOutHome home) throws IOException {
                home.withPlugin().libraries(LaidOutHome.OUR_FOLDER);
            }
        },
        OF_PLUGINS_MANAGER {
            @Override
            void fill(LaidOutHome home) throws IOException {
                home.withPlugin().libraries("lib");
            }
        },
        FLAT {
            @Override
            void fill(LaidOutHome home) throws IOException {
                home.withPlugin().libraries("lib/ext");
            }
        },
        /** Each library in one of the three places, some in two, and a plugin of an older version. */
        MIXED {
            @Override
            void fill(LaidOutHome home) throws IOException {
                home.withPlugin()
                        .libraries("lib", "jpos", "bcprov", "HdrHistogram")
                        .libraries("lib/ext", "bcutil", "picocli")
                        .libraries(LaidOutHome.OUR_FOLDER, "jpos", "bcpkix", "fastcsv", "uplot")
                        .put(LaidOutHome.pluginJar(), OLDER);
            }
        };

        abstract void fill(LaidOutHome home) throws IOException;
    }

    @BeforeAll
    void runEach(@TempDir Path homes) {
        folder = homes;
        for (Layout layout : Layout.values()) {
            byLayout.put(layout, CompletableFuture.supplyAsync(() -> runIn(layout), runs));
        }
    }

    @AfterAll
    void end() {
        runs.shutdownNow();
    }

    private Run runIn(Layout layout) {
        try {
            LaidOutHome home = LaidOutHome.withoutPlugin(folder(layout));
            layout.fill(home);
            Path files = Files.createDirectory(home.folder().resolve("run"));
            try (HostProcess host = HostProcess.standAlone(home.plugin())) {
                return new JMeterProcess(files, JMeterProcess.STRESS_PLAN)
                        .home(home.folder())
                        .with("host", "127.0.0.1")
                        .with("port", host.port())
                        .with("workers", 2)
                        .with("ramp_up_secs", 0)
                        .with("rps", 20)
                        .with("test_duration_secs", 4)
                        .run();
            }
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private Path folder(Layout layout) {
        return folder.resolve(layout.name());
    }

    @ParameterizedTest
    @EnumSource
    void shouldRunAgainstTheStandAloneHostWhenItsJarsLieThere(Layout layout) throws Exception {
        Run run = run(layout);

        assertThat(run.requests()).isNotEmpty().allMatch(Jtl.Sample::successful);
        assertThat(run.connects()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MIXED")
    void shouldSayNothingWhenEachJarIsThereOnce(Layout layout) throws Exception {
        assertThat(twice(run(layout))).isEmpty();
    }

    @Test
    void shouldSayWhichLieTwiceAndWhatToDoWhenAnUpgradeHasLeftThem() throws Exception {
        Path home = folder(Layout.MIXED).toRealPath();
        Path jpos = LaidOutHome.libraryJars("jpos").get(0).getFileName();
        Path plugin = LaidOutHome.pluginJar().getFileName();

        assertThat(twice(run(Layout.MIXED)))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .contains("The jar of jmeter-iso-stress is there 2 times: ")
                        .contains("Keep " + home.resolve("lib/ext").resolve(plugin) + ", delete " + home.resolve(OLDER)
                                + ", and start JMeter again."))
                .anySatisfy(line -> assertThat(line)
                        .contains("The jar of jpos is there 2 times: "
                                + home.resolve("lib").resolve(jpos) + " is in use, "
                                + home.resolve(LaidOutHome.OUR_FOLDER).resolve(jpos) + " beside it. ")
                        .contains("Keep " + home.resolve("lib").resolve(jpos) + ", delete "
                                + home.resolve(LaidOutHome.OUR_FOLDER).resolve(jpos)));
    }

    private Run run(Layout layout) throws Exception {
        return byLayout.get(layout).get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private static List<String> twice(Run run) {
        return run.log().lines().filter(line -> line.contains("InstalledOnce")).toList();
    }
}
