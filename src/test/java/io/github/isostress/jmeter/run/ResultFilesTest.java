package io.github.isostress.jmeter.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.isostress.health.condition.Counted;
import io.github.isostress.health.condition.LoadCounts;
import io.github.isostress.health.verdict.Reason;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.health.verdict.Validity;
import io.github.isostress.health.verdict.ValidityRule;
import io.github.isostress.jmeter.JMeterEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterVariables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** JMeter's result files are found while it writes them, and one on a full disk is noticed. */
@ExtendWith(JMeterEnvironment.class)
class ResultFilesTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    private final ResultFiles files = new ResultFiles();

    private static ResultCollector writing(Path file) {
        ResultCollector collector = new ResultCollector();
        collector.setFilename(file.toString());
        collector.testStarted();
        SampleResult sample = new SampleResult();
        sample.setSampleLabel("purchase");
        collector.sampleOccurred(new SampleEvent(sample, "terminals", new JMeterVariables()));
        return collector;
    }

    @Test
    void shouldHaveEverySampleInTheFileWhenItIsFlushed() throws Exception {
        Path jtl = folder.toRealPath().resolve("results.jtl");
        ResultCollector collector = writing(jtl);
        try {
            assertThat(Files.readString(jtl)).doesNotContain("purchase");

            assertThat(files.flushed()).containsExactly(jtl);

            assertThat(Files.readString(jtl)).contains("purchase");
        } finally {
            collector.testEnded();
        }
        assertThat(files.flushed()).as("when JMeter has closed it").containsExactly(jtl);
        assertThat(files.broken()).isEmpty();
    }

    @Test
    void shouldTellTheFileByNameWhenItsDiskIsFull() {
        assumeThat(FULL).exists();
        RunVerdict verdict =
                RunVerdict.of(List.of(new Reason(ValidityRule.RESULT_FILE, Validity.INVALID, "1 result file")));
        ResultCollector collector = writing(FULL);
        LoadCounts counts = new LoadCounts();
        try {
            files.addTo(counts);
        } finally {
            collector.testEnded();
        }

        assertThat(counts.of(Counted.RESULT_ERRORS)).isEqualTo(1);
        assertThat(files.broken()).containsExactly(FULL);
        assertThat(files.named(verdict).lines())
                .singleElement()
                .asString()
                .matches(
                        "INVALID: /dev/full could not be written as a whole, so results are missing in it; its disk has"
                                + " \\d+ MB left");
    }
}
