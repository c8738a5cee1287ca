package io.github.isostress.it.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isostress.health.gate.GateResult;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.Reason;
import io.github.isostress.health.verdict.Validity;
import io.github.isostress.health.verdict.ValidityRule;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.it.JMeterProcess;
import io.github.isostress.jmeter.record.RunRecordFile;
import io.github.isostress.support.TestHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a headless run tells of itself, and leaves beside its results. Under another's load it would rightly blame that. */
@Tag("alone")
class VerdictIT {
    private static final String SLOW = "always : delay 50 then approve";

    @TempDir
    Path folder;

    @Test
    void shouldSayWhoWasTheLimitWhenTwoThreadsAreTooFewForASlowHost() throws Exception {
        assumeTrue(IdleMachine.comes(), ProvokedVerdictIT.BUSY);
        JMeterProcess.Started jmeter;
        try (EmbeddedHost host = TestHosts.ruled(SLOW);
                JMeterProcess.Started running = new JMeterProcess(folder, JMeterProcess.STRESS_PLAN)
                        .with("jmeter.save.saveservice.output_format", "csv")
                        .with("host", "127.0.0.1")
                        .with("port", host.port())
                        .with("workers", 2)
                        .with("rps", 100)
                        .with("ramp_up_secs", 0)
                        .with("test_duration_secs", 5)
                        .with("iso8583.gates", "max < 5 s; purchase: failed < 1 %; rate within 1 %; verdict great")
                        .with("iso8583.verdict.thread", "2 %")
                        .start()) {
            running.awaitEnd(300);
            jmeter = running;
        }
        RunRecord run = RunRecordFile.read(jmeter.jtl()).orElseThrow();
        String console = Files.readString(jmeter.console());
        String log = Files.readString(jmeter.log());

        assertThat(run.verdict().orElseThrow().validity()).isNotEqualTo(Validity.VALID);
        assertThat(run.verdict().orElseThrow().reasons())
                .extracting(Reason::rule)
                .as("a machine may have a busy moment besides")
                .contains(ValidityRule.THREADS);
        assertThat(console)
                .containsPattern(
                        "\nVerdict  SUSPECT: too few threads for this host: .* a request kept each of 2 threads for"
                                + " \\d+ ms, so 100 a second take \\d+ threads\n")
                .containsPattern("\nGate     held: max < 5 s \\([\\d.]+ ms\\)\n")
                .contains("\nReport   " + folder.toRealPath().resolve("report.html"));
        assertThat(log)
                .contains("iso8583.verdict.thread sets no limit, since there is no such rule; did you mean"
                        + " iso8583.verdict.threads?")
                .contains("A gate cannot be read, so the run fails it. 'verdict great' is no gate")
                .contains("SUSPECT: too few threads for this host");
        assertThat(run.gates()).extracting(GateResult::held).containsExactly(true, true, false, false);
        assertThat(run.figures().orElseThrow().all().count()).isEqualTo(requestsIn(jmeter.jtl()));
        assertThat(run.elements())
                .filteredOn(element -> element.type().equals("Iso8583RateTimer"))
                .singleElement()
                .satisfies(timer -> assertThat(timer.settings())
                        .containsEntry("Iso8583RateTimer.rate", "${__isoProperty(rps,200,)}"));
        assertThat(run.properties())
                .containsEntry("rps", "100")
                .containsKeys("iso8583.stan.first", "iso8583.rrn.first");
    }

    private static long requestsIn(Path jtl) throws Exception {
        return Files.readAllLines(jtl).stream()
                .filter(row -> row.contains(",purchase,"))
                .count();
    }
}
