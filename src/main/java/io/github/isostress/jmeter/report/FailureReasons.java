package io.github.isostress.jmeter.report;

import io.github.isostress.jmeter.FailureLines;
import io.github.isostress.jmeter.FailureLines.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/** Reads from the logs of a run why its samples have failed. Used by one thread. */
final class FailureReasons {
    private final Map<List<String>, Reason> reasons = new LinkedHashMap<>();

    /**
     * Adds the reasons in a jmeter.log, this machine's or an agent's. If a log has several runs, the last one counts.
     */
    void read(Path log) throws IOException {
        // Unlike Files.newBufferedReader, this reads bytes that are no UTF-8, too.
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
            reader.lines()
                    .map(FailureLines::read)
                    .flatMap(Optional::stream)
                    .forEach(reason -> reasons.put(List.of(reason.label(), reason.code()), reason));
        }
    }

    /**
     * The reasons of samples with a response code, as lines.
     *
     * @param message the code's sentence, which is not repeated
     */
    Stream<String> of(String code, String message) {
        return reasons.values().stream()
                .filter(reason -> reason.code().equals(code))
                .filter(reason -> reason.words().startsWith(message + ". "))
                .map(reason -> "'" + reason.label() + "': " + StringUtils.removeStart(reason.words(), message + ". "));
    }
}
