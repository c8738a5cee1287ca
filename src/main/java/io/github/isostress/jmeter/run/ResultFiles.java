package io.github.isostress.jmeter.run;

import io.github.isostress.health.condition.Counted;
import io.github.isostress.health.condition.LoadCounts;
import io.github.isostress.health.condition.LoadGauge;
import io.github.isostress.health.verdict.Limits;
import io.github.isostress.health.verdict.Reason;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.health.verdict.Validity;
import io.github.isostress.health.verdict.ValidityRule;
import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jmeter.reporters.ResultCollector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files into which JMeter's listeners write a run's results. JMeter keeps them to itself, writes them through
 * buffers, and warns of a full disk only when it closes them; so they are looked for where it has them. Remembers files
 * that JMeter has closed meanwhile. Thread-safe.
 */
final class ResultFiles implements LoadGauge {
    private static final Logger LOG = LoggerFactory.getLogger(ResultFiles.class);

    private static final long MEGABYTE = 1L << 20;

    private final Map<Path, PrintWriter> writers = new LinkedHashMap<>();

    /** Counts the files that cannot be written; those that JMeter has opened since the last time are found, too. */
    @Override
    public void addTo(LoadCounts counts) {
        counts.add(Counted.RESULT_ERRORS, broken().size());
    }

    /** Writes what is still in buffers, and gives the files. */
    synchronized List<Path> flushed() {
        broken();
        return List.copyOf(writers.keySet());
    }

    /**
     * The files that could not be written as a whole. What is in their buffers is written to find out: unlike flushing,
     * that does not count against a file that JMeter has closed.
     */
    synchronized List<Path> broken() {
        find();
        return writers.entrySet().stream()
                .filter(file -> file.getValue().checkError())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A verdict in which a file that could not be written has its name, and the room that is left where it lies. */
    RunVerdict named(RunVerdict verdict) {
        List<Path> broken = broken();
        if (broken.isEmpty()) {
            return verdict;
        }
        Stream<Reason> others = verdict.reasons().stream().filter(reason -> reason.rule() != ValidityRule.RESULT_FILE);
        return RunVerdict.of(Stream.concat(
                        others,
                        verdict.reasons().stream()
                                .filter(reason -> reason.rule() == ValidityRule.RESULT_FILE)
                                .map(reason -> new Reason(reason.rule(), reason.validity(), sentence(broken))))
                .toList());
    }

    /** What makes a run doubtful whose results come from agents: a file that could not be written. */
    Optional<Reason> fault(Limits limits) {
        List<Path> broken = broken();
        Validity validity = limits.of(ValidityRule.RESULT_FILE).of(broken.size());
        return validity == Validity.VALID
                ? Optional.empty()
                : Optional.of(new Reason(ValidityRule.RESULT_FILE, validity, sentence(broken)));
    }

    /** Whether JMeter may still write into one of them. */
    synchronized boolean areOpen() {
        return find() > 0;
    }

    private static String sentence(List<Path> broken) {
        return broken.stream().map(ResultFiles::sentence).collect(Collectors.joining("; "));
    }

    private static String sentence(Path file) {
        return file + " could not be written as a whole, so results are missing in it; its disk has "
                + file.toFile().getUsableSpace() / MEGABYTE + " MB left";
    }

    /** How many are open. */
    private int find() {
        try {
            synchronized (fieldOf(ResultCollector.class, "LOCK").get(null)) {
                Map<?, ?> open =
                        (Map<?, ?>) fieldOf(ResultCollector.class, "files").get(null);
                for (Map.Entry<?, ?> file : open.entrySet()) {
                    Object entry = file.getValue();
                    writers.put(Path.of(file.getKey().toString()), (PrintWriter)
                            fieldOf(entry.getClass(), "pw").get(entry));
                }
                return open.size();
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("This JMeter has its result files elsewhere", e);
            return 0;
        }
    }

    private static Field fieldOf(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
