package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.support.TestHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example plan that stands on both sides of a switch, with the switch that it brings. */
class SwitchBetweenIT {
    private static final Path EXAMPLE = JMeterProcess.PROJECT.resolve("jmx-examples/switch-between.jmx");
    /** JMeter doubles the underscores in an XML file. */
    private static final Pattern BETWEEN = Pattern.compile("iso__between__us=\"(\\d+)\"");

    private static final long OF_THE_SWITCH_MICROS = 2_000;

    @TempDir
    Path folder;

    @Test
    void shouldTellTheSwitchsTimeOfEachPurchaseWhenTheExampleRuns() throws Exception {
        Run run = new JMeterProcess(folder, EXAMPLE)
                .with("issuer_port", TestHosts.portWithoutHost())
                .with("rps", 50)
                .with("test_duration_secs", 8)
                .with("sample_variables", String.join(",", JtlColumns.ALL))
                .run();

        List<Jtl.Sample> purchases = labelled(run, "purchase");
        assertThat(run.samples()).allMatch(Jtl.Sample::successful);
        assertThat(purchases).extracting(Jtl.Sample::code).contains("00", "61");
        assertThat(labelled(run, "approve").size() + labelled(run, "decline").size())
                .isEqualTo(purchases.size());
        assertThat(between()).hasSize(purchases.size()).allMatch(micros -> micros >= OF_THE_SWITCH_MICROS);
    }

    private static List<Jtl.Sample> labelled(Run run, String label) {
        return run.samples().stream()
                .filter(sample -> sample.label().equals(label))
                .toList();
    }

    private List<Long> between() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path jtl = files.filter(file -> file.toString().endsWith(".jtl"))
                    .findFirst()
                    .orElseThrow();
            return BETWEEN.matcher(Files.readString(jtl))
                    .results()
                    .map(MatchResult::group)
                    .map(attribute -> Long.valueOf(attribute.replaceAll("\\D", "")))
                    .toList();
        }
    }
}
