package io.github.isostress.jmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.isostress.health.record.RecordedFailure;
import io.github.isostress.health.record.RecordedRuns;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.WatchedRun;
import io.github.isostress.jmeter.record.RunRecordFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command makes of a controller's results and the reports of its agents. */
class SummaryOfAgentsTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int summed(Path jtl, String... more) {
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new RunSummary(printer, printer)
                .run(Stream.concat(Stream.of(jtl.toString()), Stream.of(more)).toList());
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Of 17 requests a second that were due on each of two agents for a minute, 1,010 were sent on each. */
    @Test
    void shouldTellWhatAgentsHaveMeasuredWhenTheirReportsAreInTheRecord() throws IOException {
        Path jtl = JtlOfTwoLabels.writeIn(folder);
        WatchedRun watched = new WatchedRun().always(second -> second.due = 17);
        RunRecord report = RecordedRuns.of(
                RecordedRuns.requests(
                        "Purchase", LongStream.generate(() -> 1_234).limit(1_010)),
                watched,
                new RecordedFailure("Purchase", "RESPONSE_TIMEOUT", "a message. The host was silent", 3));
        RunRecordFile.write(RecordedRuns.of(RecordedRuns.agent("a:1", report), RecordedRuns.agent("b:2", report)), jtl);

        assertThat(summed(jtl, "--gates", "rate within 1 %; Purchase: p99 < 1.3 ms; failed < 4; verdict valid"))
                .isZero();
        assertThat(printed())
                .contains("  Verdict      VALID: no rule", "  Agent        a:1 VALID: 1,010 requests, ")
                .contains("  Requests     2,000 sent, 1,992 succeeded, 5 declined, 3 failed\n")
                .contains("  Round trip   p50 1.234 ms", "'Purchase' on a:1, b:2: The host was silent\n")
                .contains("held: rate within 1 % (2,020 of 2,040 requests that were due were sent, 99.02 %)")
                .contains("held: Purchase: p99 < 1.3 ms (1.234 ms)");
        out.reset();
        assertThat(summed(jtl, "--json")).isZero();
        JsonNode json = new ObjectMapper().readTree(printed());
        assertThat(json.at("/roundTrip/p99").asDouble()).isEqualTo(1.234);
        assertThat(json.at("/agents/1/name").asText()).isEqualTo("b:2");
        assertThat(json.at("/agents/1/verdict").asText()).isEqualTo("VALID");
        assertThat(json.at("/agents/1/sent").asInt()).isEqualTo(1_010);
    }
}
