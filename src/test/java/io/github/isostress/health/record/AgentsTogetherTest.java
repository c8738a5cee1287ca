package io.github.isostress.health.record;

import static io.github.isostress.health.record.RecordedRuns.agent;
import static io.github.isostress.health.record.RecordedRuns.requests;
import static io.github.isostress.health.record.RecordedRuns.silent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.isostress.health.Durations;
import io.github.isostress.health.RunFigures;
import io.github.isostress.health.verdict.Limits;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.health.verdict.Validity;
import io.github.isostress.health.verdict.WatchedRun;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What several agents have measured and say of themselves, as one. */
class AgentsTogetherTest {
    private static final WatchedRun QUIET = new WatchedRun();

    private static RunVerdict verdict(RecordedAgent... agents) {
        return new AgentsTogether(List.of(agents)).verdict(Limits.DEFAULT);
    }

    private static RecordedFigures figures(RecordedAgent... agents) {
        return new AgentsTogether(List.of(agents)).figures().orElseThrow();
    }

    private static RunRecord report(long... micros) {
        return RecordedRuns.of(requests("purchase", LongStream.of(micros)), QUIET);
    }

    @Property(tries = 50)
    void shouldTellThePercentilesOfAllValuesWhenHistogramsAreAdded(
            @ForAll @Size(min = 1, max = 100) List<@LongRange(max = 3_600_000_000L) Long> one,
            @ForAll @Size(min = 1, max = 100) List<@LongRange(max = 3_600_000_000L) Long> other) {
        Durations all = new Durations();
        one.forEach(all::addMicros);
        other.forEach(all::addMicros);

        RecordedFigures merged = figures(
                agent("a:1", report(one.stream().mapToLong(Long::longValue).toArray())),
                agent("b:2", report(other.stream().mapToLong(Long::longValue).toArray())));

        assertThat(merged.all().durations()).isEqualTo(RecordedDurations.of(all));
        assertThat(merged.requests()).singleElement().satisfies(samples -> {
            assertThat(samples.label()).isEqualTo("purchase");
            assertThat(samples.durations()).isEqualTo(RecordedDurations.of(all));
        });
        assertThat(merged.lag().count()).isEqualTo(one.size() + other.size());
    }

    /** The mean of the two p99 would be half of it. */
    @Test
    void shouldTellTheSlowPartWhenOneAgentWasSlow() {
        RecordedFigures merged = figures(
                agent(
                        "a:1",
                        RecordedRuns.of(
                                requests(
                                        "purchase",
                                        LongStream.generate(() -> 200).limit(900)),
                                QUIET)),
                agent(
                        "b:2",
                        RecordedRuns.of(
                                requests(
                                        "purchase",
                                        LongStream.generate(() -> 50_000).limit(100)),
                                QUIET)));

        assertThat(merged.all().durations().p90()).isCloseTo(0.2, within(0.001));
        assertThat(merged.all().durations().p95()).isCloseTo(50, within(0.1));
    }

    @Test
    void shouldAddCountsAndTellTheRateOfAllWhenAgentsSendAtTheSameTime() {
        RunRecord one = RecordedRuns.of(
                requests("purchase", LongStream.generate(() -> 200).limit(501)), QUIET);
        RunRecord other = RecordedRuns.of(
                requests("reversal", LongStream.generate(() -> 200).limit(401)), QUIET);

        RecordedFigures merged = figures(agent("a:1", one), agent("b:2", other));

        assertThat(merged.all().count()).isEqualTo(902);
        assertThat(merged.all().codes()).isEqualTo(Map.of("00", 902L));
        assertThat(merged.all().perSecond()).isCloseTo(180, within(2.0));
        assertThat(merged.requests()).extracting(RecordedSamples::label).containsExactly("purchase", "reversal");
        assertThat(RecordedRuns.of(agent("a:1", one), agent("b:2", other)).due())
                .isEqualTo(2L * 200 * WatchedRun.SECONDS);
    }

    @Test
    void shouldBeAsGoodAsTheWorstAgentAndNameIt() {
        WatchedRun paused = new WatchedRun().in(30, second -> second.longestPauseMicros = 204_000);
        RunRecord good = report(200);
        RunRecord doubtful = RecordedRuns.of(requests("purchase", LongStream.of(200)), paused);

        assertThat(verdict(agent("a:1", good), agent("b:2", good))).isEqualTo(RunVerdict.VALID);
        assertThat(verdict(agent("a:1", good), agent("b:2", doubtful)).lines())
                .singleElement()
                .asString()
                .startsWith("SUSPECT: agent b:2: the JVM stood still for 204 ms, 30 s after the run began");
    }

    @Test
    void shouldNameAgentWhenItLeftNoReport() {
        assertThat(verdict(agent("a:1", report(200)), silent("b:2")).lines())
                .containsExactly("INVALID: agent b:2 left no report: what was sent there, and what was the limit, is"
                        + " not known, and results may be missing; an agent leaves none if it dies, does not reach this"
                        + " machine, or has another version of the plugin");
        assertThat(verdict(silent("a:1"), silent("b:2")).lines())
                .singleElement()
                .asString()
                .startsWith("INVALID: agents a:1, b:2 left no report:");
        assertThat(new AgentsTogether(List.of(silent("a:1"), silent("b:2")))
                        .verdict(Limits.read(name -> name.endsWith(".agents") ? "never, never" : null))
                        .validity())
                .isEqualTo(Validity.VALID);
    }

    @Test
    void shouldTellWhatBecameOfEachAgentInOneLine() {
        assertThat(agent("a:1", report(200, 200, 300)).line())
                .matches("a:1 VALID: 3 requests, \\d+\\.\\d a second, p99 0\\.300 ms");
        assertThat(agent(
                                "c:3",
                                RecordedRuns.of(
                                        new RunFigures(),
                                        QUIET,
                                        new RecordedFailure("a connect", "CONNECTION_REFUSED", "a", 1),
                                        new RecordedFailure("b connect", "CONNECTION_REFUSED", "b", 3),
                                        new RecordedFailure("b", "HOST_UNKNOWN", "c", 2)))
                        .line())
                .isEqualTo("c:3 VALID: no request was sent, 4 x CONNECTION_REFUSED, 2 x HOST_UNKNOWN");
        assertThat(silent("b:2").line()).isEqualTo("b:2 left no report");
    }
}
