package io.github.isostress.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A JMeter home with the files of the one that the build has assembled, and the plugin's jars where a test puts them.
 *
 * @param folder the home
 */
record LaidOutHome(Path folder) {
    /** Where our zip puts the libraries. */
    static final String OUR_FOLDER = "lib/ext/iso-stress";

    private static final Path PLUGIN_FOLDER = JMeterProcess.HOME.resolve("lib/ext");
    private static final Path LIBRARY_FOLDER = JMeterProcess.HOME.resolve(OUR_FOLDER);

    /** A home without the plugin. */
    static LaidOutHome withoutPlugin(Path folder) throws IOException {
        LaidOutHome home = new LaidOutHome(folder);
        try (Stream<Path> files = Files.walk(JMeterProcess.HOME)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.equals(pluginJar()) && !file.startsWith(LIBRARY_FOLDER)) {
                    home.put(file, JMeterProcess.HOME.relativize(file).toString());
                }
            }
        }
        return home;
    }

    /** The plugin's jar. */
    static Path pluginJar() throws IOException {
        List<Path> jars = jars(PLUGIN_FOLDER, "jmeter-iso-stress-");
        assertThat(jars).hasSize(1);
        return jars.get(0);
    }

    /** The bundled jars whose names begin with one of these; all if none is given. */
    static List<Path> libraryJars(String... prefixes) throws IOException {
        List<Path> libraries = jars(LIBRARY_FOLDER, prefixes);
        assertThat(libraries).hasSizeGreaterThanOrEqualTo(Math.max(prefixes.length, 1));
        return libraries;
    }

    private static List<Path> jars(Path folder, String... prefixes) throws IOException {
        Predicate<String> wanted =
                name -> prefixes.length == 0 || Stream.of(prefixes).anyMatch(name::startsWith);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** Puts the plugin's jar into {@code lib/ext}. */
    LaidOutHome withPlugin() throws IOException {
        return put(pluginJar(), "lib/ext/" + pluginJar().getFileName());
    }

    /** Where the plugin's jar lies in it. */
    Path plugin() throws IOException {
        return folder.resolve("lib/ext").resolve(pluginJar().getFileName());
    }

    /** Puts bundled jars into one of the home's folders; all if no beginning of a name is given. */
    LaidOutHome libraries(String place, String... prefixes) throws IOException {
        for (Path library : libraryJars(prefixes)) {
            put(library, place + "/" + library.getFileName());
        }
        return this;
    }

    /** Puts a file into it: a second name for it where the file system can, else a copy. */
    LaidOutHome put(Path file, String name) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return this;
    }
}
