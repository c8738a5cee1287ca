package io.github.isostress.health.condition;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many cores the container may use in which this JVM runs, and how long it was held up since it had used them:
 * control groups of Linux, version 2. Used by one thread.
 */
final class ContainerLimit implements AutoCloseable {
    private static final double MICROS_IN_A_SECOND = 1e6;

    private final double cores;
    private final ProcFile statistics;

    /**
     * What the container has used so far. Immutable.
     *
     * @param usedSeconds core seconds
     * @param heldUpSeconds seconds in which it was not let run, summed up over its cores
     */
    record Usage(double usedSeconds, double heldUpSeconds) {
        static Usage of(String text) {
            return new Usage(seconds(text, "usage_usec"), seconds(text, "throttled_usec"));
        }

        private static double seconds(String text, String name) {
            return text.lines()
                            .filter(line -> line.startsWith(name + " "))
                            .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                            .findFirst()
                            .orElse(0)
                    / MICROS_IN_A_SECOND;
        }
    }

    private ContainerLimit(double cores, ProcFile statistics) {
        this.cores = cores;
        this.statistics = statistics;
    }

    /** That of this JVM; empty if there is none. */
    static Optional<ContainerLimit> here() {
        return groups().flatMap(group -> of("/sys/fs/cgroup" + group).stream()).findFirst();
    }

    /** The group as the container sees it, and as the machine does. */
    private static Stream<String> groups() {
        try (ProcFile file = ProcFile.at("/proc/self/cgroup").orElse(null)) {
            String text = Optional.ofNullable(file).flatMap(ProcFile::text).orElse("");
            return Stream.concat(
                    text.lines().filter(line -> line.startsWith("0::/")).map(line -> line.substring("0::".length())),
                    Stream.of(""));
        }
    }

    private static Optional<ContainerLimit> of(String folder) {
        try (ProcFile most = ProcFile.at(folder + "/cpu.max").orElse(null)) {
            double cores = Optional.ofNullable(most)
                    .flatMap(ProcFile::text)
                    .map(ContainerLimit::cores)
                    .orElse(Double.NaN);
            return Double.isNaN(cores)
                    ? Optional.empty()
                    : ProcFile.at(folder + "/cpu.stat").map(found -> new ContainerLimit(cores, found));
        }
    }

    /** Of a quota and its period as in "150000 100000"; NaN for "max 100000", which is no limit. */
    static double cores(String text) {
        String[] words = text.strip().split(" ");
        return words[0].equals("max") ? Double.NaN : Double.parseDouble(words[0]) / Double.parseDouble(words[1]);
    }

    double cores() {
        return cores;
    }

    Optional<Usage> usage() {
        return statistics.text().map(Usage::of);
    }

    @Override
    public void close() {
        statistics.close();
    }
}
