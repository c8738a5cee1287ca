package io.github.isostress.health.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gates of a run: one a line or between semicolons, with comments behind {@code #}. A line that is no gate is kept,
 * and fails with the sentence that says why. Immutable.
 */
public final class Gates {
    /** None. */
    public static final Gates NONE = new Gates(List.of());

    private final List<GateLine> lines;

    private Gates(List<GateLine> lines) {
        this.lines = lines;
    }

    /** Reads gates, such as {@code p99 < 50 ms; Purchase: failed < 0.1 %}. */
    public static Gates parse(String text) {
        return new Gates(text.lines()
                .map(line -> line.replaceFirst("#.*", ""))
                .flatMap(line -> Stream.of(line.split(";")))
                .map(String::strip)
                .filter(gate -> !gate.isEmpty())
                .map(GateLine::parse)
                .toList());
    }

    /** These gates, and then others; each once. */
    public Gates and(Gates others) {
        List<String> mine = texts();
        return new Gates(Stream.concat(
                        lines.stream(), others.lines.stream().filter(line -> !mine.contains(line.text())))
                .toList());
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The gates as they were written. */
    public List<String> texts() {
        return lines.stream().map(GateLine::text).toList();
    }

    /** One clear sentence for each line that is no gate. */
    public List<String> faults() {
        return lines.stream().map(GateLine::fault).flatMap(Optional::stream).toList();
    }

    /** Checks every gate, in their order. */
    public List<GateResult> check(GatedRun run) {
        return lines.stream().map(line -> line.check(run)).toList();
    }
}
