package io.github.isostress.health.record;

import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.Result;
import io.github.isostress.health.RunFigures;
import io.github.isostress.health.verdict.Limits;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.health.verdict.WatchedRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Records of runs that were never made. */
public final class RecordedRuns {
    /** When they began, in milliseconds since 1970; each took a minute. */
    public static final long BEGAN_MILLIS = 1_795_921_669_968L;

    private static final long ENDED_MILLIS = BEGAN_MILLIS + 60_000;

    /** Of all runs: they are made at the same time. */
    private static final long BEGIN_NANOS = System.nanoTime();

    private RecordedRuns() {}

    /** The requests that took so many microseconds, one each 10 ms, due 100 us before they were sent. */
    public static RunFigures requests(String label, LongStream micros) {
        RunFigures figures = new RunFigures();
        long[] start = {BEGIN_NANOS};
        micros.forEach(each -> {
            start[0] += TimeUnit.MILLISECONDS.toNanos(10);
            figures.ended(new ObservedRequest(
                    label,
                    Result.SUCCEEDED,
                    "00",
                    OptionalLong.of(start[0] - 100_000),
                    start[0],
                    start[0] + TimeUnit.MICROSECONDS.toNanos(each),
                    85,
                    99));
        });
        return figures;
    }

    /** The record of a machine that made this load. */
    public static RunRecord of(RunFigures figures, WatchedRun run, RecordedFailure... failures) {
        return new RunRecord(
                RunRecord.FORMAT,
                BEGAN_MILLIS,
                ENDED_MILLIS,
                Optional.of(RunVerdict.of(run.seconds(), Optional.empty(), Limits.DEFAULT)),
                Limits.DEFAULT.written(),
                List.of(),
                Optional.empty(),
                Optional.of(RecordedFigures.of(figures, label -> label)),
                new RecordedMachine("load1", "Linux", 2, 24_105, 6_028, "OpenJDK 17", "5.6.3", "0.2.0"),
                "stress.jmx",
                List.of(new RecordedElement("Iso8583RateTimer", "rps", Map.of("Iso8583RateTimer.rate", "${rps}"))),
                Map.of("rps", "200"),
                run.seconds(),
                List.of(failures),
                List.of());
    }

    /** What a controller has of these agents. */
    public static RunRecord of(RecordedAgent... agents) {
        AgentsTogether together = new AgentsTogether(List.of(agents));
        return new RunRecord(
                RunRecord.FORMAT,
                BEGAN_MILLIS,
                ENDED_MILLIS,
                Optional.of(together.verdict(Limits.DEFAULT)),
                Limits.DEFAULT.written(),
                List.of(),
                Optional.empty(),
                together.figures(),
                new RecordedMachine("desk", "Linux", 2, 24_105, 6_028, "OpenJDK 17", "5.6.3", "0.2.0"),
                "stress.jmx",
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(agents));
    }

    /** An agent with this report. */
    public static RecordedAgent agent(String name, RunRecord report) {
        return new RecordedAgent(name, Optional.of(report));
    }

    /** An agent that left none. */
    public static RecordedAgent silent(String name) {
        return new RecordedAgent(name, Optional.empty());
    }
}
