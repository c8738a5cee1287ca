package io.github.isostress.jmeter.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.RunFigures;
import io.github.isostress.health.record.RecordedAgent;
import io.github.isostress.health.record.RecordedRuns;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.WatchedRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.agent.ReportDelivery;
import io.github.isostress.jmeter.agent.ReportDesk;
import io.github.isostress.jmeter.record.RecordText;
import java.nio.charset.StandardCharsets;
import java.rmi.MarshalledObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents hand in their reports by RMI; the controller leaves what they say together, and waits for none too long. */
@ExtendWith(JMeterEnvironment.class)
class AgentsRunTest {
    private static final String ONE = "10.1.2.3:1099";
    private static final String OTHER = "10.1.2.4:1099";
    private static final RunRecord REPORT =
            RecordedRuns.of(RecordedRuns.requests("purchase", LongStream.of(200, 300)), new WatchedRun());

    private final CompletableFuture<List<RecordedAgent>> left = new CompletableFuture<>();

    private AgentsRun run(Duration longestWait) {
        return new AgentsRun(
                RunContext.ofPreview(), new ResultFiles(), (agents, samples) -> left.complete(agents), longestWait);
    }

    /** As it comes to an agent. */
    private static ReportDesk sent(Optional<ReportDesk> desk) throws Exception {
        return new MarshalledObject<>(desk.orElseThrow()).get();
    }

    private static byte[] report(String agent) throws Exception {
        return RecordText.of(RecordedRuns.agent(agent, REPORT));
    }

    /** What was left of each agent, in the controller's order. */
    private List<String> left() throws Exception {
        return left.get(60, TimeUnit.SECONDS).stream().map(RecordedAgent::line).toList();
    }

    private static String line(String agent) {
        return RecordedRuns.agent(agent, REPORT).line();
    }

    @Test
    void shouldLeaveWhatAllHaveReportedWhenTheLastReportCame() throws Exception {
        AgentsRun run = run(Duration.ofMinutes(1));
        ReportDesk desk = sent(run.begin(List.of(ONE, OTHER)));

        assertThat(ReportDelivery.deliver(report(OTHER), desk)).isEmpty();
        assertThat(left).isNotDone();
        assertThat(ReportDelivery.deliver(report(ONE), desk)).isEmpty();

        assertThat(left()).containsExactly(line(ONE), line(OTHER));
        assertThat(ReportDelivery.deliver(report(ONE), desk))
                .as("after the run the desk is closed")
                .isPresent();
    }

    @Test
    void shouldLeaveTheAgentWithoutReportWhenItDoesNotComeInTime() throws Exception {
        AgentsRun run = run(Duration.ofMillis(50));
        ReportDesk desk = sent(run.begin(List.of(ONE, OTHER)));

        assertThat(ReportDelivery.deliver(report(OTHER), desk)).isEmpty();
        run.endWith(new RunFigures());

        assertThat(left()).containsExactly(ONE + " left no report", line(OTHER));
    }

    @Test
    void shouldWaitForTheReportWhenJMeterHearsOfTheEndFirst() throws Exception {
        AgentsRun run = run(Duration.ofMinutes(1));
        ReportDesk desk = sent(run.begin(List.of(ONE)));

        run.endWith(new RunFigures());
        assertThat(ReportDelivery.deliver(report(ONE), desk)).isEmpty();

        assertThat(left()).containsExactly(line(ONE));
    }

    @Test
    void shouldLeaveNothingWhenNoAgentHasBegun() {
        run(Duration.ZERO).endWith(new RunFigures());

        assertThat(left).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{\"name\":\"10.1.2.3:1099\",\"run\":{\"format\":3}}"})
    void shouldRefuseWhatIsNoReport(String bytes) throws Exception {
        AgentsRun run = run(Duration.ZERO);
        ReportDesk desk = sent(run.begin(List.of(ONE)));

        Optional<String> refusal = ReportDelivery.deliver(bytes.getBytes(StandardCharsets.UTF_8), desk);

        assertThat(refusal)
                .get()
                .asString()
                .containsPattern("no report of an agent|has format \\d")
                .doesNotContain("\n");
        run.end();
        assertThat(left()).containsExactly(ONE + " left no report");
    }

    @Test
    void shouldRefuseAReportWhenItIsOfAnotherAgentOrCameBeforeOrIsTooLong() throws Exception {
        AgentsRun run = run(Duration.ZERO);
        ReportDesk desk = sent(run.begin(List.of(ONE, OTHER)));
        ReportDelivery.deliver(report(ONE), desk);

        assertThat(ReportDelivery.deliver(report(ONE), desk))
                .contains("the controller's run waits for no report of an agent " + ONE);
        assertThat(ReportDelivery.deliver(report("10.9.9.9:1"), desk))
                .contains("the controller's run waits for no report of an agent 10.9.9.9:1");
        assertThat(ReportDelivery.deliver(new byte[ReportDesk.MOST_BYTES + 1], desk))
                .contains("it has 16 MB, and a controller takes 16 MB");
        run.end();
        assertThat(left()).containsExactly(line(ONE), OTHER + " left no report");
    }
}
