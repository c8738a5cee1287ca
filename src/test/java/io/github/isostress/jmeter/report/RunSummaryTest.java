package io.github.isostress.jmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.isostress.health.gate.GateResult;
import io.github.isostress.health.record.RecordedMachine;
import io.github.isostress.health.record.RecordedRuns;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.Limits;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.health.verdict.WatchedRun;
import io.github.isostress.jmeter.record.RunRecordFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the command prints and returns, by gates, verdict and results. */
class RunSummaryTest {
    @TempDir
    Path folder;

    private Path jtl;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeResults() throws IOException {
        jtl = JtlOfTwoLabels.writeIn(folder);
    }

    private int run(String... more) {
        return new RunSummary(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(Stream.concat(Stream.of(jtl.toString()), Stream.of(more)).toList());
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A run that had a pause, with a gate in its plan. */
    private void record(String gate) throws IOException {
        record(gate, RecordedRuns.BEGAN_MILLIS);
    }

    private void record(String gate, long beganMillis) throws IOException {
        WatchedRun run = new WatchedRun()
                .always(second -> second.due = 34)
                .in(30, second -> second.longestPauseMicros = 204_000);
        RunRecordFile.write(
                new RunRecord(
                        RunRecord.FORMAT,
                        beganMillis,
                        beganMillis + 60_000,
                        Optional.of(RunVerdict.of(run.seconds(), Optional.empty(), Limits.DEFAULT)),
                        Map.of(),
                        List.of(new GateResult(gate, true, "seen by the run")),
                        Optional.empty(),
                        Optional.empty(),
                        new RecordedMachine("load1", "Linux", 2, 1, 1, "Java", "5.6.3", "0.1.0"),
                        "plan.jmx",
                        List.of(),
                        Map.of(),
                        run.seconds(),
                        List.of(),
                        List.of()),
                jtl);
    }

    @Test
    void shouldTellDeclinesApartFromFailuresWhenBothCame() {
        assertThat(run()).isZero();
        assertThat(printed())
                .contains("Requests     2,000 sent, 1,992 succeeded, 5 declined, 3 failed\n")
                .contains("5 x 51  a message\n", "3 x RESPONSE_TIMEOUT  a message\n")
                .contains("Rate         200.1 requests a second over 10.0 s\n")
                .contains("  Verdict      not known: the run's iso8583-run.json is not beside the results\n")
                .doesNotContain("Gate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    p99 < 21 ms                   | 0 | held: p99 < 21 ms (20.015 ms)
                    p99 < 20 ms                   | 1 | FAILED: p99 < 20 ms (20.015 ms)
                    Purchase: p99 < 10 ms         | 0 | held: Purchase: p99 < 10 ms (9.903 ms)
                    Purchase: response p99 < 10 ms| 1 | FAILED: Purchase: response p99 < 10 ms (10.903 ms)
                    Purchase: failed < 0.2 %      | 1 | FAILED: Purchase: failed < 0.2 % (3 of 1,000, 0.300 %)
                    declined < 0.3 %              | 0 | held: declined < 0.3 % (5 of 2,000, 0.250 %)
                    Reversal: rate >= 99          | 0 | held: Reversal: rate >= 99 (100.0 a second)
                    verdict valid                 | 1 | FAILED: verdict valid (the run's verdict is not known: its iso8583-run.json is not beside the results)
                    rate within 1 %               | 1 | FAILED: rate within 1 % (it is not known which rate was asked for)
                    """)
    void shouldReturnWhetherAGateHeldWhenItIsOnTheCommandLine(String gate, int code, String line) {
        assertThat(run("--gates", gate)).isEqualTo(code);
        assertThat(printed()).contains("  Gate         " + line + "\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void shouldKnowVerdictAndGatesOfTheRunWhenItsRecordIsBesideTheResults() throws IOException {
        record("rate within 2 %");
        Path gates = Files.writeString(folder.resolve("gates.txt"), "# of the pipeline\nverdict not invalid\n");

        assertThat(run("--gates", gates.toString())).isZero();
        assertThat(printed())
                .contains("  Verdict      SUSPECT: the JVM stood still for 204 ms, 30 s after the run began")
                .contains(
                        "  Gate         held: rate within 2 % (2,000 of 2,040 requests that were due were sent, 98.04 %)\n")
                .contains("  Gate         held: verdict not invalid (SUSPECT: the JVM stood still for 204 ms");
    }

    @Test
    void shouldNotTakeTheWordOfAnotherRunWhenItsRecordIsBesideTheResults() throws IOException {
        record("verdict valid", RecordedRuns.BEGAN_MILLIS + 3_600_000);

        assertThat(run()).isZero();
        assertThat(printed()).contains("  Verdict      not known: ").doesNotContain("Gate");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "iso8583-run.json beside the JTL is of another run, which began at 2026-11-29T04:07:49Z: what"
                                + " this one said of itself is not known.\n");
    }

    @Test
    void shouldFailWhenAGateOfTheRunFailsByItsResults() throws IOException {
        record("verdict valid");

        assertThat(run()).isEqualTo(1);
        assertThat(printed()).contains("  Gate         FAILED: verdict valid (SUSPECT: the JVM stood still");
    }

    @Test
    void shouldFailWhenNoRequestSucceeded() throws IOException {
        Files.writeString(jtl, JtlOfTwoLabels.COLUMNS + JtlOfTwoLabels.row(1, "Purchase", "51", 10));

        assertThat(run()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("No request succeeded, and none was answered.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --gates p99<fast             | 'p99<fast' is no gate: write, for one,
                    --gates                      | option --gates has no value
                    --fast                       | there is no option --fast
                    --junit missing/gates.xml    | missing/gates.xml: there is no such file, or no such folder
                    """)
    void shouldSayWhatCannotBeReadOrWrittenInOneSentence(String options, String sentence) {
        assertThat(run(options.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .asString()
                .contains(sentence);
    }

    @Test
    void shouldSayWhatCannotBeReadWhenItIsTheJtlOrTheRecord() throws IOException {
        Files.writeString(jtl.resolveSibling("iso8583-run.json"), "{");
        assertThat(run()).isEqualTo(2);
        Files.delete(jtl.resolveSibling("iso8583-run.json"));
        Files.writeString(jtl, "no results\n");
        assertThat(run()).isEqualTo(2);
        Files.delete(jtl);
        assertThat(run()).isEqualTo(2);
        Files.createDirectory(jtl);
        assertThat(run()).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("--help")))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).contains(folder.toString()));
    }

    @Test
    void shouldTellItsOptionsAndExitCodesWhenAsked() {
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("--gates", "--junit", "--page", "--json", "Exit code: 0");
    }

    @Test
    void shouldWriteGatesAsTestCasesWhenCiWantsJUnit() throws Exception {
        Path xml = folder.resolve("gates.xml");

        assertThat(run("--gates", "p99 < 20 ms; A \"b\" & c: p99 < 1 s; declined < 1 %", "--junit", xml.toString()))
                .isEqualTo(1);

        SchemaFactory.newDefaultInstance()
                .newSchema(RunSummaryTest.class.getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(xml.toFile()));
        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(xml.toFile());
        NodeList failures = document.getElementsByTagName("failure");
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(failures.getLength()).isEqualTo(2);
        assertThat(failures.item(0).getAttributes().getNamedItem("message").getNodeValue())
                .isEqualTo("20.015 ms");
        assertThat(failures.item(1)
                        .getParentNode()
                        .getAttributes()
                        .getNamedItem("name")
                        .getNodeValue())
                .isEqualTo("A \"b\" & c: p99 < 1 s");
        assertThat(document.getElementsByTagName("testsuite")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("timestamp")
                        .getNodeValue())
                .isEqualTo("2026-11-29T03:07:49");
    }

    @Test
    void shouldPrintJsonAndWriteThePageWhenAsked() throws Exception {
        Path page = folder.resolve("page.html");

        assertThat(run("--json", "--gates", "p99 < 20 ms", "--page", page.toString()))
                .isEqualTo(1);

        JsonNode json = new ObjectMapper().readTree(printed());
        assertThat(json.path("passes").asBoolean(true)).isFalse();
        assertThat(json.path("declined").asInt()).isEqualTo(5);
        assertThat(json.path("roundTrip").path("p99").asDouble()).isEqualTo(20.015);
        assertThat(json.path("gates").get(0).path("held").asBoolean(true)).isFalse();
        assertThat(page).isNotEmptyFile();
    }
}
