package io.github.isostress.jmeter.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which jars are found twice, and what is said of them: class loaders with jars of a few entries. */
class InstalledOnceTest {
    private static final String JPOS = "org/jpos/iso/ISOMsg.class";
    private static final String PLUGIN = "io/github/isostress/failure/Failure.class";

    @TempDir
    Path folder;

    private Path real;

    @BeforeEach
    void resolve() throws IOException {
        real = folder.toRealPath();
    }

    @Test
    void shouldFindNothingWhenEachJarIsThereOnce() throws IOException {
        assertThat(sentences(jar("jpos-2.1.10.jar", JPOS), jar("jmeter-iso-stress-0.2.0.jar", PLUGIN)))
                .isEmpty();
    }

    @Test
    void shouldKeepTheVersionThatThePluginWasMadeWithWhenAnotherIsInUse() throws IOException {
        assertThat(sentences(
                        jar("jpos-2.1.9.jar", JPOS),
                        jar("jmeter-iso-stress-0.2.0.jar", PLUGIN),
                        jar("jpos-2.1.10.jar", JPOS)))
                .containsExactly("The jar of jpos is there 2 times: " + real.resolve("jpos-2.1.9.jar") + " is in use, "
                        + real.resolve("jpos-2.1.10.jar") + " beside it. Keep " + real.resolve("jpos-2.1.10.jar")
                        + ", delete " + real.resolve("jpos-2.1.9.jar") + ", and start JMeter again.");
    }

    @Test
    void shouldKeepTheNewestWhenItIsThePluginItself() throws IOException {
        assertThat(sentences(
                        jar("jmeter-iso-stress-0.9.0.jar", PLUGIN),
                        jar("jmeter-iso-stress-0.10.0.jar", PLUGIN),
                        jar("jmeter-iso-stress-0.2.0.jar", PLUGIN)))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence)
                        .startsWith("The jar of jmeter-iso-stress is there 3 times: ")
                        .endsWith("Keep " + real.resolve("jmeter-iso-stress-0.10.0.jar") + ", delete "
                                + real.resolve("jmeter-iso-stress-0.9.0.jar") + ", "
                                + real.resolve("jmeter-iso-stress-0.2.0.jar") + ", and start JMeter again."));
    }

    @Test
    void shouldAskToDeleteNothingWhenAnotherPluginHasTheClassesInItsJar() throws IOException {
        Path other = jar("other-plugin-all.jar", JPOS);

        assertThat(sentences(other, jar("jpos-2.1.10.jar", JPOS), jar("jmeter-iso-stress-0.2.0.jar", PLUGIN)))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence)
                        .contains(other + " came with something else: ")
                        .doesNotContain("delete"));
    }

    private List<String> sentences(Path... jars) throws IOException {
        List<URL> places = new ArrayList<>();
        for (Path jar : jars) {
            places.add(jar.toUri().toURL());
        }
        try (URLClassLoader loader = new URLClassLoader(places.toArray(URL[]::new), null)) {
            return InstalledOnce.doubled(loader, real).stream()
                    .map(Doubled::sentence)
                    .toList();
        }
    }

    private Path jar(String name, String entry) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, "../slf4j-api-1.7.36.jar iso-stress/jpos-2.1.10.jar");
        Path file = real.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.putNextEntry(new ZipEntry(entry));
        }
        return file;
    }
}
