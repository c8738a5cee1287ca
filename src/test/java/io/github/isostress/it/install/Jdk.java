package io.github.isostress.it.install;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java on this machine.
 *
 * @param home the folder that has its {@code bin}
 */
public record Jdk(Path home) {
    private static final int OLDEST_FEATURE = 17;
    private static final int FIRST_TO_WARN_OF_UNSAFE = 24;
    private static final Path OF_TESTS = Path.of(System.getProperty("java.home"));
    private static final List<Path> USUAL_FOLDERS = List.of(Path.of("/usr/lib/jvm"), Path.of("/opt/java"));

    /** What JMeter and its hosts run on: {@code -Djava.of.jmeter=}; if it is not set, that of the tests. */
    public static Jdk ofJMeter() {
        String chosen = System.getProperty("java.of.jmeter", "");
        return new Jdk(chosen.isBlank() ? OF_TESTS : Path.of(chosen));
    }

    /**
     * The others that our plugin runs on: of the environment's variables {@code JAVA_HOME...}, of the folders in which
     * systems keep them, and of that in which the tests' own lies.
     */
    public static List<Jdk> others() {
        Stream<Path> named = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(Map.Entry::getValue)
                .map(Path::of);
        Stream<Path> installed = Stream.concat(
                        USUAL_FOLDERS.stream(),
                        Stream.of(OF_TESTS.toAbsolutePath().getParent()))
                .flatMap(Jdk::foldersIn);
        return Stream.concat(named, installed)
                .filter(home -> Files.isRegularFile(home.resolve("release")))
                .map(Jdk::real)
                .distinct()
                .map(Jdk::new)
                .filter(jdk -> !jdk.home().equals(real(ofJMeter().home())))
                .filter(jdk -> jdk.feature() >= OLDEST_FEATURE && Files.exists(jdk.tool("java")))
                .toList();
    }

    private static Stream<Path> foldersIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path real(Path home) {
        try {
            return home.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of its programs. */
    public Path tool(String name) {
        boolean isWindows = System.getProperty("os.name").startsWith("Windows");
        return home.resolve("bin").resolve(isWindows ? name + ".exe" : name);
    }

    /** Options with which it does not warn, on the console, of what JMeter's XStream does. */
    public List<String> silencing() {
        return feature() >= FIRST_TO_WARN_OF_UNSAFE ? List.of("--sun-misc-unsafe-memory-access=allow") : List.of();
    }

    /** 17, for one. */
    public int feature() {
        Properties release = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("release"))) {
            release.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Runtime.Version.parse(
                        release.getProperty("JAVA_VERSION").replace("\"", "").replace('_', '+'))
                .feature();
    }
}
