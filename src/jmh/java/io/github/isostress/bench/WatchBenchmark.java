package io.github.isostress.bench;

import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.Result;
import io.github.isostress.health.condition.GeneratorWatch;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs a request that the load generator is watched. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WatchBenchmark {
    private static final OptionalLong DUE = OptionalLong.of(0);

    /** Whether the threads of the watch run, too: they take of the core, not of the request. */
    @Param({"false", "true"})
    public boolean begun;

    private final GeneratorWatch watch = new GeneratorWatch();
    private long nanos;

    /** Starts the threads of the watch. */
    @Setup
    public void begin() {
        if (begun) {
            watch.begin();
        }
    }

    /** Ends them. */
    @TearDown
    public void end() {
        watch.close();
    }

    /** The request itself, as it is made for whoever observes: what the others are compared with. */
    @Benchmark
    public ObservedRequest unwatched() {
        return request();
    }

    /** How it was sent, and when. */
    @Benchmark
    public void sent() {
        watch.observer().ended(request());
    }

    /** How it was sent, and how long the thread was with listeners. */
    @Benchmark
    public void sentAndHeard() {
        watch.observer().ended(request());
        long begin = System.nanoTime();
        watch.spentInListeners(System.nanoTime() - begin);
    }

    private ObservedRequest request() {
        long start = nanos = (nanos + 1_000) % TimeUnit.MILLISECONDS.toNanos(1);
        return new ObservedRequest("purchase", Result.SUCCEEDED, "00", DUE, start, start + 200_000, 87, 87);
    }
}
