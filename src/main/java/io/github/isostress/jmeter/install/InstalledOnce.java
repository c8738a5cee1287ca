package io.github.isostress.jmeter.install;

import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.BeforeTheTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jmeter.util.JMeterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells, once in the life of a JVM, which of the plugin's jars lie in JMeter more than once: an upgrade leaves them, or
 * a second way of installing. Named in {@code META-INF/services}. Thread-safe.
 */
public final class InstalledOnce implements BeforeTheTest {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledOnce.class);
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    @Override
    public void prepare(RunContext run) {
        if (TOLD.compareAndSet(false, true)) {
            try {
                doubledInJMeter().forEach(jar -> LOG.warn("{}", jar.sentence()));
            } catch (IOException | UncheckedIOException e) {
                LOG.warn("Whether a jar of the plugin is there twice could not be seen: {}", e.getMessage());
            }
        }
    }

    /** A program that brings its own class path, as a build's tests do, may well have a jar twice, elsewhere. */
    private static List<Doubled> doubledInJMeter() throws IOException {
        Path jars = Path.of(JMeterUtils.getJMeterHome(), "lib");
        return Files.isDirectory(jars) ? doubled(InstalledOnce.class.getClassLoader(), jars.toRealPath()) : List.of();
    }

    /** Of the jars that a class loader finds in a folder, or below it. */
    static List<Doubled> doubled(ClassLoader loader, Path folder) throws IOException {
        Set<String> needed = needed(PluginJar.PLUGIN.copies(loader));
        List<Doubled> doubled = new ArrayList<>();
        for (PluginJar jar : PluginJar.values()) {
            List<Path> files = jar.copies(loader).stream()
                    .filter(file -> file.startsWith(folder))
                    .toList();
            if (files.size() > 1) {
                doubled.add(new Doubled(jar, files, needed));
            }
        }
        return doubled;
    }

    /** The names of files in the manifest of the plugin's jar that is in use. */
    private static Set<String> needed(List<Path> plugin) throws IOException {
        if (plugin.isEmpty()) {
            return Set.of();
        }
        try (JarFile jar = new JarFile(plugin.get(0).toFile())) {
            String places = String.valueOf(jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH));
            return Stream.of(places.split(" "))
                    .map(place -> place.substring(place.lastIndexOf('/') + 1))
                    .collect(Collectors.toSet());
        }
    }
}
