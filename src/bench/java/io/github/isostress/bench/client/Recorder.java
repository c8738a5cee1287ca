package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.process.Distribution;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;

/** The only listener of a plan that has a rate or a deadline: keeps the times of its purchases. */
public final class Recorder extends FiguresListener {
    private static final long serialVersionUID = 1L;
    private static final int ROOM = 400_000;
    private static final long MICROS_A_MILLI = 1000;
    private static final long NOT_KNOWN = Long.MIN_VALUE;

    private final transient int beginning;
    private final transient AtomicInteger count = new AtomicInteger();
    private final transient AtomicInteger failed = new AtomicInteger();
    private final transient long[] startMillis = new long[ROOM];
    private final transient long[] elapsedMicros = new long[ROOM];
    private final transient long[] roundTripMicros = new long[ROOM];
    private final transient long[] lagMicros = new long[ROOM];

    /** One that leaves out so many purchases at the beginning, while threads still connect. */
    Recorder(int beginning) {
        this.beginning = beginning;
    }

    @Override
    public void sampleOccurred(SampleEvent event) {
        SampleResult result = event.getResult();
        if (!result.getSampleLabel().equals(ContenderPlan.PURCHASE)) {
            return;
        }
        if (!result.isSuccessful()) {
            failed.incrementAndGet();
        }
        int place = count.getAndIncrement() - beginning;
        if (place >= 0 && place < ROOM) {
            JMeterVariables variables = JMeterContextService.getContext().getVariables();
            startMillis[place] = result.getStartTime();
            elapsedMicros[place] = result.getTime() * MICROS_A_MILLI;
            roundTripMicros[place] = micros(variables.get("iso_rtt_us"));
            lagMicros[place] = micros(variables.get("iso_lag_us"));
        }
    }

    private static long micros(String value) {
        return value == null || value.isEmpty() ? NOT_KNOWN : Long.parseLong(value);
    }

    /**
     * Its figures: {@code count}, {@code failed}, {@code rate} from the first start to the last, and of {@code
     * elapsed}, {@code rtt} and {@code lag}, in microseconds, what a {@link Distribution} tells.
     */
    CommandLine addTo(CommandLine answer) {
        int kept = kept();
        long first =
                IntStream.range(0, kept).mapToLong(i -> startMillis[i]).min().orElse(0);
        long last =
                IntStream.range(0, kept).mapToLong(i -> startMillis[i]).max().orElse(0);
        CommandLine figures = answer.with("count", count)
                .with("failed", failed)
                .with("rate", (kept - 1) * 1000.0 / Math.max(last - first, 1));
        figures = known(elapsedMicros, kept).addTo(figures, "elapsed");
        figures = known(roundTripMicros, kept).addTo(figures, "rtt");
        return known(lagMicros, kept).addTo(figures, "lag");
    }

    /** Which share of the samples took so long, in milliseconds, both included. */
    double share(long leastMillis, long mostMillis) {
        return known(elapsedMicros, kept()).share(leastMillis * MICROS_A_MILLI, mostMillis * MICROS_A_MILLI);
    }

    private int kept() {
        return Math.max(0, Math.min(count.get() - beginning, ROOM));
    }

    private static Distribution known(long[] values, int kept) {
        return new Distribution(IntStream.range(0, kept)
                .mapToLong(i -> values[i])
                .filter(value -> value != NOT_KNOWN)
                .toArray());
    }
}
