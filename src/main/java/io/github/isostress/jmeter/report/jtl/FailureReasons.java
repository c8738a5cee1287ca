package io.github.isostress.jmeter.report.jtl;

import io.github.isostress.health.record.RecordedFailure;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.jmeter.record.FailureLines;
import io.github.isostress.jmeter.record.FailureLines.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/** Why samples have failed, by the logs of a run and by its record. Used by one thread. */
public final class FailureReasons {
    private final Map<List<String>, Reason> logged = new LinkedHashMap<>();
    /** The agents that have recorded them; none if this machine has. */
    private final Map<Reason, Set<String>> recorded = new LinkedHashMap<>();

    /**
     * Adds the reasons in a jmeter.log, this machine's or an agent's. If a log has several runs, the last one counts.
     *
     * @throws IOException if the log cannot be read
     */
    public void read(Path log) throws IOException {
        // Unlike Files.newBufferedReader, this reads bytes that are no UTF-8, too.
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
            reader.lines()
                    .map(FailureLines::read)
                    .flatMap(Optional::stream)
                    .forEach(reason -> logged.put(List.of(reason.label(), reason.code()), reason));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Adds the reasons that a run has recorded, or its agents have. */
    public void add(RunRecord run) {
        run.failures().forEach(this::agentsWith);
        run.agents()
                .forEach(agent -> agent.run().stream()
                        .flatMap(its -> its.failures().stream())
                        .forEach(failure -> agentsWith(failure).add(agent.name())));
    }

    private Set<String> agentsWith(RecordedFailure failure) {
        Reason reason = new Reason(failure.label(), failure.code(), failure.words());
        return recorded.computeIfAbsent(reason, absent -> new TreeSet<>());
    }

    /**
     * The reasons of samples with a response code, as lines. Of agents they say which ones have told them.
     *
     * @param message the code's sentence, which is not repeated
     */
    public Stream<String> of(String code, String message) {
        return Stream.concat(recorded.keySet().stream(), logged.values().stream())
                .distinct()
                .filter(reason -> reason.code().equals(code))
                .filter(reason -> reason.words().startsWith(message + ". "))
                .map(reason -> "'" + reason.label() + "'" + agents(reason) + ": "
                        + StringUtils.removeStart(reason.words(), message + ". "));
    }

    private String agents(Reason reason) {
        Set<String> names = recorded.getOrDefault(reason, Set.of());
        return names.isEmpty() ? "" : " on " + String.join(", ", names);
    }
}
