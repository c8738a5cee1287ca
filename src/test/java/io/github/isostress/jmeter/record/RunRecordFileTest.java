package io.github.isostress.jmeter.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.Result;
import io.github.isostress.health.RunFigures;
import io.github.isostress.health.gate.GateResult;
import io.github.isostress.health.record.RecordedElement;
import io.github.isostress.health.record.RecordedFailure;
import io.github.isostress.health.record.RecordedFigures;
import io.github.isostress.health.record.RecordedMachine;
import io.github.isostress.health.record.RecordedRuns;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.CalibratedLoad;
import io.github.isostress.health.verdict.Limits;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.health.verdict.WatchedRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The record beside a JTL has all that a run knew of itself, and says so to whoever reads JSON. */
@ExtendWith(JMeterEnvironment.class)
class RunRecordFileTest {
    private static final String FORMAT_1 = """
            {"format":1, "beganMillis":1, "endedMillis":2, "verdict":{"validity":"VALID","reasons":[]}, "limits":{},
             "gates":[], "calibration":null,
             "figures":{
               "all":{"label":"all requests","count":1,"notSent":0,"succeeded":0,"declined":1,"failed":0,"perSecond":0.0,
                 "durations":{"count":1,"mean":2.5,"p50":2.5,"p90":2.5,"p95":2.5,"p99":2.5,"p999":2.5,"p9999":2.5,"max":2.5},
                 "codes":{"51":1}},
               "requests":[],
               "lag":{"count":1,"mean":1.0,"p50":1.0,"p90":1.0,"p95":1.0,"p99":1.0,"p999":1.0,"p9999":1.0,"max":1.0},
               "response":{"count":0,"mean":0.0,"p50":0.0,"p90":0.0,"p95":0.0,"p99":0.0,"p999":0.0,"p9999":0.0,"max":0.0},
               "connections":[]},
             "machine":{"name":"load1","system":"Linux","cores":2,"memoryMegabytes":1,"heapMegabytes":1,"java":"17",
               "jmeter":"5.6.3","plugin":"0.1.0"},
             "plan":"stress.jmx", "elements":[], "properties":{},
             "seconds":{"columns":["atSeconds","seconds","due","sent"],"rows":[[0.0,1.0,200,1]]}}
            """;

    @TempDir
    Path folder;

    private final RunRecord record = record();

    private static RunRecord record() {
        WatchedRun run = new WatchedRun()
                .in(7, second -> second.machineCpu = Double.NaN)
                .in(30, second -> second.late(40, 203).longestPauseMicros = 204_000);
        RunFigures figures = new RunFigures();
        figures.ended(new ObservedRequest(
                "purchase", Result.DECLINED, "51", OptionalLong.of(0), 1_000_000, 3_500_000, 85, 99));
        return new RunRecord(
                RunRecord.FORMAT,
                1_795_921_669_968L,
                1_795_921_729_968L,
                Optional.of(RunVerdict.of(run.seconds(), Optional.empty(), Limits.DEFAULT)),
                Limits.DEFAULT.written(),
                List.of(new GateResult("p99 < 50 ms", true, "12.415 ms")),
                Optional.of(new CalibratedLoad(5_000, 0.2, 0.9, 4, 10)),
                Optional.of(RecordedFigures.of(figures, label -> label)),
                new RecordedMachine("load1", "Linux", 2, 24_105, 6_028, "OpenJDK 17", "5.6.3", "0.1.0"),
                "stress.jmx",
                List.of(new RecordedElement("Iso8583RateTimer", "rps", Map.of("Iso8583RateTimer.rate", "${rps}"))),
                Map.of("rps", "200"),
                run.seconds(),
                List.of(new RecordedFailure("purchase", "RESPONSE_TIMEOUT", "No response came in time. 1", 3)),
                List.of());
    }

    @Test
    void shouldReadWhatItWroteWhenSomeFiguresAreUnknown() throws Exception {
        Path jtl = folder.resolve("results.jtl");

        Path file = RunRecordFile.write(record, jtl);

        assertThat(file).isEqualTo(folder.resolve("iso8583-run.json"));
        assertThat(RunRecordFile.read(jtl)).contains(record);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void shouldReadWhatItWroteWhenAgentsMadeTheLoad() throws Exception {
        Path jtl = folder.resolve("results.jtl");
        RunRecord ofAgents = RecordedRuns.of(
                RecordedRuns.agent("10.1.2.3:1099", record.withoutElements()), RecordedRuns.silent("10.1.2.4:1099"));

        RunRecordFile.write(record, jtl);
        RunRecordFile.write(ofAgents, jtl);

        assertThat(RunRecordFile.read(jtl)).contains(ofAgents);
        assertThat(RecordText.of(ofAgents).lines().filter(line -> line.matches("\\s+\\[7.0,1.0,200,200,.*")))
                .as("the seconds of an agent are a table, too")
                .hasSize(1);
    }

    /** Without histograms, failures and agents. */
    @Test
    void shouldReadARecordOfTheFirstFormat() throws Exception {
        Files.writeString(folder.resolve("iso8583-run.json"), FORMAT_1);

        RunRecord run = RunRecordFile.read(folder.resolve("results.jtl")).orElseThrow();

        assertThat(run.format()).isEqualTo(1);
        assertThat(run.verdict()).contains(RunVerdict.VALID);
        assertThat(run.figures().orElseThrow().all().durations().p99()).isEqualTo(2.5);
        assertThat(run.figures().orElseThrow().all().durations().durations().count())
                .isZero();
        assertThat(run.figures().orElseThrow().all().response().count()).isZero();
        assertThat(run.failures()).isEmpty();
        assertThat(run.agents()).isEmpty();
        assertThat(run.due()).isEqualTo(200);
    }

    @Test
    void shouldBeReadEasilyWhenAPersonOpensIt() throws Exception {
        assertThat(RecordText.of(record))
                .contains("\"validity\" : \"SUSPECT\"")
                .contains("\"rule\" : \"pauses\"")
                .contains("\"sentence\" : \"the JVM stood still for 204 ms")
                .contains("\"codes\" : {\n          \"51\" : 1\n        }")
                .contains("\"columns\" : [\n      \"atSeconds\",\n      \"seconds\",\n      \"due\",")
                .containsPattern("\n      \\[7.0,1.0,200,200,.*,null,.*],?\n")
                .doesNotContain("NaN");
    }

    @Test
    void shouldReadNothingWhenThereIsNoRecord() throws Exception {
        assertThat(RunRecordFile.read(folder.resolve("results.jtl"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"format":3}       | has format 3, and this version reads the formats 1 to 2
                    {"format":1,"ver   | is no record of a run:
                    []                 | has format 0, and this version reads the formats 1 to 2
                    """)
    void shouldSayWhatIsWrongWhenItIsNoRecord(String content, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("iso8583-run.json"), content);

        assertThatThrownBy(() -> RunRecordFile.read(folder.resolve("results.jtl")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + " " + sentence);
    }
}
