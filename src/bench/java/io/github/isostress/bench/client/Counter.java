package io.github.isostress.bench.client;

import java.util.concurrent.atomic.LongAdder;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;

/** The only listener of a plan: counts its purchases, and nothing else that happens. */
public final class Counter extends FiguresListener {
    private static final long serialVersionUID = 1L;

    private final transient LongAdder answered = new LongAdder();
    private final transient LongAdder failed = new LongAdder();

    long answered() {
        return answered.sum();
    }

    long failed() {
        return failed.sum();
    }

    @Override
    public void sampleOccurred(SampleEvent event) {
        SampleResult result = event.getResult();
        if (!result.isSuccessful()) {
            failed.increment();
        } else if (result.getSampleLabel().equals(ContenderPlan.PURCHASE)) {
            answered.increment();
        }
    }
}
