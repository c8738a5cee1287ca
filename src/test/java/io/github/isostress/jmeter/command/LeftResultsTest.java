package io.github.isostress.jmeter.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.gate.GateResult;
import io.github.isostress.health.record.RecordedRuns;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.WatchedRun;
import io.github.isostress.jmeter.record.RunRecordFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a run without a plan whose results could not be written, as where the disk is full. */
class LeftResultsTest {
    private static final String SENT = "held: requests >= 1 (1)";
    private static final String MISSING = "iso8583-run.json could not be written there";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path jtl;

    @BeforeEach
    void writeResults() throws IOException {
        jtl = Files.writeString(
                folder.resolve("results.jtl"),
                "timeStamp,elapsed,label,responseCode,responseMessage,success,iso_rtt_us,iso_lag_us,iso_kind\n"
                        + (RecordedRuns.BEGAN_MILLIS + 32) + ",1,purchase,00,Approved,true,1000,100,request\n");
    }

    private static RunRecord record(WatchedRun watched, String gate, boolean held) {
        RunRecord run = RecordedRuns.of(RecordedRuns.requests("purchase", LongStream.of(1_000)), watched);
        return new RunRecord(
                run.format(),
                run.beganMillis(),
                run.endedMillis(),
                run.verdict(),
                run.limits(),
                List.of(new GateResult(gate, held, "1")),
                run.calibration(),
                run.figures(),
                run.machine(),
                run.plan(),
                run.elements(),
                run.properties(),
                run.seconds(),
                run.failures(),
                run.agents());
    }

    private int summed(RunRecord run) {
        PrintStream printer = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new LeftResults(jtl, folder.resolve("jmeter.log"), printer, printer).summed(Optional.ofNullable(run));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldTellVerdictAndGatesWhenTheRunCouldNotWriteThem() {
        RunRecord run = record(new WatchedRun(), "requests >= 2", false);

        assertThat(summed(run)).isEqualTo(2);

        assertThat(printed())
                .contains("  Verdict      VALID", "FAILED: requests >= 2", MISSING, "Results are in " + folder);
    }

    @Test
    void shouldFailWhenResultsAreMissingInAFileThoughAllGatesHeld() throws IOException {
        RunRecord run = record(new WatchedRun().always(second -> second.resultErrors = 1), "requests >= 1", true);
        RunRecordFile.write(run, jtl);

        assertThat(summed(run)).isEqualTo(2);

        assertThat(printed()).contains("  Verdict      INVALID: ", SENT).doesNotContain(MISSING);
    }

    @Test
    void shouldPassWhenAllIsWrittenAndTheGatesHeld() throws IOException {
        RunRecord run = record(new WatchedRun(), "requests >= 1", true);
        RunRecordFile.write(run, jtl);

        assertThat(summed(run)).isZero();

        assertThat(printed()).contains("  Verdict      VALID", SENT).doesNotContain(MISSING);
    }

    @Test
    void shouldSummariseTheJtlAloneWhenTheRunIsToSayNothingOfItself() {
        assertThat(summed(null)).isZero();

        assertThat(printed())
                .contains("  Verdict      not known: ", "1 sent, 1 succeeded")
                .doesNotContain(MISSING);
    }
}
