package io.github.isostress.it.verdict;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.testelement.AbstractTestElement;

/** A listener that keeps the thread of each sample for 50 ms. Public, since JMeter makes its elements by reflection. */
public final class SlowListener extends AbstractTestElement implements SampleListener {
    private static final long serialVersionUID = 1L;
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    @Override
    public void sampleOccurred(SampleEvent event) {
        LockSupport.parkNanos(NANOS);
    }

    @Override
    public void sampleStarted(SampleEvent event) {
        // Whole samples only.
    }

    @Override
    public void sampleStopped(SampleEvent event) {
        // Whole samples only.
    }
}
