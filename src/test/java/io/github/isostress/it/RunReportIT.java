package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.message.masking.ShownText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The figures that jmeter.log tells at the end of a run are those of the results. */
@ExtendWith(JMeterEnvironment.class)
class RunReportIT {
    private static final Pattern LINE = Pattern.compile("INFO \\S*RunReport: '(.+)': [\\d,]+(?: sent)?[,;].*");
    private static final Pattern CODE = Pattern.compile("([\\d,]+) x (\\w+)");
    private static final Pattern NOT_SENT = Pattern.compile(", (\\d+) not sent");
    private static final Pattern BYTES = Pattern.compile("; ([\\d,]+) bytes sent, ([\\d,]+) received");

    @TempDir
    Path folder;

    @Test
    void shouldAgreeWithTheResultsWhenRequestsFailInEveryWay() throws Exception {
        Run run;
        try (FailingPlan plan = new FailingPlan()) {
            run = new JMeterProcess(folder, plan.save(folder)).run();
        }
        List<String> lines = run.log()
                .lines()
                .filter(line -> LINE.matcher(line).find() && !line.contains(" close': "))
                .toList();
        Predicate<Jtl.Sample> isRequest = sample -> sample.label().endsWith(" request");

        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("'**************** request'"))
                .noneSatisfy(line -> assertThat(line).contains(FailingPlan.CARD_NUMBER));
        assertThat(logged(lines)).isEqualTo(counts(run.samples()));
        assertThat(number(lines, NOT_SENT, 1))
                .isEqualTo(run.samples().stream()
                        .filter(isRequest.and(RunReportIT::isUnsent))
                        .count());
        assertThat(number(lines, BYTES, 1))
                .isEqualTo(run.samples().stream()
                        .filter(isRequest)
                        .mapToLong(Jtl.Sample::sentBytes)
                        .sum());
        assertThat(number(lines, BYTES, 2))
                .isEqualTo(run.samples().stream()
                        .filter(isRequest)
                        .mapToLong(Jtl.Sample::bytes)
                        .sum());
        assertThat(run.log())
                .containsPattern("RunReport: lag p50 [\\d.]+ ms, .*; response time from due p50 [\\d.]+ ms,");
        assertThat(run.log())
                .containsPattern("'good request': 75 sent, .* succeeded, [1-9]\\d* declined, [1-9]\\d* failed;");
    }

    private static Map<String, Long> logged(List<String> lines) {
        Map<String, Long> counts = new TreeMap<>();
        for (String line : lines) {
            String label =
                    LINE.matcher(line).results().findFirst().orElseThrow().group(1);
            CODE.matcher(line).results().forEach(code -> counts.put(label + " " + code.group(2), number(code, 1)));
        }
        return counts;
    }

    /** But for requests that could not be sent, of which the figures tell the number alone. */
    private static Map<String, Long> counts(Iterable<Jtl.Sample> samples) {
        Map<String, Long> counts = new TreeMap<>();
        for (Jtl.Sample sample : samples) {
            if (!sample.label().endsWith(" request") || !isUnsent(sample)) {
                counts.merge(ShownText.of(sample.label()) + " " + sample.code(), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static boolean isUnsent(Jtl.Sample sample) {
        return sample.sentBytes() == 0 && Failure.ofCode(sample.code()).isPresent();
    }

    /** Of all lines together. */
    private static long number(List<String> lines, Pattern pattern, int group) {
        return lines.stream()
                .flatMap(line -> pattern.matcher(line).results())
                .mapToLong(match -> number(match, group))
                .sum();
    }

    private static long number(MatchResult match, int group) {
        return Long.parseLong(match.group(group).replace(",", ""));
    }
}
