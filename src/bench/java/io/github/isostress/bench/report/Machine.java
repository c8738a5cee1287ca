package io.github.isostress.bench.report;

import com.sun.management.OperatingSystemMXBean;
import io.github.isostress.bench.process.Installation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The circumstances of a run: machine, Java, versions, time. */
public final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final List<String> JARS = List.of("ApacheJMeter_core", "jpos", "bcprov", "jmeter-iso-stress");

    private Machine() {}

    /** All that in words. */
    public static String words() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "- machine: %s, %d cores, %.0f GB of memory, %s %s\n- Java: %s %s\n- versions: %s\n- begun: %s\n",
                processor(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / 1e9,
                system.getName(),
                system.getVersion(),
                System.getProperty("java.vm.name"),
                Runtime.version(),
                versions(),
                ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'")));
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    /** As the names of the installed jars tell them. */
    private static String versions() throws IOException {
        try (Stream<Path> jars = Files.walk(Installation.HOME.resolve("lib/ext"))) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> JARS.stream().anyMatch(name::startsWith))
                    .map(name -> name.replace(".jar", ""))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
