package io.github.isostress.it;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.record.FailureLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a jmeter.log says of failed samples. */
public final class LoggedFailures {
    private static final Pattern COUNT =
            Pattern.compile("WARN \\S*RunFailures: '(.+)' (\\w+) came (?:(once)|([\\d,]+) times)");

    private LoggedFailures() {}

    /** The reasons, in the order of the log. */
    public static List<FailureLines.Reason> reasons(String log) {
        return log.lines().map(FailureLines::read).flatMap(Optional::stream).toList();
    }

    /** How many samples failed, by label and code: the counts at the end of the log. */
    public static Map<String, Long> counts(String log) {
        return COUNT.matcher(log)
                .results()
                .collect(Collectors.toMap(
                        count -> count.group(1) + " " + count.group(2),
                        LoggedFailures::times,
                        Long::sum,
                        TreeMap::new));
    }

    private static long times(MatchResult count) {
        return count.group(3) == null ? Long.parseLong(count.group(4).replace(",", "")) : 1;
    }

    /** How many samples failed, by label and code: counted in the results. */
    public static Map<String, Long> in(List<Jtl.Sample> samples) {
        return samples.stream()
                .filter(sample ->
                        !sample.successful() && Failure.ofCode(sample.code()).isPresent())
                .map(sample -> sample.label() + " " + sample.code())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
