package io.github.isostress.jmeter.install;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A jar of which JMeter has more than one, in one version or several.
 *
 * @param files at least two, that which JMeter takes the classes from first
 * @param needed the names of the files that the plugin was made with
 */
record Doubled(PluginJar jar, List<Path> files, Set<String> needed) {
    private static final Pattern VERSION = Pattern.compile("-(\\d[\\w.-]*)\\.jar$");

    /** Where they lie, which is in use, and what to do. */
    String sentence() {
        List<Path> others =
                files.stream().filter(file -> !file.equals(toKeep())).toList();
        String found = "The jar of " + jar.artifact() + " is there " + files.size() + " times: " + files.get(0)
                + " is in use, " + listed(files.subList(1, files.size())) + " beside it. ";
        List<Path> ofOthers = others.stream().filter(this::isOfAnother).toList();
        if (ofOthers.isEmpty()) {
            return found + "Keep " + toKeep() + ", delete " + listed(others) + ", and start JMeter again.";
        }
        return found + listed(ofOthers) + " came with something else: if a class is said to be missing or of another"
                + " version, use that and this plugin in two JMeters.";
    }

    private Path toKeep() {
        return jar == PluginJar.PLUGIN ? newest() : neededOne().orElseGet(() -> files.get(0));
    }

    private Optional<Path> neededOne() {
        return files.stream().filter(file -> needed.contains(name(file))).findFirst();
    }

    /** A file without a version is older than any. */
    private Path newest() {
        return files.stream()
                .max(Comparator.comparing((Path file) -> version(name(file)))
                        .thenComparing(file -> -files.indexOf(file)))
                .orElseThrow();
    }

    private static Version version(String name) {
        Matcher version = VERSION.matcher(name);
        return Version.parse(version.find() ? version.group(1) : "0");
    }

    /** A jar that holds the same classes under another name is not ours to delete. */
    private boolean isOfAnother(Path file) {
        return !name(file).startsWith(jar.artifact());
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String listed(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
