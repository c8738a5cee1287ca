package io.github.isostress.jmeter.command;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The folder of a JMeter. Uses no class of JMeter's. Immutable.
 *
 * @param folder has {@code bin} and {@code lib}
 */
record InstalledJMeter(Path folder) {
    /** The option that names the folder. */
    static final String OPTION = "--jmeter";
    /** The environment variable that names the folder. */
    static final String VARIABLE = "JMETER_HOME";
    /** What to do if there is none. */
    static final String NONE = "There is no JMeter here: name the folder of JMeter 5.6.3 with " + OPTION + " or in "
            + VARIABLE + ", or put this jar into its lib/ext";

    private static final String OUR_JARS = "jmeter-iso-stress-";

    /** Whether a class loader has JMeter's classes. */
    static boolean isIn(ClassLoader loader) {
        return loader.getResource("org/apache/jmeter/util/JMeterUtils.class") != null;
    }

    /**
     * The JMeter that the option names, else the one in whose {@code lib/ext} our jar lies, else that of the environment.
     *
     * @param jar our jar, or the folder of our classes
     * @throws IllegalArgumentException with one clear sentence if what was named is no JMeter
     */
    static Optional<InstalledJMeter> find(List<String> arguments, Path jar, Map<String, String> environment) {
        Optional<String> named = named(arguments);
        if (named.isPresent()) {
            return Optional.of(of(OPTION, named.get()));
        }
        Optional<InstalledJMeter> around = Optional.ofNullable(
                        jar.toAbsolutePath().getParent())
                .filter(folder -> folder.endsWith(Path.of("lib", "ext")))
                .map(folder -> new InstalledJMeter(folder.getParent().getParent()))
                .filter(InstalledJMeter::isComplete);
        return around.or(() -> Optional.ofNullable(environment.get(VARIABLE))
                .filter(value -> !value.isBlank())
                .map(value -> of(VARIABLE, value)));
    }

    private static Optional<String> named(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(OPTION + "=")) {
                return Optional.of(argument.substring(OPTION.length() + 1));
            }
            if (argument.equals(OPTION) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static InstalledJMeter of(String where, String value) {
        InstalledJMeter home =
                new InstalledJMeter(Path.of(value).toAbsolutePath().normalize());
        if (!home.isComplete()) {
            throw new IllegalArgumentException(where + " names " + home.folder
                    + ", which is no folder of a JMeter: that has bin/jmeter.properties and"
                    + " lib/ext/ApacheJMeter_core.jar");
        }
        return home;
    }

    private boolean isComplete() {
        try {
            return Files.isRegularFile(folder.resolve("bin").resolve("jmeter.properties"))
                    && !jars(extensions(), "ApacheJMeter_core").isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private Path extensions() {
        return folder.resolve("lib").resolve("ext");
    }

    private static List<Path> jars(Path folder, String beginning) throws IOException {
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, beginning + "*.jar")) {
                files.forEach(jars::add);
            }
        }
        jars.sort(null);
        return jars;
    }

    /**
     * Loads our classes, and JMeter's as JMeter's own start finds them. Apart from the class path, whose classes of ours do
     * not see JMeter's.
     *
     * @param jar ours, which goes before another version of it in this JMeter
     */
    ClassLoader loader(Path jar) throws IOException {
        List<Path> jars = new ArrayList<>(List.of(jar));
        jars.addAll(jars(folder.resolve("lib"), ""));
        for (Path each : jars(extensions(), "")) {
            if (!each.getFileName().toString().startsWith(OUR_JARS)) {
                jars.add(each);
            }
        }
        // Where JMeter looks for classes of elements and functions.
        System.setProperty(
                "java.class.path", jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        return new URLClassLoader(urls(jars), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] urls(List<Path> jars) throws MalformedURLException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return urls;
    }
}
