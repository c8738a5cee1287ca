package io.github.isostress.bench.process;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import one.profiler.AsyncProfiler;
import org.jdom2.Element;
import org.yaml.snakeyaml.Yaml;

/**
 * Where the bench finds what it measures: the JMeter that the build has put together, with the plugin as a user has it.
 * From the system properties {@code project.basedir} and {@code jmeter.home}, which the bench's processes inherit.
 */
public final class Installation {
    /** The project's folder. */
    public static final Path PROJECT =
            Path.of(System.getProperty("project.basedir", "")).toAbsolutePath();

    /** JMeter's home. */
    public static final Path HOME = Path.of(System.getProperty(
                    "jmeter.home", PROJECT.resolve("target/jmeter").toString()))
            .toAbsolutePath();

    /** Where the bench leaves its files. */
    public static final Path RESULTS = PROJECT.resolve("target/bench");

    private Installation() {}

    /** The Java that runs the bench. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String jarOf(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** The beginning of a command line that runs one of the bench's own classes on JMeter's class path. */
    static List<String> command(List<String> options) {
        String classPath = String.join(
                File.pathSeparator,
                PROJECT.resolve("target/test-classes").toString(),
                jarOf(AsyncProfiler.class),
                jarOf(Element.class),
                jarOf(Yaml.class),
                HOME.resolve("lib").toString() + "/*",
                HOME.resolve("lib/ext").toString() + "/*");
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-Dproject.basedir=" + PROJECT,
                "-Djmeter.home=" + HOME,
                "-Dlog4j2.configurationFile=" + HOME.resolve("bin/log4j2.xml").toUri(),
                "-cp",
                classPath));
        return command;
    }
}
