package io.github.isostress.bench;

import io.github.isostress.jmeter.live.LiveRun;
import io.github.isostress.jmeter.record.JtlColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jmeter.util.JMeterUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What the listener "ISO 8583 Results" costs: a sample on the thread that sends, and a look at the run once a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LiveBenchmark {
    private final LiveRun run = new LiveRun();
    private SampleEvent event;

    /** Begins a run, as a controller of agents does, and makes a sample that has all columns. */
    @Setup
    public void begin() throws IOException {
        Path settings = Files.createTempFile("live", ".properties");
        Files.writeString(settings, SampleEvent.SAMPLE_VARIABLES + "=" + String.join(",", JtlColumns.ALL));
        JMeterUtils.loadJMeterProperties(settings.toString());
        SampleEvent.initSampleVariables();
        Files.delete(settings);
        JMeterVariables variables = new JMeterVariables();
        variables.put(JtlColumns.KIND, JtlColumns.REQUEST);
        variables.put(JtlColumns.ROUND_TRIP, "335");
        variables.put(JtlColumns.LAG, "20");
        SampleResult sample = SampleResult.createTestSample(1);
        sample.setSampleLabel("purchase");
        sample.setResponseCode("00");
        sample.setSuccessful(true);
        event = new SampleEvent(sample, "workers", variables);
        run.beginsOnAgent(0);
    }

    /** Ends the run. */
    @TearDown
    public void end() {
        run.ends();
    }

    /** A sample. */
    @Benchmark
    public void sample() {
        run.hear(event);
    }

    /** A sample of one of two threads that are told of samples at once. */
    @Benchmark
    @Threads(2)
    public void sampleOfTwoThreads() {
        run.hear(event);
    }

    /** What the panel asks for once a second. */
    @Benchmark
    public Object state() {
        run.hear(event);
        return run.state();
    }
}
