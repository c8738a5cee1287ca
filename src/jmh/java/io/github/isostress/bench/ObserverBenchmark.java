package io.github.isostress.bench;

import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.Result;
import io.github.isostress.health.RunFigures;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to count a request in the run's figures. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ObserverBenchmark {
    private static final OptionalLong DUE = OptionalLong.of(0);

    private final RunFigures figures = new RunFigures();
    private long nanos;

    /** A request without a schedule. */
    @Benchmark
    public void unpaced() {
        count(OptionalLong.empty());
    }

    /** A request that was due at a time, which is counted with its lag. */
    @Benchmark
    public void paced() {
        count(DUE);
    }

    private void count(OptionalLong due) {
        long start = nanos += 1_000;
        long end = start + 200_000 + (nanos & 0xFFFFF);
        figures.ended(new ObservedRequest("purchase", Result.SUCCEEDED, "00", due, start, end, 87, 87));
    }
}
